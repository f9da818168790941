using System.Collections.Immutable;

namespace Finsam.Domain.Drafts.Changes;

/// <summary>What has changed between two versions of a draft, figure by figure.</summary>
public static class CompareDrafts
{
    /// <summary>Compares two versions.</summary>
    /// <param name="before">The older.</param>
    /// <param name="after">The newer.</param>
    public static DraftChanges Run(DraftFigures before, DraftFigures after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (before.Tables.ToDictionary(t => t.Id, StringComparer.Ordinal), after.Tables.ToDictionary(t => t.Id, StringComparer.Ordinal));
        return new DraftChanges(
            [.. after.Tables.Where(t => old.ContainsKey(t.Id)).Select(t => Changed(old[t.Id], t)).Where(t => !t.Cells.IsEmpty || t.WasCalled is not null)],
            [.. after.Tables.Where(t => !old.ContainsKey(t.Id)).Select(t => t.Caption)],
            [.. before.Tables.Where(t => !now.ContainsKey(t.Id)).Select(t => t.Caption)]);
    }

    private static TableChanges Changed(FigureTable before, FigureTable after)
    {
        var old = before.Cells.ToDictionary(c => (c.Row, c.Column), c => c.Text);
        var now = after.Cells.Select(c => (c.Row, c.Column)).ToHashSet();
        return new TableChanges(
            after.Id,
            after.Caption,
            before.Caption == after.Caption ? null : before.Caption,
            [
                .. after.Cells.Select(c => new CellChange(c.Row, c.Column, old.GetValueOrDefault((c.Row, c.Column)), c.Text)).Where(c => c.From != c.To),
                .. before.Cells.Where(c => !now.Contains((c.Row, c.Column))).Select(c => new CellChange(c.Row, c.Column, c.Text, null)),
            ]);
    }
}

/// <summary>What has changed between two versions of a draft.</summary>
/// <param name="Tables">The tables that are in both, where something differs; the figures in running text are one of them.</param>
/// <param name="Added">The captions of tables that are only in the newer.</param>
/// <param name="Removed">The captions of tables that are only in the older.</param>
public sealed record DraftChanges(ImmutableArray<TableChanges> Tables, ImmutableArray<string> Added, ImmutableArray<string> Removed)
{
    /// <summary>True when no figure differs.</summary>
    public bool IsEmpty => Tables.IsEmpty && Added.IsEmpty && Removed.IsEmpty;

    /// <summary>How many figures differ.</summary>
    public int Count => Tables.Sum(t => t.Cells.Length);
}

/// <summary>What has changed in a table.</summary>
/// <param name="Id">The table.</param>
/// <param name="Caption">What it is called now.</param>
/// <param name="WasCalled">What it was called; null when that is the same.</param>
/// <param name="Cells">The cells that differ.</param>
public sealed record TableChanges(string Id, string Caption, string? WasCalled, ImmutableArray<CellChange> Cells);

/// <summary>A cell that differs.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Column">Its column.</param>
/// <param name="From">What it said; null when it was not there.</param>
/// <param name="To">What it says; null when it is there no more.</param>
public sealed record CellChange(string Row, string Column, string? From, string? To);
