using System.Collections.Immutable;
using System.Diagnostics;

namespace Finsam.Documents.Pdf.Layout;

/// <summary>A block where it stands on its page.</summary>
internal sealed record PlacedBlock(Block Block, double Top);

/// <summary>Divides blocks between pages: a heading stands with what follows, no line is alone, and a table's header row is on each of its pages.</summary>
internal sealed class Pagination
{
    private readonly List<ImmutableArray<PlacedBlock>> _pages = [];
    private readonly ImmutableArray<PlacedBlock>.Builder _page = ImmutableArray.CreateBuilder<PlacedBlock>();
    private readonly double _bottom;
    private double _top = PageLayout.Top;
    private bool _isFresh = true;

    private Pagination(double bottom) => _bottom = bottom;

    /// <summary>The pages, at least one.</summary>
    public static IReadOnlyList<ImmutableArray<PlacedBlock>> Of(ImmutableArray<Block> blocks, double bottom)
    {
        var pagination = new Pagination(bottom);
        for (var i = 0; i < blocks.Length; i++)
        {
            var needed = Needed(blocks, i);
            if (!pagination._isFresh && needed > pagination.Room && needed <= bottom - PageLayout.Top)
            {
                pagination.BreakPage(blocks[i].Head);
            }

            pagination.Place(blocks[i]);
        }

        pagination._pages.Add(pagination._page.ToImmutable());
        return pagination._pages;
    }

    private double Room => _bottom - _top;

    // The block and those it is kept with, up to as much of the last one as may stand alone.
    private static double Needed(ImmutableArray<Block> blocks, int index)
    {
        var needed = 0.0;
        for (var i = index; ; i++)
        {
            needed += blocks[i].SpaceBefore;
            if (!blocks[i].KeepWithNext || i + 1 == blocks.Length)
            {
                return needed + blocks[i].LeastHeight;
            }

            needed += blocks[i].Height;
        }
    }

    private void Place(Block block)
    {
        while (true)
        {
            var space = _isFresh ? 0 : block.SpaceBefore;
            if (block.Height + space <= Room)
            {
                Add(block, space);
                return;
            }

            if (block.Split(Room - space) is var (first, last))
            {
                Add(first, space);
                block = last;
            }
            else if (_isFresh)
            {
                throw new UnreachableException("Every block that can be higher than a page can be divided.");
            }

            BreakPage(block.Head);
        }
    }

    private void Add(Block block, double space)
    {
        _page.Add(new PlacedBlock(block, _top + space));
        _top += space + block.Height;
        _isFresh = false;
    }

    private void BreakPage(Block? head)
    {
        _pages.Add(_page.ToImmutable());
        _page.Clear();
        _top = PageLayout.Top;
        if (head is not null)
        {
            Add(head, 0);
        }

        _isFresh = true;
    }
}
