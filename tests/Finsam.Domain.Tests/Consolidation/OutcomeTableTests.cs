using Finsam.Domain.Answers;
using Finsam.Domain.Budgets;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Records;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Tests.Consolidation;

public sealed class OutcomeTableTests
{
    [Fact]
    public void Each_row_has_outcome_grant_usage_and_comment_and_the_last_their_total()
    {
        var table = Table(
            Some.Initiative("hofors").Granted(176_000).Sent(("ekonomi.utfall", 201_000), ("ekonomi.kommentar", "Fler timmar.")),
            Some.Initiative("ljusdal").Granted(1_038_000).Sent(("ekonomi.utfall", 891_000)));

        Assert.Equal(["Insats", "Utfall 2023, tkr", "Budget 2023, tkr", "Förbrukade medel, andel av budget", "Kommentarer"], table.Columns.Select(c => c.Header));
        Assert.Equal(
            [
                ["Hofors", "201", "176", "114 %", "Fler timmar."],
                ["Ljusdal", "891", "1 038", "86 %", ""],
                ["Totalt", "1 092", "1 214", "90 %", ""],
            ],
            table.Read());
        Assert.Equal([RowKind.Normal, RowKind.Normal, RowKind.Total], table.Rows.Select(r => r.Kind));
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void What_ended_earlier_in_the_year_stands_in_the_outcome_since_1_January_and_what_begins_later_only_in_what_is_granted()
    {
        var ended = Some.Initiative("ended").Granted(400_000) with { AgreedEnd = new DateOnly(2023, 3, 31) };
        var later = Some.Initiative("later").Granted(300_000) with { Start = new DateOnly(2023, 9, 1) };
        var running = Some.Initiative("running").Granted(1_000_000);
        var first = Some.Period with { Id = "2023-t1", Start = new DateOnly(2023, 1, 1), End = new DateOnly(2023, 4, 30) };
        var second = Some.Period with { Id = "2023-t2", Start = new DateOnly(2023, 5, 1), End = new DateOnly(2023, 8, 31) };
        EarlierReport Earlier(Initiative of, int kronor) =>
            new(first, Some.Template, of.Sent(("ekonomi.utfall", kronor)).Report! with { Key = new(Some.Association.Id, first.Id, of.Id) });
        var own = running.Sent(("ekonomi.utfall", 600_000));
        var material = Some.Material(own) with
        {
            Period = second,
            Record = Some.Record(ended, later, running) with { Budget = new BudgetFile { Budgets = [InitiativesMoney(2_000_000)] } },
            Initiatives = [own with { Report = own.Report! with { Key = new(Some.Association.Id, second.Id, running.Id) } }],
            Earlier = [Earlier(ended, 390_000), Earlier(running, 250_000)],
        };

        var table = OutcomeTable.Build(material, "Utfall").Read();

        Assert.Equal(["Ended", "390", "400"], table[0][..3]);
        Assert.Equal(["Totalt", "1 400"], [table[2][0], table[2][2]]);
        Assert.Equal(["Budgeterade ej beviljade medel", "", "300"], table[3][..3]);
        Assert.Empty(material.Missing);

        // Whom it met belongs to the year as well, and it is asked for nothing.
        material = material with { Earlier = [material.Earlier[0] with { Report = ended.Sent(("deltagare.deltagit.kvinna", 7), ("deltagare.deltagit.man", 2)).Report! with { Key = new(Some.Association.Id, first.Id, ended.Id) } }] };
        var met = ParticipantsTable.Build(material, "Deltagare", new ParticipantsPart("Deltagare", "deltagare", "deltagit") { Scope = Scope.Year });
        Assert.Equal(["Ended", "9"], met.Read()[0][..2]);
        Assert.DoesNotContain("Ended", ParticipantsTable.Build(material, "Deltagare", new ParticipantsPart("Deltagare", "deltagare", "deltagit") { Scope = Scope.Period }).Read().Select(r => r[0]));
    }

    [Fact]
    public void The_initiatives_of_a_group_are_one_row_under_the_groups_name()
    {
        var hours = (Some.Initiative("tid") with { Group = "trisam" }).Granted(3_982_400).Sent(("ekonomi.utfall", 3_991_000), ("ekonomi.kommentar", "Hela tiden."));
        var leaders = (Some.Initiative("ledare") with { Group = "trisam" }).Granted(1_496_400).Sent(("ekonomi.utfall", 1_486_000), ("ekonomi.kommentar", "Hela tiden."));
        var material = Some.Material(hours, leaders).Grouped(new InitiativeGroup("trisam", "Trisam"));

        var table = OutcomeTable.Build(material, "Utfall");

        Assert.Equal(["Trisam", "5 477", "5 479", "100 %", "Hela tiden."], table.Read()[0]);
        Assert.Equal(2, table.Rows.Length);
        Assert.Equal(
            ["rapport/2023-helar/tid#ekonomi.utfall", "rapport/2023-helar/ledare#ekonomi.utfall"],
            table.Rows[0].Cells[1].Source!.Addresses);
    }

    [Fact]
    public void A_groups_booked_outcome_is_its_own_or_else_its_initiatives_together()
    {
        var hours = (Some.Initiative("tid") with { Group = "trisam" }).Sent(("ekonomi.utfall", 1));
        var leaders = (Some.Initiative("ledare") with { Group = "trisam" }).Sent(("ekonomi.utfall", 1));
        var material = Some.Material(hours, leaders).Grouped(new InitiativeGroup("trisam", "Trisam"));

        Assert.Equal(5m, OutcomeTable.Rows(material.Booked(new BookedOutcome(2023, "trisam", 5))).Single().Booked);
        Assert.Equal(7m, OutcomeTable.Rows(material.Booked(new(2023, "tid", 3), new(2023, "ledare", 4))).Single().Booked);
        Assert.Null(OutcomeTable.Rows(material.Booked(new BookedOutcome(2023, "tid", 3))).Single().Booked);
    }

    [Fact]
    public void Sums_are_made_first_and_rounded_last_with_a_note_when_the_printed_parts_do_not_add_up()
    {
        var table = Table(Reported("a", 1_500), Reported("b", 1_500), Reported("c", 1_500));

        Assert.Equal(["2", "2", "2", "5"], table.Read().Select(r => r[1]));
        Assert.Equal(4.5m, table.Rows[^1].Cells[1].Value);
        Assert.Equal(["Delarna är avrundade var för sig; summan är räknad på hela kronor och avrundad sist."], table.Notes);
    }

    [Fact]
    public void Grants_whose_printed_parts_do_not_add_up_get_the_note_too() =>
        Assert.Single(Table(Reported("a", 1_000, 1_400), Reported("b", 1_000, 1_400)).Notes);

    [Fact]
    public void A_report_that_has_not_come_in_is_named_and_left_out_of_the_sum()
    {
        var table = Table(Reported("hofors", 201_000, 200_000), Some.Initiative("ljusdal").Granted(1_038_000).NotSent(), Some.Initiative("resan").NotSent());

        Assert.Equal(["Ljusdal", "saknas", "1 038", "saknas", ""], table.Read()[1]);
        Assert.Equal("201", table.Read()[^1][1]);
        Assert.Equal(["rapport/2023-helar/hofors#ekonomi.utfall"], table.Rows[^1].Cells[1].Source!.Addresses);
        Assert.Equal(["Summan omfattar 1 av 3 insatser. Rapport saknas från: Ljusdal och Resan."], table.Notes);
    }

    [Fact]
    public void The_usage_of_the_total_compares_the_reported_with_the_grants_of_those_who_reported() =>
        Assert.Equal("50 %", Table(Reported("hofors", 50_000, 100_000), Some.Initiative("ljusdal").Granted(900_000).NotSent()).Read()[^1][3]);

    [Fact]
    public void A_group_is_missing_while_one_of_its_reports_is()
    {
        var sent = (Some.Initiative("tid") with { Group = "trisam" }).Granted(100_000).Sent(("ekonomi.utfall", 90_000));
        var missing = (Some.Initiative("ledare") with { Group = "trisam" }).Granted(100_000).NotSent();

        var table = OutcomeTable.Build(Some.Material(sent, missing).Grouped(new InitiativeGroup("trisam", "Trisam")), "Utfall");

        Assert.Equal(["Trisam", "saknas", "200", "saknas", ""], table.Read()[0]);
    }

    [Fact]
    public void Zero_kronor_is_a_figure_and_not_a_lack()
    {
        var table = Table(Reported("hofors", 0, 100_000));

        Assert.Equal(["Hofors", "0", "100", "0 %", ""], table.Read()[0]);
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void Without_a_grant_there_is_no_usage() =>
        Assert.Equal(["Hofors", "5", "saknas", "saknas", ""], Table(Some.Initiative("hofors").Sent(("ekonomi.utfall", 5_000)), Reported("gavle", 0, 100_000)).Read()[0]);

    [Fact]
    public void Where_nothing_is_granted_at_all_the_table_says_so_once()
    {
        var table = Table(Some.Initiative("hofors").Sent(("ekonomi.utfall", 5_000)));

        Assert.Equal(["Insats", "Utfall 2023, tkr", "Kommentarer"], table.Columns.Select(c => c.Header));
        Assert.Equal([["Hofors", "5", ""], ["Totalt", "5", ""]], table.Read());
        Assert.Equal(["Beviljade medel för 2023 finns inte i registret. Därför visas varken budget eller andel av budget."], table.Notes);
    }

    [Fact]
    public void An_owner_who_sent_that_the_cost_is_unknown_is_not_said_to_have_sent_nothing()
    {
        var table = Table(Reported("hofors", 1_000, 1_000), Some.Initiative("ljusdal").Granted(1_000).Sent(("ekonomi.utfall", Answer.Unknown.Instance)));

        Assert.Equal("uppgift saknas", table.Read()[1][1]);
        Assert.DoesNotContain(table.Notes, n => n.Contains("Rapport saknas från: Ljusdal", StringComparison.Ordinal));
    }

    [Fact]
    public void What_other_means_pay_stands_below_and_outside_the_total()
    {
        var table = Table(
            Some.Initiative("guiden").Granted(216_000, FundingSource.Other).Sent(("ekonomi.utfall", 216_000)), Reported("hofors", 201_000, 176_000));

        Assert.Equal(
            [
                ["Hofors", "201", "176", "114 %", ""],
                ["Totalt", "201", "176", "114 %", ""],
                ["Guiden (annan finansiering, ingår inte i totalen)", "216", "216", "100 %", ""],
            ],
            table.Read());
        Assert.Equal(RowKind.Aside, table.Rows[^1].Kind);
    }

    private static InitiativeMaterial Reported(string id, decimal kronor, decimal granted = 1_000) =>
        Some.Initiative(id).Granted(granted).Sent(("ekonomi.utfall", kronor));

    private static DraftPart.Table Table(params InitiativeMaterial[] initiatives) => OutcomeTable.Build(Some.Material(initiatives), "Utfall");

    private static AdoptedBudget InitiativesMoney(decimal kronor) => new()
    {
        Id = "2023",
        Year = 2023,
        Lines = [new BudgetLine("insatser", "Insatser", BudgetKind.Cost) { Role = BudgetRole.Initiatives, Amounts = [new(2023, kronor)] }],
    };
}
