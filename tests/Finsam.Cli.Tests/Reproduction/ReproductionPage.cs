using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Finsam.Cli.Tests.Reproduction;

/// <summary>A page for an association: every table, chart and list of its published report, cell by cell, with what came out and why the rest did not.</summary>
internal static class ReproductionPage
{
    private const int Longest = 60;

    public static string Of(PublishedReport report, ImmutableArray<ComparedTable> tables)
    {
        var page = new StringBuilder();
        var (same, countable, errors) = (tables.Sum(t => t.Same), tables.Sum(t => t.Countable), tables.Sum(t => t.PrintedErrors));
        Line(page, $"# {report.Title}, återskapad");
        Line(page, "");
        Line(page, "Utkastet är gjort av exemplets register och svar, genom exemplets disposition, och jämfört ruta för ruta med det som trycktes. Sidan skrivs av");
        Line(page, $"`FINSAM_ATERSKAPAT=skriv dotnet run --project tests/Finsam.Cli.Tests -- -class Finsam.Cli.Tests.Reproduction.ReproductionTests`.");
        Line(page, "");
        Line(page, $"**{same} av {countable} rutor ({Percent(same, countable)}) är återskapade.** Tryckta fel räknas för sig: {errors} rutor där rapporten säger emot sig själv eller almanackan;");
        Line(page, "utkastet har det som går ihop. Tomma rutor räknas inte. Bara typografi skiljs bort: mellanrum, streck, fotnotstecken, versaler och skiljetecken i namn.");
        Line(page, "");
        Line(page, "| Nr | Tabell, diagram eller lista | Var | Matas av | Rutor | Återskapade | Tryckta fel | Avviker |");
        Line(page, "|---:|---|---|---|---:|---:|---:|---:|");
        foreach (var (index, table) in tables.Index())
        {
            Line(page, $"| {index + 1} | {Escape(table.Published.Title)} | {Escape(table.Published.Where)} | {Word(table.Published.FedBy)} | {table.Countable} | {table.Same} | {table.PrintedErrors} | {table.Differing} |");
        }

        Line(page, $"| | **Summa** | | | **{countable}** | **{same}** | **{errors}** | **{countable - same}** |");
        var later = report.Tables.Where(t => t.FedBy is FedBy.Accounts or FedBy.Survey).ToArray();
        if (later.Length > 0)
        {
            Line(page, "");
            Line(page, $"Inte jämförda, för att de kommer ur bokföringen eller enkäten: {string.Join("; ", later.Select(t => t.Title))}.");
        }

        foreach (var (index, table) in tables.Index())
        {
            Write(page, index + 1, table);
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, int number, ComparedTable table)
    {
        Line(page, "");
        Line(page, $"## {number}. {table.Published.Title}");
        Line(page, "");
        Line(page, table.Published.Kind switch
        {
            PublishedKind.Texts => "I utkastets text.",
            PublishedKind.Headings => "Utkastets rubriker.",
            PublishedKind.Front => "Utkastets framsida.",
            _ when table.Found => $"I utkastet: ”{table.Published.Draft}”.",
            _ => "Finns inte i utkastet.",
        });
        if (table.Published.Note is { } note)
        {
            Line(page, note);
        }

        Line(page, "");
        Line(page, $"| {string.Join(" | ", table.Published.Columns.Select(c => c.Length == 0 ? " " : Escape(c)))} |");
        Line(page, $"|{string.Concat(Enumerable.Repeat("---|", table.Published.Columns.Length))}");
        foreach (var (index, row) in table.Published.Rows.Index())
        {
            Line(page, $"| {string.Join(" | ", row.Index().Select(c => Mark(c.Item, table.Cells.FirstOrDefault(x => x.Row == index && x.Column == c.Index))))} |");
        }

        var differing = table.Cells.Where(c => c.Verdict is not (Verdict.Same or Verdict.Unreadable)).ToArray();
        if (differing.Length > 0)
        {
            Line(page, "");
            Line(page, "| Rad | Kolumn | Tryckt | Utkastet | Varför |");
            Line(page, "|---|---|---|---|---|");
            foreach (var cell in differing)
            {
                var why = cell.Verdict == Verdict.PrintedError ? $"**Tryckt fel.** {cell.Why}" : cell.Why ?? "**Inget skäl är angivet.**";
                Line(page, $"| {Short(cell.RowName)} | {Escape(cell.ColumnName)} | {Short(cell.Printed)} | {(cell.Ours is null ? "(finns inte)" : Short(cell.Ours))} | {why} |");
            }
        }
    }

    private static string Mark(string? printed, ComparedCell? cell) => cell?.Verdict switch
    {
        null => Short(printed ?? ""),
        Verdict.Same => $"{Short(printed!)} ✓",
        Verdict.PrintedError => $"{Short(printed!)} (tryckt fel)",
        Verdict.Unreadable => "(bild)",
        _ => $"{Short(printed!)} ✗",
    };

    private static string Word(FedBy fed) => fed switch
    {
        FedBy.Reports => "rapporter",
        FedBy.Record => "register",
        FedBy.History => "historik",
        FedBy.Accounts => "bokföring",
        _ => "enkät",
    };

    private static string Short(string text)
    {
        var flat = Escape(text.ReplaceLineEndings(" "));
        return flat.Length <= Longest ? flat : flat[..(Longest - 1)].TrimEnd() + "…";
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);

    private static string Percent(int part, int whole) => whole == 0 ? "–" : (Math.Floor(1000m * part / whole) / 10m).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',') + " %";

    private static void Line(StringBuilder page, string text) => page.Append(text.TrimEnd()).Append('\n');
}
