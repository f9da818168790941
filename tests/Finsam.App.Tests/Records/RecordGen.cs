using System.Collections.Immutable;
using CsCheck;
using Finsam.App.Tests.Setup;
using Finsam.Domain.Associations;
using Finsam.Domain.Budgets;
using Finsam.Domain.Goals;
using Finsam.Domain.History;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Records;
using Finsam.Domain.Registers;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;

namespace Finsam.App.Tests.Records;

/// <summary>Records that hold together, with texts that are as odd as the schemas let them be, exact amounts and much left blank.</summary>
internal static class RecordGen
{
    private static readonly string[] Odd =
    [
        "=1+1", "=cmd|' /C calc'!A0", "+46 70", "-5", "@SUM(A1)", "'citat", "  blanksteg  ", " ", "_x000A_", "_x005F_x000A_", "<b>&amp;]]>\"'", "007", "1-2", "2023-06-31",
        "1.234", "1E5", "TRUE", "Ja", "x", "Namn", "Id", "Summa", "Åäö 👩‍👩‍👧", "\u0085\u2028\ufeff\u00a0", "مرحبا \u202eomvänt\u202c", "a,b;c", "—", "|", "{0}", "$.x[0]", "a|b",
    ];

    private static readonly AssociationRecord Frame = new Package().Read().Record!;

    private static readonly Gen<string> Letters = Gen.Char[" !#%&'()*,-./09:;<=>?@AZ[]^_`az{|}~§ÅÄÖåäöéüß–—”µ€"].Array[1, 30].Select(c => new string(c));

    /// <summary>A text of one line.</summary>
    public static Gen<string> Line { get; } = Gen.Frequency((1, Gen.OneOf(Odd)), (3, Letters));

    /// <summary>A text of one line or several.</summary>
    public static Gen<string> Long { get; } = Gen.Frequency(
        (2, Line), (1, Gen.OneOf("a\nb", "a\r\nb\n", "\n", "\t=1", "\r", "- punkt\n- =2+2", new string('å', 20000))), (1, Gen.Select(Line, Line, (a, b) => a + "\n\n" + b)));

    /// <summary>Kronor that are not negative.</summary>
    public static Gen<decimal> Amount { get; } = Gen.Frequency(
        (4, Gen.Int[0, 5_000_000].Select(k => (decimal)k)), (2, Gen.Int[0, 500_000_000].Select(ore => Plain(ore / 100m))),
        (1, Gen.OneOf(0m, 999_999_999_999m, 0.1m, 0.000000001m, 123_456_789_012.3456789012345678m, 999_999_999_998.99m, 0.3333333333333333333333333333m)));

    /// <summary>Any exact number.</summary>
    public static Gen<decimal> Number { get; } = Gen.Select(Amount, Gen.Bool, (amount, isNegative) => isNegative && amount != 0 ? -amount : amount);

    /// <summary>A day.</summary>
    public static Gen<DateOnly> Day { get; } = Gen.Frequency(
        (9, Gen.Int[0, 9000].Select(d => new DateOnly(2004, 1, 1).AddDays(d))),
        (1, Gen.OneOf(new DateOnly(2199, 12, 31), new DateOnly(1900, 1, 1), new DateOnly(2024, 2, 29))));

    private static readonly Gen<int> Year = Gen.Int[2004, 2100];

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct => Gen.Select(gen, Gen.Bool, (value, isThere) => isThere ? value : (T?)null);

    private static Gen<string?> MaybeText(Gen<string> gen) => Gen.Select(gen, Gen.Bool, (value, isThere) => isThere ? value : null);

    private static Gen<T> Any<T>()
        where T : struct, Enum => Gen.OneOf(Enum.GetValues<T>());

    private static Gen<ImmutableArray<T>> Few<T>(Gen<T> gen, int least = 0, int most = 3) => gen.Array[least, most].Select(items => items.ToImmutableArray());

    // Each item made with its number, so that ids differ.
    private static Gen<ImmutableArray<T>> Numbered<T>(int least, int most, Func<int, Gen<T>> gen) => Gen.Int[least, most].SelectMany(count =>
        Enumerable.Range(1, count).Aggregate(Gen.Const(ImmutableArray<T>.Empty), (all, number) => Gen.Select(all, gen(number), (items, item) => items.Add(item))));

    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static Gen<ImmutableArray<YearAmount>> Years(Gen<decimal> amount, int from = 2020) =>
        Gen.Select(Numbered(0, 3, number => amount.Select(kronor => new YearAmount(from + number, kronor))), Gen.Bool, (all, isReversed) =>
            isReversed ? [.. all.Reverse()] : all);

    private static readonly Gen<GoalMeasure> Measure = Gen.Select(
        Any<MeasuredBy>(), MaybeText(Long), Gen.Bool, (by, text, isCounted) => new GoalMeasure
        {
            By = by,
            Text = text,
            Cells = by is MeasuredBy.Count or MeasuredBy.Share || isCounted ? ["deltagare.deltagit.kvinna", "deltagare.deltagit.man"] : [],
            Base = by is MeasuredBy.Share ? ["deltagare.nya.kvinna"] : [],
        });

    private static readonly Gen<ImmutableArray<GoalTarget>> Targets = Few(
        Gen.Select(Any<Comparison>(), Number, Line, Any<Scope>(), Maybe(Any<TargetAgainst>()), Maybe(Year), (comparison, value, unit, scope, against, year) =>
            new GoalTarget(comparison, unit, scope) { Value = against is null ? value : null, Against = against, Year = year }), 0, 2);

    private static Gen<InitiativeGoal> Goal(int number) => Gen.Select(Long, MaybeText(Line), Measure, Targets, (text, heading, measure, targets) =>
        new InitiativeGoal($"{number}", text) { Heading = heading, Measure = measure, Targets = targets });

    private static Gen<Contact> Person(int number) => Gen.Select(Line, Few(Gen.OneOf("deltagare", "ekonomi"), 0, 2), (name, sections) =>
        new Contact($"k{number}", name, $"k{number}@exempel.se") { Sections = sections });

    private static Gen<ImmutableArray<FundingDecision>> Decisions(DateOnly start, DateOnly end) => Numbered(0, end.Year - start.Year + 1, number =>
        Gen.Select(Maybe(Day), MaybeText(Line), Amount, Gen.Int[0, 4], MaybeText(Line), (date, paragraph, kronor, more, note) =>
        {
            var grant = new FundingDecision { Date = date, Paragraph = paragraph, Kind = DecisionKind.Grant, Year = start.Year + number - 1, Kronor = kronor, Note = note };
            return (ImmutableArray<FundingDecision>)(more switch
            {
                0 => [grant],
                1 => [grant, grant with { Kind = DecisionKind.Supplement, Kronor = 1 }, grant with { Kind = DecisionKind.Supplement, Kronor = 1 }],
                2 => [grant with { Kind = DecisionKind.Return, Kronor = Plain(kronor / 2) }, grant],
                3 => [grant, grant with { Kind = DecisionKind.Extension, Kronor = 0, NewEnd = end }],
                _ => [grant, grant with { Kind = DecisionKind.EarlyEnd, Kronor = 0, NewEnd = end }],
            });
        })).Select(years => years.SelectMany(y => y).ToImmutableArray());

    private static Gen<Agreement> Contract(int number, DateOnly start, DateOnly end) =>
        from party in Line
        from said in Gen.Select(Maybe(Day), MaybeText(Line), MaybeText(Line))
        from days in Gen.Select(Maybe(Gen.Const(start)), Maybe(Gen.Const(end)))
        from kronor in Years(Number, start.Year)
        select new Agreement
        {
            Party = $"{party}{number}",
            SignedOn = said.Item1,
            From = days.Item1,
            To = days.Item2,
            Posts = said.Item2,
            Reference = said.Item3,
            Kronor = kronor,
        };

    private static Gen<Payment> Paid(DateOnly start, DateOnly end) => Gen.Select(
        Day, Number, Line, Gen.Int[start.Year, end.Year], MaybeText(Gen.OneOf("T1", "T2")), (date, kronor, party, year, note) => new Payment
        {
            Date = date,
            Kronor = kronor,
            Party = party,
            Year = year,
            Note = note,
        });

    private static Gen<Initiative> One(int number) =>
        from start in Gen.Int[0, 2000].Select(d => new DateOnly(2018, 1, 1).AddDays(d))
        from end in Gen.Int[0, 1500].Select(start.AddDays)
        from texts in Gen.Select(Line, MaybeText(Line), MaybeText(Long), MaybeText(Long), MaybeText(Line), Line, MaybeText(Line))
        from lists in Gen.Select(Few(Line), Few(Line), Few(Gen.OneOf("deltagare", "ekonomi"), 0, 2), Few(Gen.OneOf("mal-1"), 0, 1))
        from choices in Gen.Select(Any<InitiativeKind>(), Any<FundingSource>(), Gen.Bool, Gen.Bool)
        from goals in Numbered(0, 2, Goal)
        from contacts in Numbered(1, 3, Person)
        from decisions in Decisions(start, end)
        from agreements in Numbered(0, 2, n => Contract(n, start, end))
        from payments in Few(Paid(start, end))
        select new Initiative
        {
            Id = $"insats-{number}",
            Name = texts.Item1,
            Kind = choices.Item1,
            Heading = texts.Item7,
            Orientation = texts.Item2,
            Start = start,
            AgreedEnd = end,
            Purpose = texts.Item3,
            TargetGroup = texts.Item4,
            Registration = texts.Item5,
            Municipalities = lists.Item1,
            Owner = texts.Item6,
            Partners = lists.Item2,
            Link = choices.Item3 ? new Uri("https://exempel.se/åäö?q=1&b=%20") : null,
            Goals = goals,
            FundedFrom = choices.Item4 ? FundingSource.Initiatives : choices.Item2,
            Decisions = decisions,
            Agreements = agreements,
            Payments = payments.AddRange(payments.Take(1)),
            Contacts = contacts,
            Sections = lists.Item3,
            Group = choices.Item4 ? "trisam" : null,
            FeedsGoals = lists.Item4,
        };

    private static readonly Gen<InitiativeFile> Initiatives =
        from initiatives in Numbered(1, 4, One)
        from names in Gen.Select(Line, MaybeText(Long), Maybe(Day), MaybeText(Line))
        from counts in Gen.Int[0, 999].Array[4]
        select new InitiativeFile
        {
            Groups = [new InitiativeGroup("trisam", names.Item1), new InitiativeGroup("grupp-2", names.Item1)],
            Initiatives = initiatives,
            Successions = initiatives.Length < 3 ? [] :
            [
                new Succession
                {
                    Id = "s1", Kind = SuccessionKind.Merged, Date = new DateOnly(2022, 9, 1), From = ["insats-1", "insats-3"], To = ["insats-2"],
                    Decided = names.Item3, Paragraph = names.Item4, Note = names.Item2,
                    Transfers = [new Transfer { From = "insats-1", To = "insats-2", Women = counts[0], Men = counts[1], Other = counts[2], Unknown = counts[3] }],
                },
            ],
        };

    private static readonly Gen<AssociationRegisters> Registers =
        from bodies in Numbered(1, 3, n => Gen.Select(Line, Any<BodyKind>(), (name, kind) => new Body($"organ-{n}", name, kind)))
        let body = Gen.OneOf(bodies.Select(b => b.Id).ToArray())
        from seats in Few(
            from texts in Gen.Select(body, MaybeText(Line), MaybeText(Line), MaybeText(Line), MaybeText(Line))
            from role in Gen.Select(Any<SeatRole>(), Any<SeatKind>(), Gen.Bool, Gen.Bool)
            from days in Span
            select new Seat
            {
                Body = texts.Item1,
                Holder = texts.Item2,
                Organisation = texts.Item3,
                Title = texts.Item4,
                Group = texts.Item5,
                Role = role.Item1,
                Kind = role.Item2,
                Vacant = role.Item3,
                Signs = role.Item4,
                From = days.From,
                To = days.To,
            }, 0, 4)
        from auditors in Few(Gen.Select(MaybeText(Line), MaybeText(Line), MaybeText(Line), MaybeText(Line), Any<AuditorKind>(), Span, (name, firm, of, appointed, kind, days) =>
            new Auditor { Name = name, Firm = firm, For = of, AppointedBy = appointed, Kind = kind, From = days.From, To = days.To }))
        from staff in Few(Gen.Select(Line, Maybe(Gen.Int[0, 1000]), MaybeText(Line), Span, (title, percent, employer, days) =>
            new StaffPost { Title = title, Percent = percent is { } tenths ? Plain(tenths / 10m) : null, Employer = employer, From = days.From, To = days.To }))
        from services in Few(Gen.Select(Line, Line, Span, (what, supplier, days) => new BoughtService { What = what, Supplier = supplier, From = days.From, To = days.To }))
        from decisions in Few(Gen.Select(Day, Long, MaybeText(Line), (date, text, paragraph) => new BoardDecision(date, text) { Paragraph = paragraph }))
        from meetings in Few(Gen.Select(body, Day, MaybeText(Line), (of, day, about) => new Meeting(of, day) { About = about }))
        from counts in Few(Gen.Select(body, Year, Gen.Int[0, 366], (of, year, count) => new MeetingCount(of, year, count)))
        from terms in Few(Gen.Select(Line, Long, (term, meaning) => new GlossaryTerm(term, meaning)))
        from appendices in Numbered(0, 3, n => Gen.Select(Year, Line, Gen.Bool, (year, title, isFinal) =>
            new DocumentAppendix(year, n, title) { Initiative = isFinal ? "insats-1" : null }))
        select new AssociationRegisters
        {
            Bodies = bodies,
            Seats = seats,
            Auditors = auditors,
            Staff = staff,
            Services = services,
            Decisions = decisions,
            Meetings = meetings,
            MeetingCounts = counts,
            Glossary = terms,
            Appendices = appendices,
        };

    private static Gen<(DateOnly? From, DateOnly? To)> Span => Gen.Select(Maybe(Day), Maybe(Day), (a, b) => a > b ? (b, a) : (a, b));

    private static readonly Gen<GoalFile> Goals =
        from goals in Numbered(1, 3, n =>
            from texts in Gen.Select(Long, MaybeText(Line), MaybeText(Long), MaybeText(Line))
            from years in Gen.Select(Maybe(Gen.Int[2004, 2020]), Maybe(Gen.Int[2021, 2100]))
            from measure in Measure
            from targets in Targets
            from indicators in Numbered(0, 2, i => Gen.Select(Long, MaybeText(Line), Measure, Targets, (text, number, how, what) =>
                new GoalIndicator($"{i}", text) { Number = number, Measure = how, Targets = what }))
            from isOpen in Gen.Bool
            select new AssociationGoal
            {
                Id = $"mal-{n}",
                Number = texts.Item4,
                Text = texts.Item1,
                Heading = texts.Item2,
                Description = texts.Item3,
                FromYear = years.Item1,
                ToYear = years.Item2,
                Measure = isOpen && indicators.Length > 0 ? null : measure,
                Targets = targets,
                Indicators = indicators,
            })
        from assessments in Few(Gen.Select(Gen.Int[0, 2], Maybe(Any<GoalAssessment>()), Maybe(Any<GoalAssessment>()), MaybeText(Long), MaybeText(Line), MaybeText(Line), (of, proposed, settled, comment, result, words) =>
            new SettledAssessment
            {
                Period = "2023-helar",
                Initiative = of == 0 ? "insats-1" : null,
                Goal = of == 1 ? "mal-1" : null,
                Proposed = proposed,
                Settled = settled,
                Comment = comment,
                Result = result,
                Words = words,
            }))
        select new GoalFile { Goals = goals, Assessments = [.. assessments.DistinctBy(a => (a.Initiative, a.Goal))] };

    private static readonly Gen<BudgetFile> Budgets = Numbered(0, 2, n =>
        from adopted in Gen.Select(Maybe(Day), MaybeText(Line), MaybeText(Long))
        from lines in Numbered(1, 4, l => Gen.Select(Line, Any<BudgetKind>(), Any<BudgetRole>(), Years(Number), Gen.Bool, MaybeText(Long), (label, kind, role, amounts, isPart, note) =>
            new BudgetLine($"rad-{l}", label, kind) { Role = role, Note = note, Amounts = amounts, PartOf = isPart && l > 1 ? "rad-1" : null }))
        select new AdoptedBudget { Id = $"{2020 + n}", Year = 2020 + n, Adopted = adopted.Item1, Paragraph = adopted.Item2, Note = adopted.Item3, Lines = lines })
        .Select(budgets => new BudgetFile { Budgets = budgets });

    private static readonly Gen<PublishedHistory> History =
        from documents in Numbered(1, 2, n => Gen.Select(Line, Year, Maybe(Day), MaybeText(Line), MaybeText(Line), (title, year, adopted, paragraph, number) =>
            new PublishedDocument($"ar-{n}", title, year) { Adopted = adopted, Paragraph = paragraph, Reference = number }))
        from measures in Numbered(1, 2, n => Gen.Select(Line, Line, Gen.Bool, (name, unit, isReported) =>
            new HistoryMeasure($"matt-{n}", name, unit) { Row = isReported ? "deltagare.deltagit" : null }))
        from figures in Numbered(0, 4, n =>
            from scope in Any<Scope>()
            from gender in Maybe(Any<Gender>())
            from values in Gen.Select(Number, Number, Day, Line, Maybe(Gen.Int[1, 9999]))
            from flags in Gen.Select(Gen.Bool, Gen.Int[0, 2], Gen.Bool)
            from days in Span
            select new HistoryFigure
            {
                Measure = "matt-1",
                Year = 2010 + n,
                Scope = scope,
                Gender = gender,
                Value = values.Item1,
                Document = "ar-1",
                Page = values.Item5,
                From = days.From,
                To = days.To,
                Approximate = flags.Item3,
                Initiative = flags.Item2 switch { 0 => null, 1 => "insats-1", _ => "trisam" },
                Correction = flags.Item1 ? new FigureCorrection(values.Item2, values.Item3, values.Item4) : null,
            })
        select new PublishedHistory { Documents = documents, Measures = measures, Figures = figures };

    private static readonly Gen<ImmutableArray<Member>> Members = Numbered(1, 4, n => Gen.Select(Line, Any<MemberKind>(), Years(Amount), (name, kind, contributions) =>
        new Member($"medlem-{n}", name, kind, contributions)));

    private static readonly Gen<FigureFile> Figures = Few(Gen.Select(Maybe(Any<Gender>()), Any<Scope>(), Number, Line, Gen.Bool, (gender, scope, value, source, isOfOne) => new EnteredFigure
    {
        Measure = "unika-personer",
        Period = "2023-helar",
        Initiative = isOfOne ? "insats-1" : null,
        Gender = gender,
        Scope = scope,
        Value = value,
        Source = source,
    })).Select(figures => new FigureFile { Figures = figures });

    private static readonly Gen<BookedFile> Booked = Gen.Select(Years(Number), MaybeText(Long), (years, comment) => new BookedFile
    {
        Booked = [.. years.Select(y => new BookedOutcome(y.Year, y.Year % 2 == 0 ? "grupp-2" : "trisam", y.Kronor) { Comment = comment })],
    });

    private static readonly Gen<TextFile> Texts = Numbered(0, 2, n => Long.Select(text => new KeptText($"text-{n}", text))).Select(texts => new TextFile { Texts = texts });

    /// <summary>A record. Its head, period, template and outline are those of <see cref="Package"/>.</summary>
    public static Gen<AssociationRecord> Record { get; } =
        from members in Members
        from initiatives in Initiatives
        from registers in Registers
        from goals in Goals
        from money in Gen.Select(Budgets, Booked, History, Figures)
        from texts in Texts
        from template in TemplateGen.Template
        select Frame with
        {
            Templates = Frame.Templates.Add(template),
            Association = Frame.Association with { Members = members },
            Initiatives = initiatives,
            Registers = registers,
            Goals = goals,
            Budget = money.Item1,
            Booked = money.Item2,
            History = money.Item3,
            Figures = money.Item4,
            Texts = texts,
        };

    /// <summary>The record with nothing that stands in lists.</summary>
    public static AssociationRecord Emptied(AssociationRecord record) => record with
    {
        Association = record.Association with { Members = [] },
        Initiatives = new InitiativeFile { Initiatives = [] },
        Registers = new(),
        Goals = new(),
        Budget = new(),
        Booked = new(),
        History = new(),
        Figures = new(),
        Texts = new(),
    };
}
