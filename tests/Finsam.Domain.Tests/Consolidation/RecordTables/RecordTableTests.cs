using Finsam.Domain.Associations;
using Finsam.Domain.Budgets;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Consolidation.RecordTables;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Goals;
using Finsam.Domain.History;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Records;
using Finsam.Domain.Registers;

namespace Finsam.Domain.Tests.Consolidation.RecordTables;

/// <summary>Tables of the record show what held in the period, in the association's own units.</summary>
public sealed class RecordTableTests
{
    [Fact]
    public void Those_who_sat_in_the_year_are_shown_with_the_days_they_came_or_left()
    {
        var registers = new AssociationRegisters
        {
            Bodies = [new Body("styrelse", "Styrelsen", BodyKind.Board)],
            Seats =
            [
                Seat("Orust kommun", SeatKind.Ordinary) with { Role = SeatRole.Chair, Holder = "A" },
                Seat("Munkedals kommun", SeatKind.Deputy) with { Holder = "B", To = new DateOnly(2023, 5, 31) },
                Seat("Munkedals kommun", SeatKind.Deputy) with { Holder = "C", From = new DateOnly(2023, 6, 1) },
                Seat("Tanums kommun", SeatKind.Deputy) with { Vacant = true },
                Seat("Förr", SeatKind.Ordinary) with { To = new DateOnly(2022, 12, 31) },
                Seat("Sen", SeatKind.Ordinary) with { From = new DateOnly(2024, 1, 1) },
            ],
        };
        var part = new RecordPart("Styrelsen", RecordContent.Seats) { Body = "styrelse" };
        Assert.Equal(
            [
                ["Ordinarie", "A", "Orust kommun", "ordförande"],
                ["Ersättare", "B (t.o.m. 31 maj 2023)", "Munkedals kommun", ""],
                ["Ersättare", "C (fr.o.m. 1 juni 2023)", "Munkedals kommun", ""],
                ["Ersättare", "Saknas", "Tanums kommun", ""],
            ],
            Build(part, r => r with { Registers = registers }).Read());
        Assert.Equal(
            [["Orust kommun", "A, ordförande", ""], ["Munkedals kommun", "", "B (t.o.m. 31 maj 2023)\nC (fr.o.m. 1 juni 2023)"], ["Tanums kommun", "", "Saknas"]],
            Build(part with { Layout = RecordLayout.Together }, r => r with { Registers = registers }).Read());
    }

    [Fact]
    public void Those_who_sit_at_signing_sign_whatever_the_year_the_document_is_about()
    {
        var registers = new AssociationRegisters
        {
            Seats =
            [
                Seat("x", SeatKind.Ordinary) with { Holder = "Ny ledamot", Signs = true, From = new DateOnly(2024, 1, 1) },
                Seat("x", SeatKind.Ordinary) with { Holder = "Ny ordförande", Role = SeatRole.Chair, Signs = true, From = new DateOnly(2024, 1, 1) },
                Seat("x", SeatKind.Ordinary) with { Holder = "Gammal", Signs = true, To = new DateOnly(2023, 12, 31) },
                Seat("x", SeatKind.Deputy) with { Holder = "Ersättare" },
            ],
        };
        var material = Material(r => r with { Registers = registers });
        var table = RecordTable.Build(
            material with { Period = material.Period with { BoardMeeting = new DateOnly(2024, 3, 22) } }, new RecordPart("Underskrifter", RecordContent.Signatures), "Underskrifter");
        Assert.Equal([["Ny ordförande", "Ordförande", ""], ["Ny ledamot", "Ledamot", ""]], table.Read());
        Assert.Equal("Underskrift", table.Columns[^1].Header);
    }

    [Fact]
    public void Contributions_stand_beside_last_years_and_a_blank_is_not_zero()
    {
        var members = new[]
        {
            Member("fk", "Försäkringskassan", MemberKind.State, (2023, 9_460_000), (2022, 6_660_000)),
            Member("bollnas", "Bollnäs kommun", MemberKind.Municipality, (2023, 453_000), (2022, 322_000)),
            Member("ny", "Ny kommun", MemberKind.Municipality, (2023, 10_000)),
            Member("af", "Arbetsförmedlingen", MemberKind.State),
        };
        Assert.Equal(
            [["Försäkringskassan", "9 460", "6 660"], ["Bollnäs kommun", "453", "322"], ["Ny kommun", "10", ""], ["Summa", "9 923", "6 982"]],
            Build(new RecordPart("Not 1", RecordContent.Contributions), r => r with { Association = r.Association with { Members = [.. members] } }).Read());
    }

    [Fact]
    public void What_remains_of_the_grants_stands_at_the_years_end_and_a_year_before()
    {
        var ragunda = Some.Initiative("ragunda") with
        {
            Decisions = [new FundingDecision { Kind = DecisionKind.Grant, Year = 2022, Kronor = 1_000_000, Date = new DateOnly(2021, 11, 1) }],
            Payments =
            [
                new Payment { Date = new DateOnly(2022, 12, 1), Kronor = 520_000, Party = "Ragunda kommun", Year = 2022 },
                new Payment { Date = new DateOnly(2023, 12, 1), Kronor = 150_000, Party = "Ragunda kommun", Year = 2023 },
            ],
        };
        var table = Build(new RecordPart("Not 6", RecordContent.Remaining), r => r with { Initiatives = r.Initiatives with { Initiatives = [ragunda] } });
        Assert.Equal([["Ragunda", "330 000", "480 000"], ["Summa", "330 000", "480 000"]], table.Read());
        Assert.Equal("Belopp i kr", table.Columns[0].Header);
    }

    [Fact]
    public void The_years_decisions_are_those_the_board_took_in_it()
    {
        var dance = Some.Initiative("dans") with
        {
            Decisions =
            [
                new FundingDecision { Kind = DecisionKind.Grant, Year = 2023, Kronor = 325_561, Date = new DateOnly(2023, 6, 2), Paragraph = "§ 41" },
                new FundingDecision { Kind = DecisionKind.Return, Year = 2023, Kronor = 5_000, Date = new DateOnly(2023, 9, 1), Note = "Dans, återlämnat" },
                new FundingDecision { Kind = DecisionKind.Grant, Year = 2024, Kronor = 1, Date = new DateOnly(2022, 6, 2) },
            ],
        };
        Assert.Equal(
            [["Dans", "325 561", "", "2023-06-02, § 41"], ["Dans, återlämnat", "", "5 000", "2023-09-01"]],
            Build(new RecordPart("Beslut", RecordContent.Decisions), r => r with { Initiatives = r.Initiatives with { Initiatives = [dance] } }).Read());
    }

    [Fact]
    public void A_budget_shows_its_parts_below_their_line_and_never_adds_them_twice()
    {
        var budget = new AdoptedBudget
        {
            Id = "2023",
            Year = 2023,
            Lines =
            [
                new BudgetLine("bidrag", "Bidrag", BudgetKind.Income) { Amounts = [new YearAmount(2023, 13_320_000m), new YearAmount(2024, 13_320_000m)] },
                new BudgetLine("insatser", "Insatsmedel", BudgetKind.Cost) { Amounts = [new YearAmount(2023, 15_270_000m), new YearAmount(2024, 9_808_000m)] },
                new BudgetLine("beviljat", "varav redan beviljat", BudgetKind.Cost) { PartOf = "insatser", Amounts = [new YearAmount(2023, 10_800_000m)] },
                new BudgetLine("personal", "Personalkostnader", BudgetKind.Cost) { Amounts = [new YearAmount(2023, 2_906_000m), new YearAmount(2024, 2_912_000m)] },
            ],
        };
        Assert.Equal(
            [
                ["Bidrag", "13 320", "13 320"], ["Summa intäkter", "13 320", "13 320"], ["Insatsmedel", "15 270", "9 808"], ["varav redan beviljat", "10 800", ""],
                ["Personalkostnader", "2 906", "2 912"], ["Summa kostnader", "18 176", "12 720"],
            ],
            Build(new RecordPart("Budget", RecordContent.Budget), r => r with { Budget = new BudgetFile { Budgets = [budget] } }).Read());
    }

    [Fact]
    public void Years_stand_as_they_were_published_with_the_document_named_and_a_wrong_one_footnoted()
    {
        var history = new PublishedHistory
        {
            Documents = [new PublishedDocument("ar-2022", "Årsredovisning 2022", 2022) { Adopted = new DateOnly(2023, 3, 24) }],
            Measures = [new HistoryMeasure("deltagare", "Deltagare", "personer") { Row = "deltagare.deltagit" }],
            Figures =
            [
                Figure(2021, null, 178), Figure(2021, Gender.Woman, 104), Figure(2021, Gender.Man, 74),
                Figure(2022, null, 193) with { Correction = new FigureCorrection(190, new DateOnly(2024, 1, 15), "Summan var fel") }, Figure(2022, Gender.Woman, 90), Figure(2022, Gender.Man, 103),
            ],
        };
        var part = new RecordPart("Tabell 1", RecordContent.History) { Measures = ["deltagare"], Years = 3, Layout = RecordLayout.YearsDown };
        var sent = Some.Material(Some.Initiative().Sent(("deltagare.deltagit.kvinna", 154), ("deltagare.deltagit.man", 166)));
        var table = RecordTable.Build(sent with { Record = sent.Record with { History = history } }, part, "Tabell 1");
        Assert.Equal(["År", "Alla", "Kvinnor", "Män"], table.Columns.Select(c => c.Header));
        Assert.Equal([["2021", "178", "104", "74"], ["2022", "193 ¹", "90", "103"], ["2023", "320", "154", "166"]], table.Read());
        Assert.Equal(
            ["Uppgifterna för 2021–2022 är hämtade ur Årsredovisning 2022, fastställd 24 mars 2023.", "¹ Rättat: 193 är tryckt som 190. Summan var fel."], table.Notes);
        Assert.Equal(193m, table.Rows[1].Cells[1].Value);

        // Without reports the year's own figures are blank, not zero.
        Assert.Equal(["2023", "", "", ""], RecordTable.Build(Material(r => r with { History = history }), part, "Tabell 1").Read()[^1]);
    }

    [Fact]
    public void The_years_own_figure_says_whose_reports_it_does_not_include()
    {
        var material = Followed(
            Some.Initiative().Sent(("deltagare.deltagit.kvinna", 154), ("deltagare.deltagit.man", 166)), Some.Initiative("ljusdal").NotSent());
        var table = RecordTable.Build(material, TwoYears, "Tabell 1");
        Assert.Equal(["2023", "320", "154", "166"], table.Read()[^1]);
        Assert.Equal(
            ["2023: Summan omfattar 1 av 2 insatser. Rapport saknas från: Ljusdal.", "Uppgifterna för 2022 är hämtade ur Årsredovisning 2022."], table.Notes);
    }

    [Fact]
    public void What_is_reported_to_a_day_within_the_year_does_not_stand_beside_whole_years()
    {
        var material = Followed(Some.Initiative().Sent(("deltagare.deltagit.kvinna", 154), ("deltagare.deltagit.man", 166)));
        material = material with { Period = material.Period with { End = new DateOnly(2023, 8, 31) } };
        foreach (var layout in new[] { RecordLayout.YearsDown, RecordLayout.ByGender, RecordLayout.Plain })
        {
            var table = RecordTable.Build(material, TwoYears with { Layout = layout }, "Tabell 1");
            Assert.DoesNotContain(table.Rows.SelectMany(r => r.Cells), c => c.Value is 320 or 154 or 166);
            Assert.Equal(
                "Uppgifter för 2023 visas inte: rapporterna säger bara vad som gällde under perioden 1 januari–31 augusti 2023, och de andra åren är hela år.",
                Some.Spaced(table.Notes[0]));
        }

        Assert.Equal([["2022", "193"], ["2023", ""]], RecordTable.Build(material, TwoYears, "Tabell 1").Read());

        // What was published of the year all the same is shown, and then there is nothing to excuse.
        var published = material.Record.History with { Figures = [.. material.Record.History.Figures, Figure(2023, null, 310)] };
        var shown = RecordTable.Build(material with { Record = material.Record with { History = published } }, TwoYears, "Tabell 1");
        Assert.Equal(["2023", "310"], shown.Read()[^1]);
        Assert.Equal(["Uppgifterna för 2022–2023 är hämtade ur Årsredovisning 2022."], shown.Notes);
    }

    [Fact]
    public void Unique_persons_are_printed_as_they_were_entered_with_their_source_and_never_reckoned()
    {
        var material = Followed(Some.Initiative().Sent(("deltagare.deltagit.kvinna", 154), ("deltagare.deltagit.man", 166)));
        PeriodMaterial With(string measure) => material with
        {
            Record = material.Record with
            {
                Figures = new FigureFile
                {
                    Figures = [new EnteredFigure { Measure = material.Record.History.Measures[0].Id, Period = measure, Value = 287, Source = "Uppföljning Finsam, uttag 2024-01-15" }],
                },
            },
        };

        var entered = RecordTable.Build(With(material.Period.Id), TwoYears, "Tabell 1");
        Assert.Equal(["2023", "287"], entered.Read()[^1]);
        Assert.Contains(entered.Notes, n => n.EndsWith("enligt Uppföljning Finsam, uttag 2024-01-15.", StringComparison.Ordinal));

        // Entered for another period: then nobody knows this year's, and the participations are not it.
        Assert.Equal(["2023", ""], RecordTable.Build(With("2022-helar"), TwoYears, "Tabell 1").Read()[^1]);
    }

    [Fact]
    public void An_approximate_figure_says_so_and_keeps_its_value()
    {
        var history = new PublishedHistory
        {
            Documents = [new PublishedDocument("ar-2022", "Årsredovisning 2022", 2022)],
            Measures = [new HistoryMeasure("andel", "Andel till individinsatser", "%")],
            Figures = [new HistoryFigure { Measure = "andel", Year = 2022, Value = 68, Approximate = true, Document = "ar-2022" }],
        };
        var cell = Build(new RecordPart("Andel", RecordContent.History) { Measures = ["andel"], Years = 2 }, r => r with { History = history }).Rows[0].Cells[2];
        Assert.Equal("ca 68 %", cell.Text.Replace(SwedishFormat.NoBreakSpace, ' '));
        Assert.Equal(0.68m, cell.Value);
    }

    [Fact]
    public void Goals_show_what_is_settled_and_the_count_leaves_out_what_is_dropped()
    {
        var goals = new GoalFile
        {
            Goals = [Goal("1", "Mål ett"), Goal("2", "Mål två"), Goal("3", "Mål tre") with { ToYear = 2022 }],
            Assessments =
            [
                new SettledAssessment { Period = Some.Period.Id, Goal = "1", Proposed = GoalAssessment.Met, Settled = GoalAssessment.PartlyMet, Comment = "48 %" },
                new SettledAssessment { Period = Some.Period.Id, Goal = "2", Proposed = GoalAssessment.Dropped },
            ],
        };
        var table = Build(new RecordPart("Mål", RecordContent.Goals), r => r with { Goals = goals });
        Assert.Equal([["Mål ett", "Enkät\n48 %", "Uppfyllt till viss del"], ["Mål två", "Enkät", "Måttet utgår"]], table.Read());
        Assert.Equal(["0 av 1 bedömda mål är uppfyllda. 1 utgår och räknas inte."], table.Notes);
    }

    [Fact]
    public void The_plans_goals_are_listed_with_their_numbers_where_they_have_any()
    {
        string[][] Rows(params AssociationGoal[] goals) =>
            Build(new RecordPart("Mål", RecordContent.GoalList), r => r with { Goals = new GoalFile { Goals = [.. goals] } }).Read();
        Assert.Equal([["5.1", "Mål ett"], ["", "Mål två"]], Rows(Goal("1", "Mål ett") with { Number = "5.1" }, Goal("2", "Mål två"), Goal("3", "Mål tre") with { ToYear = 2022 }));
        Assert.Equal([["Mål ett"]], Rows(Goal("1", "Mål ett")));
    }

    [Fact]
    public void Registers_show_the_years_own()
    {
        var registers = new AssociationRegisters
        {
            Bodies = [new Body("styrelse", "Styrelsen", BodyKind.Board), new Body("samrad", "Medlemssamråd", BodyKind.Consultation), new Body("ingen", "Ingen", BodyKind.Other)],
            Meetings = [new Meeting("samrad", new DateOnly(2023, 9, 1)), new Meeting("samrad", new DateOnly(2022, 9, 1))],
            MeetingCounts = [new MeetingCount("styrelse", 2023, 6)],
            Staff = [new StaffPost { Title = "Förbundschef", Percent = 100 }, new StaffPost { Title = "Utvecklare", Percent = 40, From = new DateOnly(2023, 9, 1) }],
            Glossary = [new GlossaryTerm("NNS", "Nationella nätverket")],
            Appendices = [new DocumentAppendix(2023, 2, "Statistik"), new DocumentAppendix(2023, 1, "Projekt"), new DocumentAppendix(2022, 1, "Förra året")],
            Auditors = [new Auditor { For = "staten", Firm = "KPMG" }, new Auditor { For = "förr", To = new DateOnly(2022, 1, 1) }],
        };
        string[][] Rows(RecordContent content) => Build(new RecordPart("x", content), r => r with { Registers = registers }).Read();
        Assert.Equal([["Styrelsen", "6"], ["Medlemssamråd", "1"]], Rows(RecordContent.Meetings));
        Assert.Equal([["Förbundschef", "100 %"], ["Utvecklare", "40 %"], ["Årsarbetare 31 december 2023", "1,4"]], Rows(RecordContent.Staff));
        Assert.Equal([["NNS", "Nationella nätverket"]], Rows(RecordContent.Glossary));
        Assert.Equal([["Bilaga 1", "Projekt"], ["Bilaga 2", "Statistik"]], Rows(RecordContent.Appendices));
        Assert.Equal([["staten", "Revisor", "[namn]", "KPMG"]], Rows(RecordContent.Auditors));
    }

    [Fact]
    public void Auditors_are_told_with_whom_they_audit_for_or_with_who_appointed_them()
    {
        DraftPart.Table Table(params Auditor[] auditors) =>
            Build(new RecordPart("Revisorer", RecordContent.Auditors), r => r with { Registers = new AssociationRegisters { Auditors = [.. auditors] } });
        var appointed = Table(new Auditor { AppointedBy = "Försäkringskassan" }, new Auditor { AppointedBy = "Region Gävleborg" });
        Assert.Equal(["Utsedd av", "Roll", "Namn"], appointed.Columns.Select(c => c.Header));
        Assert.Equal([["Försäkringskassan", "Revisor", "[namn]"], ["Region Gävleborg", "Revisor", "[namn]"]], appointed.Read());
        Assert.Equal([["Revisor", "[namn]", "KPMG"]], Table(new Auditor { Firm = "KPMG" }).Read());
        Assert.Equal([["staten", "Försäkringskassan", "Revisor", "[namn]"]], Table(new Auditor { For = "staten", AppointedBy = "Försäkringskassan" }).Read());
    }

    [Fact]
    public void A_succession_in_the_year_is_told()
    {
        var initiatives = new InitiativeFile
        {
            Initiatives = [Some.Initiative("rehab"), Some.Initiative("utredning"), Some.Initiative("teamet")],
            Successions = [new Succession { Id = "s", Kind = SuccessionKind.Merged, Date = new DateOnly(2023, 9, 1), From = ["rehab", "utredning"], To = ["teamet"] }],
        };
        var row = Assert.Single(Build(new RecordPart("x", RecordContent.Successions), r => r with { Initiatives = initiatives }).Read());
        Assert.Equal("2023-09-01", row[0]);
        Assert.Contains("Teamet", row[1], StringComparison.Ordinal);
    }

    private static RecordPart TwoYears { get; } = new("Tabell 1", RecordContent.History) { Measures = ["deltagare"], Years = 2, Layout = RecordLayout.YearsDown };

    private static PeriodMaterial Followed(params InitiativeMaterial[] initiatives)
    {
        var material = Some.Material(initiatives);
        var history = new PublishedHistory
        {
            Documents = [new PublishedDocument("ar-2022", "Årsredovisning 2022", 2022)],
            Measures = [new HistoryMeasure("deltagare", "Deltagare", "personer") { Row = "deltagare.deltagit" }],
            Figures = [Figure(2022, null, 193)],
        };
        return material with { Record = material.Record with { History = history } };
    }

    private static Seat Seat(string organisation, SeatKind kind) => new() { Body = "styrelse", Organisation = organisation, Kind = kind };

    private static Member Member(string id, string name, MemberKind kind, params (int Year, decimal Kronor)[] paid) =>
        new(id, name, kind, [.. paid.Select(p => new YearAmount(p.Year, p.Kronor))]);

    private static AssociationGoal Goal(string id, string text) => new() { Id = id, Text = text, Measure = new GoalMeasure { By = MeasuredBy.Survey, Text = "Enkät" } };

    private static HistoryFigure Figure(int year, Gender? gender, decimal value) => new() { Measure = "deltagare", Year = year, Gender = gender, Value = value, Document = "ar-2022" };

    private static PeriodMaterial Material(Func<AssociationRecord, AssociationRecord> change) => Some.Material() with { Record = change(Some.Record()) };

    private static DraftPart.Table Build(RecordPart part, Func<AssociationRecord, AssociationRecord> change) => RecordTable.Build(Material(change), part, part.Caption);
}
