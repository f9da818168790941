using System.Collections.Immutable;
using Finsam.Domain.Answers;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Goals;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Consolidation;

/// <summary>The tables that are made of one kind of block each.</summary>
public sealed class AnswerTablesTests
{
    private static readonly FormTemplate Template = new()
    {
        Id = "helar",
        Title = "Helår",
        Sections =
        [
            new Section("a", "A", AskedOf.Everyone,
            [
                Some.Activities with { Columns = [ActivityColumn.Date, ActivityColumn.What, ActivityColumn.Participants, ActivityColumn.Internal] },
                new StaffingBlock { Id = "bemanning", Label = "Tjänster", Rows = 3 },
                new ChoiceBlock { Id = "fortsattning", Label = "Vad händer?", Choices = [new Choice("vidare", "Fortsätter"), new Choice("slut", "Upphör")] },
                new AttachmentBlock { Id = "bilagor", Label = "Bilagor" },
                new GoalsBlock { Id = "mal", Label = "Mål", AssessEach = true, Assessments = [new Choice("ja", "Ja"), new Choice("nej", "Nej")] },
                Some.Comment, Some.Economy,
            ]),
        ],
    };

    [Fact]
    public void Activities_are_listed_with_their_sum_and_the_own_peoples_stand_apart()
    {
        var held = Some.Initiative("a").Sent(
            ("aktiviteter.1.vad", "Arenadag"), ("aktiviteter.1.datum", "2023-10-19"), ("aktiviteter.1.deltagare", 130),
            ("aktiviteter.2.vad", "Förbundets dag"), ("aktiviteter.2.deltagare", 40), ("aktiviteter.2.intern", "ja"));

        Assert.Equal(
            [["19 oktober", "Arenadag", "130"], ["Summa", "", "130"]],
            Table(new ActivitiesPart("Hållet", "aktiviteter") { Total = true }, held).Read());
        Assert.Equal(
            [["Förbundets dag"]], Table(new ActivitiesPart("Internt", "aktiviteter") { Shown = ActivitiesShown.Internal, Columns = [ActivityColumn.What] }, held).Read());
    }

    [Fact]
    public void Posts_are_added_up_by_role_over_the_initiatives() => Assert.Equal(
        [["Coach", "1,5", "0,5"], ["Samordnare", "0,25", "uppgift saknas"], ["Summa", "1,75", "0,5"]],
        Table(
            new StaffingPart("Tjänster", "bemanning") { ByRole = true },
            Some.Initiative("a").Sent(("bemanning.1.roll", "Coach"), ("bemanning.1.tjanst", 0.5m), ("bemanning.1.vakant", 0.5m), ("bemanning.2.roll", "Samordnare"), ("bemanning.2.tjanst", 0.25m)),
            Some.Initiative("b").Sent(("bemanning.1.roll", "coach"), ("bemanning.1.tjanst", 1), ("bemanning.1.vakant", 0))).Read());

    [Fact]
    public void A_choice_is_counted_and_says_who_has_not_answered()
    {
        var table = Table(
            new ChoicesPart("Framåt", "fortsattning"),
            Some.Initiative("a").Sent(("fortsattning.val", "vidare")), Some.Initiative("b").Sent(), Some.Initiative("c").NotSent());

        Assert.Equal([["Fortsätter", "1", "A"], ["Upphör", "0", ""]], table.Read());
        Assert.Equal(["Summan omfattar 2 av 3 insatser. Rapport saknas från: C.", "Har inte svarat: B."], table.Notes);
    }

    [Fact]
    public void Files_are_named_with_the_initiative_they_came_from() => Assert.Equal(
        [["A", "utvärdering.pdf"]],
        Table(new FilesPart("Bilagor", "bilagor"), Some.Initiative("a").Sent(("bilagor.1", new Answer.File("00", "utvärdering.pdf", "application/pdf", 10)))).Read());

    [Fact]
    public void Goals_stand_with_their_results_under_ja_or_nej_by_their_numbers()
    {
        var initiative = Some.Initiative("a").WithGoals("20 ska delta", "Alla ska vara nöjda", "Ett underlag");
        var table = Table(
            new GoalResultsPart("{initiative}", "mal") { Layout = GoalResultsLayout.YesNo },
            (initiative with { Goals = initiative.Goals.SetItem(1, initiative.Goals[1] with { Heading = "Delmål" }) })
                .Sent(("mal.1.resultat", "18 deltog."), ("mal.1.bedomning", "nej"), ("mal.2.resultat", "Alla är nöjda."), ("mal.2.bedomning", "ja")));

        Assert.Equal("A", table.Caption);
        Assert.Equal([["A", "1. 20 ska delta\nDelmål: 2. Alla ska vara nöjda\n3. Ett underlag", "2. Alla är nöjda.", "1. 18 deltog."]], table.Read());
        Assert.Equal(["Mål 3 har ingen bedömning."], table.Notes);
    }

    [Fact]
    public void Goals_stand_with_target_result_and_what_was_settled()
    {
        var initiative = Some.Initiative("a").WithGoals("Deltagare");
        var goal = initiative.Goals[0] with { Targets = [new GoalTarget(Comparison.AtLeast, "deltagare", Scope.Year) { Value = 100 }] };
        var material = Material((initiative with { Goals = [goal] }).Sent(("mal.1.resultat", "157"), ("mal.1.bedomning", "ja")));
        material = material with
        {
            Record = material.Record with { Goals = new() { Assessments = [new SettledAssessment { Period = "2023-helar", Initiative = "a", Goal = "1", Comment = "Bra att börja tidigt" }] } },
        };

        Assert.Equal(
            [["Deltagare", "100", "157", "Uppfyllt", "Bra att börja tidigt"]],
            Assert.IsType<DraftPart.Table>(Assert.Single(Build(material, new GoalResultsPart("Mål", "mal")))).Read());
    }

    [Fact]
    public void The_boards_list_tells_who_has_reported_what_it_cost_and_who_is_missing()
    {
        var table = Table(new StatusPart("Läget"), Some.Initiative("a").Granted(200_000).Sent(("ekonomi.utfall", 150_000)), Some.Initiative("b").NotSent());

        Assert.Equal(["A", "2022-01-01 – 2024-06-30", "Pågående", "2024-01-20", "150", "75 %", ""], table.Read()[0]);
        Assert.Equal(["B", "2022-01-01 – 2024-06-30", "Pågående", "saknas", "saknas", "–", ""], table.Read()[1]);
        Assert.Equal(["1 av 2 rapporter har kommit in. Rapport saknas från: B."], table.Notes);
    }

    [Fact]
    public void Owners_words_stand_with_their_names_and_a_missing_report_is_named()
    {
        var parts = Build(Material(Some.Initiative("a").Sent(("kommentar.text", "Det gick bra.")), Some.Initiative("b").NotSent()), new AnswersPart("kommentar"));

        Assert.Equal("A: Det gick bra.", Assert.IsType<DraftPart.Paragraph>(parts[0]).Read());
        Assert.Equal("Listan är inte hel: rapport saknas från B.", Assert.IsType<DraftPart.Paragraph>(parts[1]).Read());
    }

    [Fact]
    public void A_sheet_has_lines_for_the_answers_of_any_block()
    {
        var table = Table(
            new AppendixPart([new AppendixRow("Tjänster", AppendixContent.Answers, "bemanning"), new AppendixRow("Framåt", AppendixContent.Answers, "fortsattning"), new AppendixRow("Status", AppendixContent.Status)]),
            Some.Initiative("a").Sent(("bemanning.1.roll", "Coach"), ("bemanning.1.tjanst", 0.5m), ("bemanning.1.vakant", 0.25m), ("fortsattning.val", "slut")));

        Assert.Equal([["Tjänster", "Coach, 0,5 tjänst, varav 0,25 vakant"], ["Framåt", "Upphör"], ["Status", "Pågående"]], table.Read());
    }

    private static PeriodMaterial Material(params InitiativeMaterial[] initiatives) => Some.Material(initiatives) with { Template = Template };

    private static DraftPart.Table Table(OutlinePart part, params InitiativeMaterial[] initiatives) =>
        Assert.Single(Build(Material(initiatives), part).OfType<DraftPart.Table>());

    private static ImmutableArray<DraftPart> Build(PeriodMaterial material, OutlinePart part) =>
        BuildDraft.From(material, new Outline { Id = "x", Title = "x", Parts = [part] }, "").Parts;
}
