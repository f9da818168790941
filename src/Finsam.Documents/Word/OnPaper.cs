using System.Collections.Immutable;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>A draft as it is laid out on pages. What it says and where it comes from is the same; only how it stands is changed, and only by what the
/// parts themselves are.</summary>
internal static class OnPaper
{
    // A lying page for three rows is a page for nothing.
    private const int MostRowsTurned = 3;

    private const int LabelShare = 4;
    private const int FigureShare = 2;

    /// <summary>The draft with wide and low tables turned, and short sheets of an appendix sharing pages.</summary>
    public static DraftDocument Of(DraftDocument document) => document with
    {
        Parts = SharingPages([.. document.Parts.Select(part => part is DraftPart.Table table && IsTurned(table) ? Turned(table) : part)]),
    };

    private static bool IsTurned(DraftPart.Table table) =>
        table is { IsLandscape: true, Landscape: false, ShowHeader: true, Rows.Length: > 0 and <= MostRowsTurned } &&
        table.Columns.Length > table.Rows.Length + 1 &&
        table.Columns.Skip(1).All(column => column.Alignment == Alignment.Right) &&
        table.Rows.All(row => row.Kind == RowKind.Normal && row.Cells.Length == table.Columns.Length);

    // Columns become rows, and their heads the rows' headings.
    private static DraftPart.Table Turned(DraftPart.Table table) => table with
    {
        Columns = [table.Columns[0] with { Width = LabelShare }, .. table.Rows.Select(row => new TableColumn(row.Cells[0].Text, Alignment.Right, FigureShare))],
        Rows = [.. table.Columns.Index().Skip(1).Select(column => new TableRow([column.Item.Header, .. table.Rows.Select(row => row.Cells[column.Index])]))],
    };

    // A sheet that begins a page of its own stays on the page of the sheet before it, when both are whole on it.
    private static ImmutableArray<DraftPart> SharingPages(ImmutableArray<DraftPart> parts)
    {
        var shared = ImmutableArray.CreateBuilder<DraftPart>(parts.Length);
        var used = 0.0;
        for (var part = 0; part < parts.Length; part++)
        {
            if (parts[part] is DraftPart.PageBreak && Sheet(parts, part + 1) is { } sheet && Sheet(parts, part - 2) is not null &&
                used + sheet <= PageFrame.Standing.TextHeightInPoints)
            {
                used += sheet;
                continue;
            }

            if (parts[part] is DraftPart.PageBreak)
            {
                used = Sheet(parts, part + 1) ?? 0;
            }
            else if (Sheet(parts, part) is { } first && (part == 0 || parts[part - 1] is not DraftPart.PageBreak))
            {
                used = (part > 0 && parts[part - 1] is DraftPart.Heading ? TextMeasure.SheetHeadingHeight : 0) + first;
            }

            shared.Add(parts[part]);
        }

        return shared.ToImmutable();
    }

    // The height of a heading and the form sheet under it; null when something else stands there, or a sheet that is not kept whole.
    private static double? Sheet(ImmutableArray<DraftPart> parts, int heading) =>
        heading >= 0 && heading + 1 < parts.Length && parts[heading] is DraftPart.Heading && parts[heading + 1] is DraftPart.Table { ShowHeader: false } table &&
        TextMeasure.IsKeptTogether(table)
            ? TextMeasure.SheetHeadingHeight + TextMeasure.TableHeight(table)
            : null;
}
