using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.App.Setup.Checks;
using Finsam.Documents.Excel;
using Finsam.Domain.Records;

namespace Finsam.App.Lists;

/// <summary>How a workbook is to be taken in.</summary>
public sealed record ListOptions
{
    /// <summary>The list, when neither the sheet's name nor its headers say it.</summary>
    public string? List { get; init; }

    /// <summary>The sheet, when not all are to be read.</summary>
    public string? Sheet { get; init; }

    /// <summary>What headers are, where we cannot see it; remembered when the lists are taken in.</summary>
    public ImmutableArray<ColumnMatch> Columns { get; init; } = [];

    /// <summary>True when the lists become exactly what the workbook holds; else what is known is changed, the rest is added and nothing taken away.</summary>
    public bool Replace { get; init; }
}

/// <summary>What taking in a workbook comes to.</summary>
/// <param name="Record">The record as it would be; null when there is an error among the findings.</param>
/// <param name="Findings">Everything that is wrong or doubtful.</param>
public sealed record ListOutcome(AssociationRecord? Record, ImmutableArray<ListFinding> Findings)
{
    /// <summary>What would be changed.</summary>
    public ImmutableArray<RecordChange> Changes { get; init; } = [];

    /// <summary>The same in numbers, list by list.</summary>
    public ImmutableArray<ListCount> Counts { get; init; } = [];
}

/// <summary>Takes lists in a workbook into a record: whole or not at all, and everything that is wrong is said at once, at its cell. Touches no storage.</summary>
public static partial class ImportLists
{
    private const int MostFindings = 1000;

    /// <summary>What taking in the workbook comes to.</summary>
    public static ListOutcome Run(AssociationRecord before, ReadOnlyMemory<byte> workbook, ListOptions options)
    {
        var read = WorkbookReader.Read(workbook);
        List<ListFinding> findings = [.. read.Findings.Select(f => new ListFinding(f.Sheet, f.Cell, f.Message, f.IsWarning))];
        if (read.Sheets.IsEmpty && !read.IsWhole)
        {
            return Failed(findings, read);
        }

        var ofHeaders = new List<ListFinding>();
        var sheets = SheetsOf(before, read, options, ofHeaders);
        findings.RemoveAll(f => sheets.Any(s => s.Sheet.Name == f.Sheet && IsAbove(s.Header.Number, f)));
        var told = findings.Where(f => !f.IsWarning && f.Cell is not null).Select(f => (f.Sheet, f.Cell)).ToHashSet();
        findings.AddRange(ofHeaders);
        var draft = new RecordDraft(before);
        var counts = ImmutableArray.CreateBuilder<ListCount>();
        foreach (var list in RecordLists.InOrder)
        {
            var columns = sheets.Where(s => s.List == list && s.Columns.Length > 0).ToArray();
            if (columns.Length > 0)
            {
                void Say(ListRow row, ListColumn? column, string message, bool isWarning = false)
                {
                    // A cell that could not be read at all is not missing too.
                    if (!told.Contains((row.Sheet, row.Cell(column))))
                    {
                        findings.Add(new(row.Sheet, row.Cell(column), message, isWarning));
                    }
                }

                var rows = columns.SelectMany(c => RowsOf(draft, c)).ToArray();
                foreach (var row in rows)
                {
                    foreach (var (column, error) in row.Errors)
                    {
                        Say(row, column, error);
                    }
                }

                counts.AddRange(new ApplyList(draft, list, options.Replace, Say).Run(rows));
            }
        }

        var isUnread = findings.Exists(f => !f.IsWarning);
        AssociationRecord? after = null;
        try
        {
            after = Remember(PackageFiles.Record(draft.Texts()), sheets, options.Columns);
        }
        catch (JsonException) when (isUnread)
        {
            // What is missing has been told at its cell.
        }

        if (after is not null)
        {
            findings.AddRange(Checked(before, after, draft, isUnread).Distinct());
        }

        return findings.Exists(f => !f.IsWarning)
            ? Failed(findings, read)
            : new ListOutcome(after, InOrder(findings, read)) { Changes = RecordDiff.Between(before, after!), Counts = counts.ToImmutable() };
    }

    // What stands above the headers is a title that nobody reads; but merged cells may reach from there into the headers.
    private static bool IsAbove(int header, ListFinding finding) =>
        finding.Cell is { } cell && RowOf(cell) is > 0 and var row && row < header
        && !(Range().Match(finding.Message) is { Success: true } range && range.Groups["first"].Value == cell && Last(range) >= header);

    private static int Last(Match range) => int.TryParse(range.Groups["row"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;

    private static int RowOf(string? cell) => int.TryParse(cell?.TrimStart(Letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;

    private static IEnumerable<ListRow> RowsOf(RecordDraft draft, SheetColumns columns)
    {
        var cells = columns.Columns.ToDictionary(c => c, c => new CellIn(
            c.Column,
            c.Column.Refers.IsEmpty ? null : Names.Of(draft.Files, c.Column.Refers, draft.Unread(c.Column), draft.Former(c.Column)),
            draft.Unread(c.Column).Select(u => u.Id).ToHashSet(StringComparer.Ordinal),
            columns.ToTheLetter,
            c.Column.Kind == ColumnKind.Kronor ? Spelling.UnitOf(c.Written) : 1m));
        return columns.Sheet.Rows.Where(r => r.Number > columns.Header.Number).Select(r => new ListRow(columns, cells, r));
    }

    private static ImmutableArray<SheetColumns> SheetsOf(AssociationRecord record, ReadWorkbook workbook, ListOptions options, List<ListFinding> findings)
    {
        var wanted = Wanted(workbook, options, findings);
        var sheets = ImmutableArray.CreateBuilder<SheetColumns>();
        foreach (var sheet in wanted)
        {
            var list = options.List is { } given ? RecordLists.Find(given) : ListOf(record, sheet, options);
            if (list is null)
            {
                findings.Add(new(sheet.Name, null, Text(ListTexts.UnknownSheet, string.Join(", ", RecordLists.All.Select(l => l.Id)))));
            }
            else if (SheetColumns.Find(list, sheet, Matches(record, list, options)) is not { } columns)
            {
                findings.Add(new(sheet.Name, null, Text(ListTexts.NoHeaders, list.Id, SheetColumns.Known(list))));
            }
            else
            {
                findings.AddRange(columns.Findings);
                findings.AddRange(
                    from column in columns.Columns
                    where Spelling.UnitOf(column.Written) is > 1
                    let isRead = column.Column.Kind == ColumnKind.Kronor
                    select new ListFinding(
                        sheet.Name, column.Letters + columns.Header.Number.ToString(CultureInfo.InvariantCulture),
                        Text(isRead ? ListTexts.ReadInUnit : ListTexts.NotInUnits, column.Written, Domain.Formats.SwedishFormat.Number(Spelling.UnitOf(column.Written))),
                        isRead));
                sheets.Add(columns);
            }
        }

        foreach (var match in options.Columns)
        {
            if (!sheets.Any(s => s.Headers.Any(h => SheetColumns.IsSame(h, match.Header))))
            {
                findings.Add(new(wanted.Length == 1 ? wanted[0].Name : null, null, Text(ListTexts.NoSuchHeader, match.Header)));
            }
            else if (match.Column.Length > 0 && sheets.All(s => SheetColumns.Called(s.List, match.Column) is null))
            {
                findings.Add(new(sheets[0].Sheet.Name, null, Text(ListTexts.NoSuchColumn, match.Column, sheets[0].List.Id, SheetColumns.Known(sheets[0].List))));
            }
        }

        return sheets.ToImmutable();
    }

    private static ImmutableArray<ReadSheet> Wanted(ReadWorkbook workbook, ListOptions options, List<ListFinding> findings)
    {
        var filled = workbook.Sheets.Where(s => !s.Rows.IsEmpty).ToImmutableArray();
        if (options.List is { } id && RecordLists.Find(id) is null)
        {
            findings.Add(new(null, null, Text(ListTexts.NoSuchList, id, string.Join(", ", RecordLists.All.Select(l => l.Id)))));
            return [];
        }

        if (filled.IsEmpty)
        {
            findings.Add(new(null, null, ListTexts.NothingToRead));
            return [];
        }

        var names = string.Join(", ", filled.Select(s => s.Name));
        if (options.Sheet is { } name)
        {
            var named = filled.Where(s => SheetColumns.IsSame(s.Name, name)).ToImmutableArray();
            if (named.IsEmpty)
            {
                findings.Add(new(null, null, Text(ListTexts.NoSuchSheet, name, names)));
            }

            return named;
        }

        if (options.List is null || filled.Length == 1)
        {
            return filled;
        }

        var sheet = RecordLists.Find(options.List)!.Sheet;
        var ofList = filled.Where(s => Spelling.Of(s.Name) == Spelling.Of(sheet)).ToImmutableArray();
        if (ofList.IsEmpty)
        {
            findings.Add(new(null, null, Text(ListTexts.NoSheetForList, sheet, names)));
        }

        return ofList;
    }

    // By its name; else by its headers, when they fit one list alone.
    private static RecordList? ListOf(AssociationRecord record, ReadSheet sheet, ListOptions options)
    {
        if (RecordLists.Find(sheet.Name) is { } named)
        {
            return named;
        }

        return RecordLists.All.Where(l => SheetColumns.Fits(l, sheet, Matches(record, l, options))).ToArray() is [var only] ? only : null;
    }

    private static ImmutableArray<ColumnMatch> Matches(AssociationRecord record, RecordList list, ListOptions options) =>
        [.. options.Columns, .. record.Columns.Lists.FirstOrDefault(l => l.List == list.Id)?.Columns ?? []];

    private static AssociationRecord Remember(AssociationRecord record, ImmutableArray<SheetColumns> sheets, ImmutableArray<ColumnMatch> given)
    {
        foreach (var sheet in sheets)
        {
            var own = given.Where(g => sheet.Headers.Any(h => SheetColumns.IsSame(h, g.Header)))
                .Select(g => g with { Column = SheetColumns.Called(sheet.List, g.Column)?.Id ?? g.Column }).ToArray();
            if (own.Length > 0)
            {
                var known = record.Columns.Lists.FirstOrDefault(l => l.List == sheet.List.Id);
                var matches = (known?.Columns ?? []).Where(m => !own.Any(o => SheetColumns.IsSame(o.Header, m.Header))).Concat(own);
                var now = new ListColumns(sheet.List.Id, [.. matches.OrderBy(m => m.Header, StringComparer.Ordinal)]);
                record = record with { Columns = new ColumnFile { Lists = known is null ? record.Columns.Lists.Add(now) : record.Columns.Lists.Replace(known, now) } };
            }
        }

        return record;
    }

    // What the record would be is held against the schemas and the rules as a package is; what it had already is not the workbook's doing.
    private static IEnumerable<ListFinding> Checked(AssociationRecord before, AssociationRecord after, RecordDraft draft, bool isUnread)
    {
        var already = Wrong(before).GroupBy(Same, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var finding in Wrong(after))
        {
            if (already.GetValueOrDefault(Same(finding)) is > 0 and var count)
            {
                already[Same(finding)] = count - 1;
                continue;
            }

            var place = draft.Find(finding.File, finding.Path);

            // With rows that could not be read, a list that is too short and a doubt about sums say nothing yet.
            if (isUnread && (finding.IsWarning || place is null || draft.IsList(finding.File, finding.Path)))
            {
                continue;
            }

            yield return place is { } at
                ? new ListFinding(at.Row.Sheet, at.Row.Cell(at.Column), Words(finding, draft), finding.IsWarning)
                : new ListFinding(null, null, Words(finding, draft), finding.IsWarning) { Place = $"{finding.File} {finding.Path}" };
        }
    }

    // Reading a package ends where a schema is not followed. So that everything is said at once the rules are tried all the same, as far as
    // what stands there lets them: a year 0 is no day to reckon from.
    private static ImmutableArray<PackageFinding> Wrong(AssociationRecord record)
    {
        var read = ReadPackage.From(PackageFiles.Of(record)).Findings;
        if (read.All(f => f.IsWarning))
        {
            return [.. read.Distinct()];
        }

        try
        {
            return [.. read.Concat(CheckRecord.Run(record)).Distinct()];
        }
        catch (ArgumentOutOfRangeException)
        {
            return [.. read.Distinct()];
        }
    }

    private static string Same(PackageFinding finding) => $"{finding.File} {finding.IsWarning} {finding.Message}";

    // The package's messages speak of its files; these say the same of columns and lists.
    private static string Words(PackageFinding finding, RecordDraft draft) => finding switch
    {
        { File: "initiatives.json", Path: var path } when path.EndsWith("].contacts", StringComparison.Ordinal) => Text(ListTexts.NoContact, draft.NameOf(finding.File, path)),
        { File: "budget.json", Path: var path } when path.EndsWith("].lines", StringComparison.Ordinal) => Text(ListTexts.NoLines, draft.NameOf(finding.File, path)),
        { Message: var message } when message == SetupTexts.GoalWithoutMeasure => ListTexts.GoalWithoutMeasure,
        { Message: var message } when message == SetupTexts.MeasureWithoutCells => ListTexts.MeasureWithoutCells,
        { Message: var message } when message == SetupTexts.ShareWithoutBase => ListTexts.ShareWithoutBase,
        { Message: var message } when message == SetupTexts.TargetWithoutValue => ListTexts.TargetOrAgainst,
        _ => FileWords().Replace(finding.Message, ""),
    };

    private static ListOutcome Failed(List<ListFinding> findings, ReadWorkbook workbook)
    {
        var told = InOrder(findings, workbook);
        return new(null, told.Length <= MostFindings ? told : [.. told.Take(MostFindings), new(null, null, Text(ListTexts.TooManyFindings, MostFindings))]);
    }

    // From above and from the left, sheet by sheet; first what is about the whole file.
    private static ImmutableArray<ListFinding> InOrder(IEnumerable<ListFinding> findings, ReadWorkbook workbook)
    {
        var sheets = workbook.Sheets.Select(s => s.Name).ToList();
        return
        [
            .. findings.Distinct()
                .OrderBy(f => f.Sheet is null ? f.Place is null ? -1 : int.MaxValue : sheets.IndexOf(f.Sheet))
                .ThenBy(f => RowOf(f.Cell))
                .ThenBy(f => f.Cell?.Length).ThenBy(f => f.Cell, StringComparer.Ordinal),
        ];
    }

    private static readonly char[] Letters = [.. Enumerable.Range('A', 26).Select(c => (char)c)];

    [GeneratedRegex(@" \((supplement|newEnd|from|to)\)", RegexOptions.CultureInvariant)]
    private static partial Regex FileWords();

    [GeneratedRegex("(?<first>[A-Z]+[0-9]+):[A-Z]+(?<row>[0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    private static string Text(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
