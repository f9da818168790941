namespace Finsam.App.Tests.Setup;

/// <summary>An outline that names a figure nobody is asked is told so when it is taken in, not when the draft is made.</summary>
public sealed class OutlineFiguresTests
{
    private const string Outline = "outlines/arsredovisning.json";

    [Theory]
    [InlineData("deltagare.deltagit", null, null)]
    [InlineData("deltagare.*", null, null)]
    [InlineData("deltagare.nya.kvinna / deltagare.nya", null, null)]
    [InlineData("natt.chefer@hofors + deltagare.nya per 12:1", null, null)]
    [InlineData("#insatser.alla", null, null)]
    [InlineData("deltagare", "$.parts[4].rows[0].figure", "”deltagare” går inte att läsa som en siffra. Skriv block.rad, till exempel deltagare.nya eller deltagare.nya.kvinna.")]
    [InlineData("personer.deltagit", "$.parts[4].rows[0].figure", "Blocket ”personer” finns inte i mallen ”helar”.")]
    [InlineData("deltagare.avslutade", "$.parts[4].rows[0].figure", "Raden ”avslutade” finns inte i matrisen ”deltagare”.")]
    [InlineData("deltagare.nya.okant", "$.parts[4].rows[0].figure", "Kolumnen ”okant” finns inte i blocket.")]
    [InlineData("deltagare.nya@ljusdal", "$.parts[4].rows[0].figure", "Insatsen ”ljusdal” finns inte bland förbundets insatser.")]
    [InlineData("deltagare.nya + ekonomi.utfall", "$.parts[4].rows[0].figure", "”deltagare.nya + ekonomi.utfall” lägger ihop siffror av olika slag, till exempel personer och kronor. Skriv dem var för sig, eller dela den ena med den andra.")]
    [InlineData("ekonomi.utfall / deltagare.nya + #insatser.alla", "$.parts[4].rows[0].figure", "”ekonomi.utfall / deltagare.nya + #insatser.alla” lägger ihop siffror av olika slag, till exempel personer och kronor. Skriv dem var för sig, eller dela den ena med den andra.")]
    [InlineData("#insatsmal.alla@hofors", null, null)]
    [InlineData("#insatser.alla@hofors", "$.parts[4].rows[0].figure", "”#insatser.alla” räknar förbundets insatser. Ta bort ”@hofors”.")]
    [InlineData("#insatser.roliga", "$.parts[4].rows[0].figure", "Blocket ”#insatser.roliga” finns inte i mallen ”helar”.")]
    public void A_grid_names_figures_that_are_asked(string figure, string? path, string? message)
    {
        var findings = new Package().With(Outline, "$.parts[4]", $$"""{ "part": "grid", "caption": "Deltagare", "rows": [{ "figure": "{{figure}}" }], "columns": [{}] }""").Read().Findings;

        Assert.Equal(path is null ? [] : [(Outline, path, message!)], findings.Select(f => (f.File, f.Path, f.Message)));
    }

    [Theory]
    [InlineData("""{ "part": "grid", "caption": "D", "rows": [{ "figure": "deltagare.*" }], "columns": [{ "of": "*" }], "chart": "pie" }""")]
    [InlineData("""{ "part": "grid", "caption": "D", "rows": [{ "figure": "deltagare.*" }, { "figure": "deltagare.nya", "of": "deltagare.deltagit", "kind": "total" }], "columns": [{ "columns": ["*"] }], "chart": "columns" }""")]
    public void A_chart_of_one_kind_of_figures_is_taken_in(string part) => Assert.Empty(new Package().With(Outline, "$.parts[4]", part).Read().Findings);

    [Theory]
    [InlineData("""{ "part": "grid", "caption": "D", "rows": [{ "figure": "deltagare.nya" }], "columns": [{ "columns": ["okant"] }] }""", "$.parts[4].columns[0].columns", "Kolumnen ”okant” finns inte i blocket.")]
    [InlineData("""{ "part": "grid", "caption": "D", "rows": [{ "figure": "deltagare.*" }], "columns": [{ "rows": ["avslutade"] }] }""", "$.parts[4].columns[0].rows", "Raden ”avslutade” finns inte i matrisen ”deltagare”.")]
    [InlineData("""{ "part": "sentences", "items": ["Under {year}: {deltagare.alla} personer"] }""", "$.parts[4].items[0]", "Raden ”alla” finns inte i matrisen ”deltagare”.")]
    [InlineData("""{ "part": "sentences", "items": ["{deltagare.nya} nya"], "initiatives": ["ljusdal"] }""", "$.parts[4].initiatives[0]", "Insatsen ”ljusdal” finns inte bland förbundets insatser.")]
    [InlineData("""{ "part": "activities", "caption": "A", "block": "natt" }""", "$.parts[4].block", "Blocket ”natt” finns inte i mallen ”helar”.")]
    [InlineData("""{ "part": "staffing", "caption": "A", "block": "deltagare" }""", "$.parts[4].block", "Blocket ”deltagare” finns inte i mallen ”helar”.")]
    [InlineData("""{ "part": "goal-results", "caption": "A", "block": "natt" }""", "$.parts[4].block", "Blocket ”natt” finns inte i mallen ”helar”.")]
    [InlineData("""{ "part": "grid", "caption": "D", "rows": [{ "figure": "natt.chefer" }], "columns": [{ "columns": ["*"] }], "chart": "columns" }""", "$.parts[4].columns[0].columns", "Blocket ”natt” har inga kolumner. Ta bort ”*”.")]
    [InlineData("""{ "part": "grid", "caption": "D", "rows": [{ "figure": "ekonomi.utfall" }], "columns": [{ "rows": ["*"] }] }""", "$.parts[4].columns[0].rows", "Blocket ”ekonomi” har inga rader som kan bli kolumner. Ta bort ”*”.")]
    [InlineData("""{ "part": "grid", "caption": "D", "rows": [{ "figure": "deltagare.*" }], "columns": [{ "columns": ["*"] }], "chart": "pie" }""", "$.parts[4].chart", "Ett cirkeldiagram visar en enda kolumn, men här blir de 2. Välj en kolumn eller en annan sorts diagram.")]
    [InlineData("""{ "part": "grid", "caption": "D", "rows": [{ "figure": "deltagare.*" }], "columns": [{}, { "of": "*" }], "chart": "columns" }""", "$.parts[4].chart", "Diagrammet blandar siffror av olika slag, till exempel andelar och antal. Gör ett diagram av varje slag, eller en tabell.")]
    [InlineData("""{ "part": "grid", "caption": "D", "rows": [{ "figure": "deltagare.nya" }, { "figure": "ekonomi.utfall / deltagare.nya" }], "columns": [{}], "chart": "bars" }""", "$.parts[4].chart", "Diagrammet blandar siffror av olika slag, till exempel andelar och antal. Gör ett diagram av varje slag, eller en tabell.")]
    public void Each_part_names_blocks_of_its_kind(string part, string path, string message) => Assert.Equal(
        [(Outline, path, message)], new Package().With(Outline, "$.parts[4]", part).Read().Findings.Select(f => (f.File, f.Path, f.Message)));
}
