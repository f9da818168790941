using Finsam.Domain.Drafts;
using static Finsam.Domain.Drafts.DraftPart;

namespace Finsam.Documents.Tests.Word;

/// <summary>Charts of every kind, a footnote and a wide table, with the figures of Samordningsförbund Gävleborg's årsredovisning 2023 (public).</summary>
internal static class ChartSample
{
    public static Chart Outcome => new(
        "utfall-diagram",
        "Utfall och budget per insats 2023",
        ChartKind.Bars,
        ["Mysam koordinator", "Ett hållbart arbetsliv, Ovanåker", "Ett hållbart arbetsliv, Hofors", "Resan, Söderhamn"],
        [Series("Utfall", "utfall", 305.5m, 567m, 201m, 1219m), Series("Budget", "budget", 309m, 644m, 176m, null)],
        "tkr",
        "Liggande staplar. Resan i Söderhamn har det största utfallet, 1 219 tkr.",
        ["Beloppen är avrundade."]);

    public static Chart Participants => new(
        "deltagare-diagram",
        "Deltagare efter kön",
        ChartKind.StackedColumns,
        ["2021", "2022", "2023"],
        [Series("Kvinnor", "kvinnor", 61m, 70m, 73m), Series("Män", "man", 58m, 66m, 69m), Series("Annat eller vill ej uppge", "annat", 3m, 0m, 4m)],
        "personer",
        "Staplar i tre delar. Antalet deltagare ökar varje år.",
        []);

    public static Chart Gender => new(
        "kon-diagram", "Andel efter kön", ChartKind.Pie, ["Kvinnor", "Män", "Annat eller vill ej uppge"], [Series("2023", "kon", 73m, 69m, 4m)], "personer", "Kvinnor är flest.", []);

    public static Chart Result => new(
        "resultat-diagram",
        "Årets resultat",
        ChartKind.Line,
        ["2019", "2020", "2021", "2022", "2023"],
        [Series("Resultat", "resultat", 4887m, -215m, -1397m, -1306m, 3424m), Series("Eget kapital", "kapital", 12000m, 11785m, null, 9082m, 12506m)],
        "tkr",
        "Resultatet är tillbaka på plus.",
        []);

    public static Table Wide => new(
        "bred",
        "Insatserna månad för månad",
        [new("Insats", Width: 3), .. Enumerable.Range(1, 12).Select(month => new TableColumn($"2023-{month:00}", Alignment.Right))],
        [.. Enumerable.Range(1, 8).Select(row => new TableRow([$"Insats {row}", .. Enumerable.Range(1, 12).Select(month => new TableCell($"{row * month * 10}", row * month * 10, FigureSource.Of($"rapport/x/{row}#m{month}")))]))],
        ["Belopp i tkr."]);

    /// <summary>All of them in one draft.</summary>
    public static DraftDocument Document { get; } = SampleDraft.With(
        new Heading(1, "Diagram"),
        new Paragraph([new Inline.Text("Utfallet var 11 773 tkr"), new Inline.Footnote("Enligt förbundets huvudbok den 31 december 2023."), new Inline.Text(".")]),
        Outcome,
        Participants,
        Gender,
        Result,
        Outcome with { Id = "kolumner", Kind = ChartKind.Columns, Caption = "Kolumner" },
        Participants with { Id = "staplar", Kind = ChartKind.StackedBars, Caption = "Liggande delar" },
        new Heading(1, "Bilaga: månader"),
        Wide,
        Wide with { Id = "bred-2", Caption = "En till" },
        new Heading(1, "Efter bilagan"),
        Paragraph.Of("Här är sidorna stående igen."),
        SampleDraft.FiveYears);

    private static ChartSeries Series(string name, string address, params decimal?[] values) =>
        new(name, [.. values.Select((value, i) => new ChartPoint(value, FigureSource.Of($"rapport/2023/{address}#{i}")))]);
}
