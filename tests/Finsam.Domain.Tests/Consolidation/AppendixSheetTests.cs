using Finsam.Domain.Answers;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;

namespace Finsam.Domain.Tests.Consolidation;

public sealed class AppendixSheetTests
{
    private static readonly AppendixRow Results = new("Resultat", AppendixContent.Results, "mal");

    [Fact]
    public void Results_keep_their_goals_numbers_when_one_is_blank()
    {
        var initiative = Some.Initiative().WithGoals("Ett", "Två", "Tre").Sent(("mal.1.resultat", "Nådde 15."), ("mal.3.resultat", "Klart\noch infört."));

        var cell = Cell(initiative, Results);

        Assert.Equal("Nådde 15.\nsaknas\nKlart och infört.", cell.Text);
        Assert.True(cell.Numbered);
        Assert.Equal(
            ["rapport/2023-helar/hofors#mal.1.resultat", "rapport/2023-helar/hofors#mal.2.resultat", "rapport/2023-helar/hofors#mal.3.resultat"],
            cell.Source!.Addresses);
    }

    [Fact]
    public void Goals_are_numbered_when_there_are_several_and_not_when_there_is_one()
    {
        var row = new AppendixRow("Mål", AppendixContent.Goals);

        Assert.True(Cell(Some.Initiative().WithGoals("Ett", "Två").NotSent(), row).Numbered);
        Assert.False(Cell(Some.Initiative().WithGoals("Ett").NotSent(), row).Numbered);
    }

    [Fact]
    public void Rows_without_content_are_left_out()
    {
        var sheet = Sheet(Some.Initiative().WithGoals("Ett").Sent(), new AppendixRow("Syfte", AppendixContent.Purpose), Results, new AppendixRow("Huvudman", AppendixContent.Owner));

        Assert.Equal([["Huvudman", "Hofors kommun"]], sheet.Read());
        Assert.False(sheet.ShowHeader);
    }

    [Fact]
    public void A_report_that_has_not_come_in_is_said_to_be_missing_while_the_record_is_printed()
    {
        var sheet = Sheet(
            Some.Initiative().WithGoals("Ett").Granted(176_000).NotSent(), new AppendixRow("Budget", AppendixContent.Granted),
            new AppendixRow("Utfall", AppendixContent.Outcome), Results, new AppendixRow("Kommentar", AppendixContent.Text, "kommentar"));

        Assert.Equal([["Budget", "176 tkr"], ["Utfall", "saknas"], ["Resultat", "saknas"], ["Kommentar", "saknas"]], sheet.Read());
    }

    [Fact]
    public void An_outcome_is_in_thousands_and_says_so_when_it_is_unknown()
    {
        var row = new AppendixRow("Utfall", AppendixContent.Outcome);

        Assert.Equal("1 235 tkr", Some.Spaced(Cell(Some.Initiative().Sent(("ekonomi.utfall", 1_234_500)), row).Text));
        Assert.Equal("uppgift saknas", Cell(Some.Initiative().Sent(("ekonomi.utfall", Answer.Unknown.Instance)), row).Text);
        Assert.Equal("0 tkr", Some.Spaced(Cell(Some.Initiative().Sent(("ekonomi.utfall", 0)), row).Text));
    }

    [Fact]
    public void Activities_are_lines_with_what_is_known_of_each()
    {
        var initiative = (Some.Initiative() with { Sections = ["aktiviteter"] }).Sent(
            ("aktiviteter.1.vad", "Konferens."), ("aktiviteter.1.datum", "2023-10-19"), ("aktiviteter.1.deltagare", 118),
            ("aktiviteter.2.datum", "2023-11-01"), ("aktiviteter.3.vad", "Utbildning"));

        Assert.Equal("Konferens, 19 oktober 2023, 118 deltagare.\nUtbildning.", Cell(initiative, new AppendixRow("Aktiviteter", AppendixContent.Activities)).Text);
    }

    [Fact]
    public void The_record_is_printed_as_it_stands()
    {
        var initiative = Some.Initiative() with
        {
            Orientation = "Kartläggning",
            Purpose = "Syftet",
            TargetGroup = "Vuxna",
            Registration = "Volyminsats",
            Partners = ["Region Gävleborg", "Hofors kommun"],
            Link = new Uri("https://finsamgavleborg.se/x"),
        };
        AppendixContent[] shows =
        [
            AppendixContent.Name, AppendixContent.Orientation, AppendixContent.Dates, AppendixContent.Purpose, AppendixContent.Registration,
            AppendixContent.TargetGroup, AppendixContent.Partners, AppendixContent.Link,
        ];

        Assert.Equal(
            ["Hofors", "Kartläggning", "2022-01-01 – 2024-06-30", "Syftet", "Volyminsats", "Vuxna", "Region Gävleborg, Hofors kommun", "https://finsamgavleborg.se/x"],
            Sheet(initiative.NotSent(), [.. shows.Select(s => new AppendixRow("Rubrik", s))]).Read().Select(r => r[1]));
    }

    private static TableCell Cell(InitiativeMaterial initiative, AppendixRow row) => Assert.Single(Sheet(initiative, row).Rows).Cells[1];

    private static DraftPart.Table Sheet(InitiativeMaterial initiative, params AppendixRow[] rows) =>
        AppendixSheet.Build(Some.Material(initiative), initiative, [.. rows], label => label);
}
