using System.Collections.Immutable;
using System.Globalization;
using Finsam.Documents.Excel;
using Finsam.Domain.Records;

namespace Finsam.App.Lists;

/// <summary>A sheet's header row, and which of a list's columns its headers are.</summary>
internal sealed class SheetColumns
{
    private const int RowsToLookIn = 50;

    private SheetColumns(RecordList list, ReadSheet sheet, ReadRow header, ImmutableArray<HeadedColumn> columns, ImmutableArray<ListFinding> findings)
    {
        (List, Sheet, Header, Columns, Findings) = (list, sheet, header, columns, findings);
        ToTheLetter = sheet.Name == list.Sheet && header.Number == 1
            && header.Cells.Select(c => (c.Value as CellValue.Text)?.Value).SequenceEqual(list.AllColumns.Select(c => c.Header), StringComparer.Ordinal);
    }

    /// <summary>The list.</summary>
    public RecordList List { get; }

    /// <summary>The sheet.</summary>
    public ReadSheet Sheet { get; }

    /// <summary>The row with the headers.</summary>
    public ReadRow Header { get; }

    /// <summary>The columns that are taken in.</summary>
    public ImmutableArray<HeadedColumn> Columns { get; }

    /// <summary>What is wrong with the headers.</summary>
    public ImmutableArray<ListFinding> Findings { get; }

    /// <summary>The headers as they stand.</summary>
    public IEnumerable<string> Headers => Header.Cells.Select(c => TextOf(c.Value));

    /// <summary>True for a sheet of our own form: its texts are taken to the letter, while an association's own are taken as people mean them.</summary>
    public bool ToTheLetter { get; }

    /// <summary>How many of the headers a list knows, in the row of the sheet where it knows most; 0 when it knows none.</summary>
    public static int Known(RecordList list, ReadSheet sheet, ImmutableArray<ColumnMatch> matches) =>
        sheet.Rows.Take(RowsToLookIn).Select(row => KnownIn(list, row, matches)).DefaultIfEmpty(0).Max();

    /// <summary>True when a row of the sheet has all that a list must have, and nothing that it has not.</summary>
    public static bool Fits(RecordList list, ReadSheet sheet, ImmutableArray<ColumnMatch> matches) =>
        Find(list, sheet, matches) is { Findings: [] };

    /// <summary>The columns of a sheet.</summary>
    /// <param name="list">The list.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="matches">How headers are matched: those given now before those remembered.</param>
    /// <returns>The columns; null when no row has a header of the list.</returns>
    public static SheetColumns? Find(RecordList list, ReadSheet sheet, ImmutableArray<ColumnMatch> matches)
    {
        var best = sheet.Rows.Take(RowsToLookIn).Select(row => (Row: row, Known: KnownIn(list, row, matches))).DefaultIfEmpty().MaxBy(r => r.Known);
        return best.Known == 0 ? null : Read(list, sheet, best.Row, matches);
    }

    private static SheetColumns Read(RecordList list, ReadSheet sheet, ReadRow header, ImmutableArray<ColumnMatch> matches)
    {
        var columns = ImmutableArray.CreateBuilder<HeadedColumn>();
        var findings = ImmutableArray.CreateBuilder<ListFinding>();
        void Error(string? cell, string text, params ReadOnlySpan<object?> values) =>
            findings.Add(new(sheet.Name, cell, string.Format(CultureInfo.InvariantCulture, text, values)));

        foreach (var cell in header.Cells)
        {
            var written = TextOf(cell.Value).Trim();
            switch (Match(list, written, matches))
            {
                case null:
                    Error(cell.Address, ListTexts.UnknownColumn, written, list.Id, Known(list));
                    break;
                case { Column: { } column } when columns.FirstOrDefault(c => c.Column == column) is { } first:
                    Error(cell.Address, ListTexts.ColumnTwice, written, first.Written, first.Letters + header.Number.ToString(CultureInfo.InvariantCulture));
                    break;
                case { Column: { } column }:
                    columns.Add(new HeadedColumn(column, cell.Column, cell.Address.TrimEnd("0123456789".ToCharArray()), written));
                    break;
            }
        }

        var atLeft = header.Cells[0].Address;
        foreach (var missing in list.AllColumns.Where(c => list.MustHave(c) && columns.All(k => k.Column != c)))
        {
            Error(
                atLeft, missing.Words.IsEmpty ? ListTexts.MissingColumn : ListTexts.MissingChoice,
                missing.Header, list.Sheet, string.Join(", ", missing.Words.Select(w => w.Words[0])));
        }

        var headed = header.Cells.Select(c => c.Column).ToHashSet();
        foreach (var stray in sheet.Rows.Where(r => r.Number > header.Number).SelectMany(r => r.Cells).Where(c => !headed.Contains(c.Column)).DistinctBy(c => c.Column))
        {
            Error(stray.Address, ListTexts.ColumnWithoutHeader);
        }

        return new SheetColumns(list, sheet, header, columns.ToImmutable(), findings.ToImmutable());
    }

    /// <summary>The columns of a list, for telling whoever has another.</summary>
    public static string Known(RecordList list) => string.Join(", ", list.Known.Select(c => $"{c.Header} ({c.Id})"));

    private static int KnownIn(RecordList list, ReadRow row, ImmutableArray<ColumnMatch> matches) =>
        row.Cells.Count(c => c.Value is CellValue.Text(var text) && Match(list, text.Trim(), matches) is not null);

    // No match; or the column, which is null when it is to be left out.
    private static Matched? Match(RecordList list, string header, ImmutableArray<ColumnMatch> matches)
    {
        if (matches.FirstOrDefault(m => IsSame(m.Header, header)) is { } match)
        {
            return match.Column.Length == 0 ? new Matched(null) : Called(list, match.Column) is { } known ? new Matched(known) : null;
        }

        return Headed(list, header) is { } column ? new Matched(column) : null;
    }

    private static ListColumn? Headed(RecordList list, string header)
    {
        var spelt = Spelling.OfHeader(header);
        return list.Known.FirstOrDefault(c => c.Header == header)
            ?? list.Known.FirstOrDefault(c => c.Headers.Contains(header, StringComparer.OrdinalIgnoreCase))
            ?? (spelt.Length == 0 ? null : list.Known.FirstOrDefault(c => c.Headers.Any(h => Spelling.OfHeader(h) == spelt)));
    }

    /// <summary>The column of a list that somebody means: by its id or any of its headers, however they are spelt; null when there is none.</summary>
    public static ListColumn? Called(RecordList list, string written) =>
        list.Known.FirstOrDefault(c => c.Id == written)
        ?? Headed(list, written.Trim())
        ?? (Spelling.IdOf(written) is { Length: > 0 } id ? list.Known.FirstOrDefault(c => c.Id == id || c.Headers.Any(h => Spelling.IdOf(h) == id)) : null);

    /// <summary>True when two headers are written the same, but for case and spaces.</summary>
    public static bool IsSame(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string TextOf(CellValue value) => value switch
    {
        CellValue.Text(var text) => text,
        CellValue.Number(var number) => number.ToString(CultureInfo.InvariantCulture),
        CellValue.Date(var day) => Domain.Formats.SwedishFormat.Date(day),
        _ => "",
    };

    private sealed record Matched(ListColumn? Column);
}

/// <summary>A column of a sheet that is one of a list's.</summary>
/// <param name="Column">The list's column.</param>
/// <param name="Index">Where it stands in the sheet, from 0.</param>
/// <param name="Letters">The same as Excel shows it.</param>
/// <param name="Written">The header as it stands.</param>
internal sealed record HeadedColumn(ListColumn Column, int Index, string Letters, string Written);
