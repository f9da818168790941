using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>How much room text takes, by the mean width of Calibri's letters. Good to a line or so on a page: enough to estimate page numbers and to
/// decide which tables are short enough to be kept on one page. Word lays the pages out in the end.</summary>
internal static class TextMeasure
{
    public const double CaptionHeight = 15 + 12.2 + 5;
    public const double NoteLineHeight = 11;
    public const double NoteSpacing = 8;

    // A share of the type size, measured on Swedish running text.
    private const double LetterWidth = 0.44;
    private const double TableTextSize = 9.5;
    private const double TableLineHeight = 11.9;
    private const double TableParagraphSpacing = 4;
    private const double RowPadding = 0.8;
    private const double CellPadding = 8.5;
    private const double ListIndent = 14.2;

    // A table that takes at most this share of a page stays whole; a longer one may run on, with its head repeated.
    private const double LongestKeptTable = 0.4;
    private const double LongestKeptFormSheet = 0.6;
    private const double LongestKeptOnLyingPage = 0.85; // Lying pages have nothing but tables.

    /// <summary>The lines that text fills in a column of this width, in points.</summary>
    public static int Lines(string text, double width, double size)
    {
        var room = Math.Max(1, (int)(width / (size * LetterWidth)));
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            lines++;
            var used = 0;
            foreach (var word in line.Split(' '))
            {
                var length = word.End.Value - word.Start.Value;
                if (used > 0 && used + 1 + length > room)
                {
                    lines++;
                    used = 0;
                }

                used += length + (used > 0 ? 1 : 0);
                lines += Math.Max(0, (used - 1) / room);
                used = used > room ? ((used - 1) % room) + 1 : used;
            }
        }

        return lines;
    }

    /// <summary>True when the whole table shall stand on one page.</summary>
    public static bool IsKeptTogether(DraftPart.Table table) =>
        TableHeight(table) <= (table.IsLandscape ? LongestKeptOnLyingPage : table.ShowHeader ? LongestKeptTable : LongestKeptFormSheet) * PageFrame.Of(table).TextHeightInPoints;

    /// <summary>The height of caption, rows and notes in points.</summary>
    public static double TableHeight(DraftPart.Table table) =>
        CaptionHeight + RowHeights(table).Sum() + table.Notes.Sum(note => NoteHeight(note));

    /// <summary>The height of a line below a table.</summary>
    public static double NoteHeight(string note) => (Lines(note, PageLayout.TextWidthInPoints, 9) * NoteLineHeight) + NoteSpacing;

    /// <summary>The height of each row, the head first.</summary>
    public static IEnumerable<double> RowHeights(DraftPart.Table table)
    {
        var widths = TableWidths.Of(table, PageFrame.Of(table).TextWidth);
        if (table.ShowHeader)
        {
            yield return table.Columns.Select((column, i) => CellHeight(column.Header, false, widths[i])).DefaultIfEmpty().Max();
        }

        foreach (var row in table.Rows)
        {
            yield return row.Cells.Select((cell, i) => CellHeight(cell.Text, cell.Numbered, widths[i])).DefaultIfEmpty().Max();
        }
    }

    private static double CellHeight(string text, bool numbered, int width)
    {
        var room = (width / PageLayout.TwipsPerPoint) - CellPadding - (numbered ? ListIndent : 0);
        var paragraphs = Tables.CellLines(text);
        return RowPadding + paragraphs.Sum(line => (Lines(line, room, TableTextSize) * TableLineHeight) + TableParagraphSpacing);
    }
}
