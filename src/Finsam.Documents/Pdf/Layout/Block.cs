using System.Collections.Immutable;
using Finsam.Documents.Pdf.Output;

namespace Finsam.Documents.Pdf.Layout;

/// <summary>Something that stands on a page, as wide as the text, and that may be divided between two pages. It knows how high it is before it is drawn:
/// pages are made first, so that each can say how many they are.</summary>
internal abstract record Block
{
    /// <summary>Room above, which is left out at the top of a page.</summary>
    public double SpaceBefore { get; init; }

    /// <summary>True when it stands on the same page as the beginning of the next block.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>What is drawn again when this block begins a page: a table's header row.</summary>
    public Block? Head { get; init; }

    /// <summary>The elements that begin with this block, from the outside.</summary>
    public ImmutableArray<Tag> Opens { get; init; } = [];

    /// <summary>How many elements end with this block, beside its own.</summary>
    public int Closes { get; init; }

    /// <summary>Its height.</summary>
    public abstract double Height { get; }

    /// <summary>The least of it that may stand at the foot of a page.</summary>
    public virtual double LeastHeight => Height;

    /// <summary>Itself in two, of which the first fits in the room; null when it is not to be divided there.</summary>
    public virtual (Block First, Block Last)? Split(double room) => null;

    /// <summary>Draws it.</summary>
    public void Draw(Canvas canvas, double top)
    {
        foreach (var tag in Opens)
        {
            canvas.Begin(tag);
        }

        DrawSelf(canvas, top);
        for (var i = 0; i < Closes; i++)
        {
            canvas.End();
        }
    }

    /// <summary>Draws what is its own.</summary>
    protected abstract void DrawSelf(Canvas canvas, double top);
}
