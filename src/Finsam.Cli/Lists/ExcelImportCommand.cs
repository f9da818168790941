using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Lists;
using Finsam.App.Records;
using Finsam.Cli.Hosting;
using Finsam.Domain.Records;

namespace Finsam.Cli.Lists;

/// <summary>finsam excel-import: lists in a workbook into an instance.</summary>
public static class ExcelImportCommand
{
    /// <summary>Runs it; prints every finding with sheet and cell, and what was changed or would be.</summary>
    public static async Task<int> RunAsync(string path, ListOptions options, bool preview, string? association, ChosenService service, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.NoFile, path));
        }

        using var client = await ApiClient.ConnectAsync(service, cancellation);
        var answer = await ListClient.ImportAsync(
            client, await ApiClient.AssociationAsync(client, association, cancellation), await File.ReadAllBytesAsync(path, cancellation), options, preview, cancellation);
        var refused = answer.Findings.Any(f => !f.IsWarning);
        foreach (var line in Lines(answer))
        {
            Console.WriteLine(line);
        }

        return refused ? 1 : 0;
    }

    /// <summary>How columns are matched: "Projekt=namn", or "Projekt=-" for one that is left out.</summary>
    /// <exception cref="UserException">One is not written so.</exception>
    public static ImmutableArray<ColumnMatch> Columns(IEnumerable<string> written) =>
    [
        .. written.Select(w => w.LastIndexOf('=') is > 0 and var at && at < w.Length - 1
            ? new ColumnMatch(w[..at].Trim(), w[(at + 1)..].Trim() is var column && column == "-" ? "" : column)
            : throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.NotAColumn, w))),
    ];

    /// <summary>What came of it as it is printed; last, whether anything is changed.</summary>
    public static IEnumerable<string> Lines(ListAnswer answer) =>
        answer.Findings.Select(f => $"{Place(f)}{(f.IsWarning ? CliTexts.Warning : CliTexts.Error)}: {f.Message}")
            .Concat(answer.Changes.Select(c => $"{c.Where}: {ChangeText.From(c)} → {ChangeText.To(c)}"))
            .Concat(answer.Counts.Where(c => c is not { Added: 0, Changed: 0, Removed: 0 }).Select(c => string.Format(CultureInfo.InvariantCulture, CliTexts.ListCount, c.Sheet, c.List, c.Added, c.Changed, c.Removed)))
            .Append((answer.Findings.Any(f => !f.IsWarning), answer.Imported, answer.Changes.IsEmpty) switch
            {
                (true, _, _) => CliTexts.ListsNotImported,
                (_, false, true) => CliTexts.ListsTriedSame,
                (_, false, false) => CliTexts.ListsTried,
                (_, true, true) => CliTexts.ListsSame,
                (_, true, false) => CliTexts.ListsImported,
            });

    private static string Place(ListFinding finding) => finding switch
    {
        { Sheet: { } sheet, Cell: { } cell } => $"{sheet}!{cell}: ",
        { Sheet: { } sheet } => $"{sheet}: ",
        { Place: { } place } => $"{place}: ",
        _ => "",
    };
}
