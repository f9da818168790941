using Finsam.App.Forms;
using Finsam.App.Tests.Setup;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Reports;
using Finsam.Domain.Templates;

namespace Finsam.App.Tests.Forms;

public sealed class FormReaderTests
{
    private static readonly FormTemplate Template = Shared(new Package().Read().Record!.Templates[0]);

    private static readonly Initiative Initiative = new Package().Read().Record!.Initiatives.Initiatives[0] with
    {
        Parties = [new ReportingParty("gavle", "Gävle kommun"), new ReportingParty("hofors", "Hofors kommun")],
        Contacts =
        [
            new Contact("agare", "Ägare", "a@exempel.se"),
            new Contact("ekonom", "Ekonom", "e@exempel.se") { Sections = ["ekonomi"] },
            new Contact("samordnare", "Samordnare", "s@exempel.se") { Sections = ["deltagare"] },
            new Contact("part", "Part", "p@exempel.se") { Party = "gavle" },
        ],
    };

    private static readonly Report Report = new()
    {
        Key = new ReportKey("gavleborg", "2023-helar", "hofors"),
        State = ReportState.Begun,
        Due = new DateOnly(2024, 1, 31),
        Closes = new DateOnly(2024, 3, 22),
        TemplateHash = "00",
        PassedOn =
        [
            new PassedOn("vidare-1", "Hjälp", "h@exempel.se", ["ekonomi", "deltagare@hofors"], "agare", DateTimeOffset.UnixEpoch),
            new PassedOn("vidare-2", "Borta", "b@exempel.se", ["ekonomi"], "agare", DateTimeOffset.UnixEpoch) { IsTakenBack = true },
        ],
    };

    [Theory]
    [InlineData("agare", "deltagare deltagare@gavle deltagare@hofors ekonomi")]
    [InlineData("ekonom", "ekonomi")]
    [InlineData("samordnare", "deltagare deltagare@gavle deltagare@hofors")]
    [InlineData("part", "deltagare@gavle")]
    [InlineData("vidare-1", "deltagare@hofors ekonomi")]
    public void Everybody_answers_their_own_parts_and_no_others(string reader, string parts) =>
        Assert.Equal(parts, string.Join(' ', Template.PartsFor(Initiative).Where(FormReader.Find(Initiative, Report, reader)!.Answers).Select(p => p.Id)));

    [Fact]
    public void Only_whoever_answers_for_all_of_it_is_its_owner() =>
        Assert.Equal(["agare"], new[] { "agare", "ekonom", "samordnare", "part", "vidare-1" }.Where(id => FormReader.Find(Initiative, Report, id)!.IsOwner));

    [Theory]
    [InlineData("vidare-2")]
    [InlineData("vidare-3")]
    [InlineData("Agare")]
    [InlineData("")]
    public void Whoever_has_been_taken_back_or_is_not_there_is_no_reader(string reader) => Assert.Null(FormReader.Find(Initiative, Report, reader));

    private static FormTemplate Shared(FormTemplate template) => template with
    {
        Sections = [.. template.Sections.Select(s => s.Id == "deltagare" ? s with { Blocks = [.. s.Blocks.Select(b => b is FiguresBlock ? b with { SharedByParty = true } : b)] } : s)],
    };
}
