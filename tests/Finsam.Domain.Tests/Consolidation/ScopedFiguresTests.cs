using CsCheck;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.History;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Consolidation;

/// <summary>Figures of one scope from reports of another: derived where it can be, never guessed where it cannot.</summary>
public sealed class ScopedFiguresTests
{
    private static readonly ParticipantsPart Year = new("Deltagare", "deltagare", "nya") { Scope = Scope.Year };
    private static readonly ParticipantsPart SinceStart = Year with { Scope = Scope.Initiative };

    private static readonly ReportingPeriod[] Tertials =
    [
        .. from n in Enumerable.Range(1, 3)
           select Some.Period with
           {
               Id = $"2023-t{n}", Name = $"tertial {n} 2023", Kind = PeriodKind.Tertial, Start = new DateOnly(2023, (n * 4) - 3, 1),
               End = new DateOnly(2023, (n * 4) - 3, 1).AddMonths(4).AddDays(-1),
           },
    ];

    [Fact]
    public void The_years_new_are_the_tertials_new_added_up()
    {
        var material = Third(new(("nya", 3)), new(("nya", 4)), ("nya", 5));
        Assert.Equal("12", Women(material, Year));
        Assert.Equal(
            ["rapport/2023-t1/hofors#deltagare.nya.kvinna", "rapport/2023-t2/hofors#deltagare.nya.kvinna", "rapport/2023-t3/hofors#deltagare.nya.kvinna"],
            Cell(material, Year).Source!.Addresses.Order());
        Assert.Equal("Antal deltagare under 2023", Table(material, Year).Columns[1].Header);
        Assert.Equal("Antal deltagare under perioden 1 september–31 december 2023", Table(material, Year with { Scope = Scope.Period }).Columns[1].Header);
    }

    [Fact]
    public void A_tertial_that_is_missing_leaves_the_year_unknown_and_never_less()
    {
        var material = Third(new(("nya", 3)), null, ("nya", 5));
        Assert.Equal("uppgift saknas", Women(material, Year));
    }

    [Fact]
    public void A_period_is_what_is_accumulated_less_what_was_accumulated_before() => Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 500]).Sample((a, b, c) =>
    {
        var accumulated = Some.Participants with { Scope = Scope.Year };
        var material = Third(new(("nya", a)), new(("nya", a + b)), ("nya", a + b + c), accumulated);
        return Cell(material, Year with { Scope = Scope.Period }).Value == c && Cell(material, Year).Value == a + b + c;
    });

    [Fact]
    public void Those_who_took_part_in_the_year_are_not_the_tertials_added_up_but_those_who_were_there_and_those_who_came()
    {
        // 5 were there on 1 January as the report of 2022 ended; 3 + 4 + 5 came. Each tertial's own "deltagit" counts those who stayed again.
        var part = new ParticipantsPart("Deltagare", "deltagare", "deltagit") { Scope = Scope.Year };
        var material = Third(new(("deltagit", 8), ("nya", 3)), new(("deltagit", 9), ("nya", 4)), ("deltagit", 10), null, ("nya", 5));
        Assert.Equal("uppgift saknas", Women(material, part));
        var history = new PublishedHistory
        {
            Documents = [new PublishedDocument("ar-2022", "Årsredovisning 2022", 2022)],
            Measures = [new HistoryMeasure("pagaende", "Pågående", "personer") { Row = "deltagare.slut" }],
            Figures = [new HistoryFigure { Measure = "pagaende", Year = 2022, Initiative = "hofors", Gender = Gender.Woman, Value = 5, Document = "ar-2022" }],
        };
        Assert.Equal("17", Women(material with { Record = material.Record with { History = history } }, part));
    }

    [Fact]
    public void Those_ongoing_at_the_years_start_are_those_of_its_first_tertial_and_never_added_up()
    {
        var part = new ParticipantsPart("Deltagare", "deltagare", "start") { Scope = Scope.Year };
        Assert.Equal("10", Women(Third(new(("start", 10)), new(("start", 12)), ("start", 13)), part));
        Assert.Equal("13", Women(Third(new(("start", 10)), new(("start", 12)), ("start", 13)), part with { Scope = Scope.Period }));
        Assert.Equal("uppgift saknas", Women(Third(null, new(("start", 12)), ("start", 13)), part));
    }

    [Fact]
    public void Those_ongoing_at_the_start_are_those_the_last_report_ended_with_where_the_row_is_not_asked()
    {
        var part = new ParticipantsPart("Deltagare", "deltagare", "start") { Scope = Scope.Period };
        Assert.Equal("6", Women(Third(null, new(("slut", 6)), ("nya", 1)), part));
    }

    [Fact]
    public void Those_who_took_part_in_the_year_begin_with_those_its_first_tertial_started_with() =>
        Assert.Equal("22", Women(
            Third(new(("start", 10), ("nya", 3)), new(("start", 11), ("nya", 4)), ("nya", 5)),
            new ParticipantsPart("Deltagare", "deltagare", "deltagit") { Scope = Scope.Year }));

    [Fact]
    public void A_row_that_counts_something_else_is_never_added_up_for_the_same_persons_may_be_in_both()
    {
        var young = new ParticipantsPart("Deltagare", "deltagare", "16-24-ar") { Scope = Scope.Year };
        var material = Third(new(("16-24-ar", 8)), new(("16-24-ar", 8)), ("16-24-ar", 8));
        Assert.Equal("uppgift saknas", Women(material, young));
        Assert.Equal("8", Women(material, young with { Scope = Scope.Period }));

        // Nor is it what is accumulated less what was accumulated before.
        var accumulated = Third(new(("16-24-ar", 8)), new(("16-24-ar", 10)), ("16-24-ar", 12), Some.Participants with { Scope = Scope.Year });
        Assert.Equal("uppgift saknas", Women(accumulated, young with { Scope = Scope.Period }));
        Assert.Equal("12", Women(accumulated, young));
    }

    [Fact]
    public void Those_who_ended_and_those_who_were_transferred_are_added_up_over_the_year()
    {
        foreach (var row in new[] { "avslutade", "overforda-in", "overforda-ut" })
        {
            Assert.Equal("12", Women(Third(new((row, 3)), new((row, 4)), (row, 5)), Year with { Row = row }));
        }
    }

    [Fact]
    public void A_row_that_is_not_asked_is_one_asked_row_less_another()
    {
        var block = Some.Participants with { Derived = [new DerivedRow("kvar", "Kvar sedan tidigare", "deltagit", "nya")] };
        Assert.Equal("7", Women(Third(null, null, ("deltagit", 10), block, ("nya", 3)), Year with { Row = "kvar", Scope = Scope.Period }));
    }

    [Fact]
    public void Another_initiatives_reports_say_nothing_of_this_one()
    {
        var material = Third(null, new(("nya", 4)), ("nya", 5));
        var other = Earlier(Tertials[0], Some.Initiative("ljusdal"), Some.Participants, ("nya", 3));
        Assert.Equal("uppgift saknas", Women(material with { Earlier = material.Earlier.Add(other) }, Year));
    }

    [Fact]
    public void What_was_published_of_the_years_own_figures_is_not_what_was_reported()
    {
        var material = Third(null, null, ("nya", 5));
        Assert.Equal("uppgift saknas", Women(Published(material, New(2023, 99)), Year));
    }

    [Fact]
    public void What_was_published_of_men_is_not_of_women()
    {
        var part = Year with { Row = "start", Scope = Scope.Year };
        Assert.Equal("uppgift saknas", Women(Published(Third(null, null, ("nya", 5)), New(2022, 26) with { Gender = Gender.Man, Measure = "slut" }), part));
        Assert.Equal("26", Women(Published(Third(null, null, ("nya", 5)), New(2022, 26) with { Measure = "slut" }), part));
    }

    [Fact]
    public void Of_what_several_documents_say_of_the_same_year_the_comparison_of_record_holds()
    {
        var part = Year with { Row = "start" };
        HistoryFigure Slut(decimal women, string document) => New(2022, women) with { Measure = "slut", Document = document };
        foreach (var figures in new[] { new[] { Slut(21, "utkast"), Slut(26, "ar-2022"), Slut(25, "ar-2023") }, [Slut(25, "ar-2023"), Slut(26, "ar-2022"), Slut(21, "utkast")] })
        {
            var material = Published(Third(null, null, ("nya", 5)), figures);
            Assert.Equal("26", Women(material, part));
            Assert.Empty(ParticipantsTable.Contradictions(material, part));
            Assert.Equal(["historik/ar-2022#slut.2022.kvinna"], Cell(material, part).Source!.Addresses);
        }
    }

    [Fact]
    public void What_was_published_of_other_dates_is_not_the_years()
    {
        var cohort = New(2022, 8) with { Measure = "slut", From = new DateOnly(2021, 1, 1), To = new DateOnly(2022, 6, 30) };
        Assert.Equal("uppgift saknas", Women(Published(Third(null, null, ("nya", 5)), cohort), Year with { Row = "start" }));
        Assert.Equal("uppgift saknas", Women(Published(Third(null, null, ("nya", 5)), cohort with { From = null }), Year with { Row = "start" }));
        Assert.Equal("26", Women(Published(Third(null, null, ("nya", 5)), cohort, New(2022, 26) with { Measure = "slut", Document = "utkast" }), Year with { Row = "start" }));
    }

    [Fact]
    public void What_is_accumulated_since_the_start_gives_the_year_by_last_years_published_figure()
    {
        // Ovanåker: 45 since the start, of whom the year's are what came after the 26 that were published for 2022.
        var sinceStart = Some.Participants with { Scope = Scope.Initiative };
        var history = new PublishedHistory
        {
            Documents = [new PublishedDocument("ar-2022", "Årsredovisning 2022", 2022)],
            Measures = [new HistoryMeasure("nya", "Nya", "personer") { Row = "deltagare.nya" }],
            Figures = [new HistoryFigure { Measure = "nya", Year = 2022, Scope = Scope.Initiative, Initiative = "hofors", Gender = Gender.Woman, Value = 26, Document = "ar-2022" }],
        };
        var material = Some.Material(Some.Initiative().Sent(("deltagare.nya.kvinna", 45), ("deltagare.nya.man", 0)));
        material = material with { Template = With(sinceStart), Record = material.Record with { History = history } };
        Assert.Equal("19", Women(material, Year));
        Assert.Equal("45", Women(material, SinceStart));
        Assert.Contains(Table(material, SinceStart).Notes, n => n.Contains("sedan insatsens start 1 januari 2022", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_ways_with_two_results_are_told_and_never_picked_in_silence()
    {
        var accumulated = Some.Participants with { Scope = Scope.Year };
        var material = Third(new(("nya", 3)), new(("nya", 7)), ("nya", 12), accumulated);
        var own = Some.Initiative();
        var wrong = Earlier(Tertials[1] with { Id = "extra", Start = new DateOnly(2023, 1, 1) }, own, Some.Participants, ("nya", 8));
        var finding = Assert.Single(Findings.Of(
            material with { Earlier = material.Earlier.Add(wrong) }, Some.Outline with { Parts = [Year with { Scope = Scope.Period }] }));
        Assert.Contains("Hofors, Varav nya, kvinna: 5", finding, StringComparison.Ordinal);
        Assert.Contains("men 4", finding, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_who_was_transferred_between_two_initiatives_is_counted_once_in_their_sum()
    {
        var old = Some.Initiative("utredning").Sent(("deltagare.deltagit.kvinna", 10), ("deltagare.deltagit.man", 0));
        var next = Some.Initiative("teamet").Sent(("deltagare.deltagit.kvinna", 14), ("deltagare.deltagit.man", 0));
        var material = Some.Material(old, next);
        var succession = new Succession
        {
            Id = "byte",
            Kind = SuccessionKind.Renamed,
            Date = new DateOnly(2023, 9, 1),
            From = ["utredning"],
            To = ["teamet"],
            Transfers = [new Transfer { From = "utredning", To = "teamet", Women = 6, Men = 0, Other = 0, Unknown = 0 }],
        };
        material = material with { Record = material.Record with { Initiatives = material.Record.Initiatives with { Successions = [succession] } } };
        var table = Table(material, new ParticipantsPart("Deltagare", "deltagare", "deltagit"));
        Assert.Equal(["Summa deltagare (en person kan räknas i flera insatser)", "18", "18", "0"], table.Read()[^1]);
        Assert.Contains("6 personer har förts över mellan insatserna och räknas en gång i summan.", table.Notes);
    }

    [Fact]
    public void Those_who_took_part_are_also_those_who_were_transferred_in()
    {
        var asked = Some.Participants with { Rows = [.. Some.Participants.Rows, new Choice("overforda-in", "Överförda in"), new Choice("slut", "Pågående vid slutet")] };
        var part = new ParticipantsPart("Deltagare", "deltagare", "deltagit") { Scope = Scope.Period };
        var material = Third(null, new(("slut", 20)), ("deltagit", 35), asked, ("nya", 5), ("overforda-in", 10));
        Assert.Equal("35", Women(material, part));
        Assert.Empty(ParticipantsTable.Contradictions(material, part));

        // Without the row's own answer they follow, over the year too.
        Assert.Equal("35", Women(Third(null, new(("slut", 20)), ("nya", 5), asked, ("overforda-in", 10)), part));
        var year = Third(new(("nya", 1), ("overforda-in", 2)), new(("nya", 2), ("overforda-in", 0)), ("nya", 5), asked, ("overforda-in", 10));
        Assert.Equal("40", Women(Published(year, New(2022, 20) with { Measure = "slut" }), part with { Scope = Scope.Year }));

        // A blank is not zero where it is asked.
        Assert.Equal("uppgift saknas", Women(Third(null, new(("slut", 20)), ("nya", 5), asked), part));
    }

    [Fact]
    public void Where_nobody_is_asked_of_transfers_the_successions_tell_and_the_sum_counts_each_once()
    {
        var part = new ParticipantsPart("Deltagare", "deltagare", "deltagit") { Scope = Scope.Period };
        var material = Moved(Third(null, new(("slut", 20)), ("nya", 5)), new DateOnly(2023, 9, 1), 10);
        Assert.Equal("35", Women(material, part));
        Assert.Contains("register/efterfoljare", Cell(material, part).Source!.Addresses);
        Assert.Equal("25", Women(Moved(Third(null, new(("slut", 20)), ("nya", 5)), new DateOnly(2023, 8, 31), 10), part));

        // Beside the initiative they came from, they are taken away once from what they were added to twice.
        var old = Some.Initiative("utredning");
        var ended = Material(Tertials[2], old, Some.Participants, ("deltagit", 14));
        Assert.Equal("39", Table(material with { Initiatives = [.. ended.Initiatives, .. material.Initiatives] }, part).Rows[^1].Cells[2].Text);
    }

    [Fact]
    public void A_form_that_began_to_ask_of_transfers_is_added_to_what_the_successions_tell_before_it()
    {
        var asked = Some.Participants with { Rows = [.. Some.Participants.Rows, new Choice("overforda-in", "Överförda in")] };
        var own = Some.Initiative();
        var material = Moved(
            Material(Tertials[1], own, asked, ("nya", 5), ("overforda-in", 3)) with { Earlier = [Earlier(Tertials[0], own, Some.Participants, ("start", 20), ("nya", 1))] },
            new DateOnly(2023, 2, 1),
            10);
        Assert.Equal("39", Women(material, new ParticipantsPart("Deltagare", "deltagare", "deltagit") { Scope = Scope.Year }));
    }

    [Fact]
    public void A_period_that_does_not_start_where_the_last_one_ended_is_told()
    {
        var block = Some.Participants with { Rows = [new Choice("start", "Pågående vid start"), new Choice("nya", "Nya"), new Choice("avslutade", "Avslutade")] };
        var own = Some.Initiative();
        var material = Material(Tertials[1], own, block, ("start", 7), ("nya", 1), ("avslutade", 0)) with
        {
            Earlier = [Earlier(Tertials[0], own, block, ("start", 4), ("nya", 5), ("avslutade", 3))],
        };
        Assert.Equal(
            ["Hofors: tertial 1 2023 slutade med 6 pågående deltagare, men den här perioden börjar med 7 (kvinna)."], Findings.Of(material, Some.Outline).Select(Some.Spaced));
    }

    [Fact]
    public void Unique_persons_are_only_what_was_entered_and_impossible_ones_are_told()
    {
        var material = Some.Material(
            Some.Initiative("a").Sent(("deltagare.deltagit.kvinna", 10), ("deltagare.deltagit.man", 0)),
            Some.Initiative("b").Sent(("deltagare.deltagit.kvinna", 4), ("deltagare.deltagit.man", 1)));
        string[] Told(decimal entered) =>
        [
            .. Findings.Of(
                material with
                {
                    Record = material.Record with
                    {
                        History = new PublishedHistory { Measures = [new HistoryMeasure("unika", "Unika personer", "personer") { Row = "deltagare.deltagit" }] },
                        Figures = new FigureFile { Figures = [new EnteredFigure { Measure = "unika", Period = "2023-helar", Value = entered, Source = "Uppföljning Finsam" }] },
                    },
                },
                Some.Outline),
        ];
        Assert.Empty(Told(10));
        Assert.Empty(Told(15));
        Assert.StartsWith("Unika personer (Uppföljning Finsam): ", Assert.Single(Told(16)), StringComparison.Ordinal);
        Assert.StartsWith("Unika personer (Uppföljning Finsam): ", Assert.Single(Told(9)), StringComparison.Ordinal);
    }

    private static PeriodMaterial Moved(PeriodMaterial material, DateOnly date, int women)
    {
        var succession = new Succession
        {
            Id = "byte",
            Kind = SuccessionKind.Renamed,
            Date = date,
            From = ["utredning"],
            To = ["hofors"],
            Transfers = [new Transfer { From = "utredning", To = "hofors", Women = women, Men = 0, Other = 0, Unknown = 0 }],
        };
        return material with { Record = material.Record with { Initiatives = material.Record.Initiatives with { Successions = [succession] } } };
    }

    private static PeriodMaterial Published(PeriodMaterial material, params HistoryFigure[] figures) => material with
    {
        Record = material.Record with
        {
            History = new PublishedHistory
            {
                Documents =
                [
                    new PublishedDocument("utkast", "Utkast 2022", 2022),
                    new PublishedDocument("ar-2022", "Årsredovisning 2022", 2022) { Adopted = new DateOnly(2023, 3, 24) },
                    new PublishedDocument("ar-2023", "Årsredovisning 2023", 2023),
                ],
                Measures =
                [
                    new HistoryMeasure("nya", "Nya", "personer") { Row = "deltagare.nya" }, new HistoryMeasure("slut", "Pågående", "personer") { Row = "deltagare.slut" },
                ],
                Figures = [.. figures],
            },
        },
    };

    private static HistoryFigure New(int year, decimal women) =>
        new() { Measure = "nya", Year = year, Initiative = "hofors", Gender = Gender.Woman, Value = women, Document = "ar-2022" };

    private static FormTemplate With(MatrixBlock block) => Some.Template with
    {
        Sections = [.. Some.Template.Sections.Select(s => s.Id == "deltagare" ? s with { Blocks = [block] } : s)],
    };

    private static PeriodMaterial Third(Answered? first, Answered? second, (string Row, int Women) third, MatrixBlock? block = null, params (string Row, int Women)[] more)
    {
        var own = Some.Initiative();
        var matrix = block ?? Some.Participants;
        return Material(Tertials[2], own, matrix, [third, .. more]) with
        {
            Earlier =
            [
                .. first is null ? Array.Empty<EarlierReport>() : [Earlier(Tertials[0], own, matrix, first.Rows)],
                .. second is null ? Array.Empty<EarlierReport>() : [Earlier(Tertials[1], own, matrix, second.Rows)],
            ],
        };
    }

    private static PeriodMaterial Material(ReportingPeriod period, Initiative initiative, MatrixBlock block, params (string Row, int Women)[] rows)
    {
        var earlier = Earlier(period, initiative, block, rows);
        return Some.Material(new InitiativeMaterial(earlier.Report.Key, initiative, earlier.Report)) with { Period = period, Template = With(block) };
    }

    private static EarlierReport Earlier(ReportingPeriod period, Initiative initiative, MatrixBlock block, params (string Row, int Women)[] rows)
    {
        var sent = initiative.Sent([.. rows.SelectMany(r => new (string, object)[] { (block.KeyOf(r.Row, "kvinna"), r.Women), (block.KeyOf(r.Row, "man"), 0) })]);
        return new EarlierReport(period, With(block), sent.Report! with { Key = new ReportKey(Some.Association.Id, period.Id, initiative.Id) });
    }

    private static DraftPart.Table Table(PeriodMaterial material, ParticipantsPart part) => ParticipantsTable.Build(material, "Deltagare", part);

    private static TableCell Cell(PeriodMaterial material, ParticipantsPart part) => Table(material, part).Rows[0].Cells[2];

    private static string Women(PeriodMaterial material, ParticipantsPart part) => Cell(material, part).Text;

    private sealed record Answered(params (string Row, int Women)[] Rows);
}
