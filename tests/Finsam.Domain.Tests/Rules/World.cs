using System.Collections.Immutable;
using CsCheck;
using Finsam.Domain.Answers;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Rules;

/// <summary>A template with blocks of every kind and rules of every kind, an initiative that may have parties, and answers to what it is asked: numbers
/// that seldom go together, zeros, blanks and "uppgift saknas".</summary>
internal sealed record World(int Seed, FormTemplate Template, Initiative Initiative, AnswerSheet Answers, EarlierAnswers Earlier)
{
    private static readonly string[] Texts = ["13 av 20 deltagare", "Vi nådde 4 personer.", "Inget.", "3 kvinnor och 2 män", "{0} {each} {field}", "1 065 personer 2023"];

    public static Gen<World> Any { get; } = Gen.Int[0, 1_000_000].Select(Of);

    public ImmutableArray<Finding> Check() => Check(Answers);

    public ImmutableArray<Finding> Check(AnswerSheet answers) => CheckReport.Run(Template, Initiative, answers, Some.Period, Earlier);

    public AnswerSheet WithSums => Template.WithSums(Initiative, Answers);

    public IEnumerable<Block> Asked => Template.SectionsFor(Initiative).SelectMany(s => s.Blocks);

    public static World Of(int seed)
    {
        var random = new Random(seed);
        var blocks = Blocks(random).Select(b => b with { SharedByParty = random.Next(3) == 0, Scope = (Scope)random.Next(3) }).ToArray();
        var initiative = Some.Initiative(kind: (InitiativeKind)random.Next(2)).Granted(1000).WithGoals("Ett.", "Två.") with
        {
            Parties = [.. Enumerable.Range(1, random.Next(2) * random.Next(1, 4)).Select(n => new ReportingParty($"part-{n}", $"Part {n}"))],
            Municipalities = random.Next(2) == 0 ? [] : ["Hofors"],
        };
        var template = new FormTemplate
        {
            Id = "alla",
            Title = "Alla",
            Sections = [.. blocks.Chunk(3).Select((some, n) => new Section($"del-{n}", $"Del {n}", n == 1 ? AskedOf.Individual : AskedOf.Everyone, [.. some]))],
        };
        template = template with { Rules = [.. Rules(random, [.. blocks.SelectMany(b => b.OwnFields(initiative))])] };
        var answers = AnswersTo(random, template.FieldsFor(initiative));
        EarlierSheet? Before(int year) => random.Next(3) == 0 ? null : new EarlierSheet($"{year}", new DateOnly(year, 12, 31), template.WithSums(initiative, AnswersTo(random, template.FieldsFor(initiative))));
        return new World(seed, template, initiative, answers, new EarlierAnswers(Before(2023), Before(2022)));
    }

    public static Answer AnyAnswer(Random random, Field field) => field.Kind switch
    {
        _ when field.IsNumber && random.Next(5) == 0 => Answer.Unknown.Instance,
        FieldKind.Count => new Answer.Number(random.Next(6)),
        FieldKind.Kronor => new Answer.Number(random.Next(-2, 30) * 100),
        FieldKind.Quantity => new Answer.Number(random.Next(600) / 100m),
        FieldKind.Choice => new Answer.Text(field.Choices[random.Next(field.Choices.Length)].Id),
        FieldKind.Flag => new Answer.Text(Flagged.Yes),
        FieldKind.Date => new Answer.Text("2023-05-01"),
        FieldKind.File => new Answer.File(new string('0', 64), "a.pdf", "application/pdf", 1),
        _ => new Answer.Text(Texts[random.Next(Texts.Length)]),
    };

    private static AnswerSheet AnswersTo(Random random, IEnumerable<Field> fields)
    {
        var blanks = random.Next(1, 8);
        return AnswerSheet.Of(fields.Where(_ => random.Next(blanks + 1) > 0).Select(f => KeyValuePair.Create(f.Key, AnyAnswer(random, f))));
    }

    private static IEnumerable<Block> Blocks(Random random)
    {
        ImmutableArray<Choice> columns = random.Next(3) == 0 ? [new Choice("antal", "Antal")] : [new Choice("kvinna", "Kvinna"), new Choice("man", "Man")];
        ImmutableArray<Choice> choices = [new Choice("uppfylld", "Uppfylld"), new Choice("viss-del", "Till viss del")];
        yield return new MatrixBlock
        {
            Id = "deltagare",
            Label = "Deltagare",
            Rows = [.. new[] { "start", "nya", "deltagit", "avslutade", "slut", "overforda-in" }.Where(_ => random.Next(4) > 0).Append("annan").Select(r => new Choice(r, r == "annan" ? "Hofors" : r))],
            Columns = columns,
            RequiredRows = ["annan"],
            OwnMunicipalities = random.Next(2) == 0,
        };
        foreach (var rows in Enum.GetValues<MatrixRows>())
        {
            yield return new MatrixBlock
            {
                Id = $"matris-{(int)rows}",
                Label = "Matris",
                RowsAre = rows,
                Rows = [.. "abc".Select(c => new Choice(c.ToString(), c == 'a' ? "Hofors" : c.ToString()))],
                Columns = columns,
                Cells = (NumberKind)random.Next(3),
                Base = random.Next(2) == 0 ? new Choice("bas", "Alla") : null,
                Derived = [new DerivedRow("rest", "Rest", "a", "b")],
                Whole = random.Next(2) == 0 ? new MatrixWhole(random.Next(2) == 0 ? ["deltagare.annan"] : ["matris-0.rest", "matris-0.c"], "helheten", (Severity)random.Next(2)) : null,
                OwnMunicipalities = random.Next(3) == 0,
                OtherRow = "c",
            };
        }

        yield return new MeansBlock { Id = "medel", Label = "Medel", Rows = [new MeanRow("alder", "Ålder", "år")], Columns = columns };
        yield return new GoalsBlock { Id = "mal", Label = "Mål", Assessments = choices, AssessEach = random.Next(2) == 0, Required = random.Next(2) == 0, OverallLabel = "Samlad" };
        yield return new EconomyBlock { Id = "ekonomi", Label = "Ekonomi", OutcomeLabel = "Kostnad", ForecastLabel = random.Next(2) == 0 ? "Prognos" : null, CommentLabel = "Kommentar" };
        yield return new StaffingBlock { Id = "bemanning", Label = "Bemanning", Rows = 2 };
        yield return new ActivitiesBlock { Id = "aktiviteter", Label = "Aktiviteter", Rows = 2, Columns = [.. Enum.GetValues<ActivityColumn>().Where(_ => random.Next(3) > 0).Append(ActivityColumn.HeldBy).Distinct()] };
        yield return new FiguresBlock { Id = "tal", Label = "Tal", Figures = [new Figure("ett", "Ett") { Required = true }, new Figure("tva", "Två") { Kind = NumberKind.Quantity }, new Figure("tre", "Tre") { Kind = NumberKind.Kronor }] };
        yield return new TextBlock { Id = "text", Label = "Text", Required = random.Next(2) == 0 };
        yield return new ChoiceBlock { Id = "val", Label = "Val", Choices = choices, Required = true };
        yield return new ChoiceBlock { Id = "flera", Label = "Flera", Choices = choices, Several = true };
        yield return new AttachmentBlock { Id = "bilaga", Label = "Bilaga", Required = random.Next(2) == 0 };
    }

    private static IEnumerable<Rule> Rules(Random random, Field[] fields)
    {
        var numbers = fields.Where(f => f.IsNumber).Select(f => f.Key).ToArray();
        ImmutableArray<string> Some(int most) => [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => numbers[random.Next(numbers.Length)])];
        Severity Any() => (Severity)random.Next(2);
        for (var n = 0; n < 4; n++)
        {
            yield return new CompareRule($"jamfor-{n}", Some(3), (Comparison)random.Next(3), Some(2), Any(), "{field}: {left} mot {right}");
            yield return new RangeRule($"inom-{n}", Some(3), Any(), "{field}: {value}, {min}–{max}") { Min = random.Next(2) == 0 ? 1 : null, Max = 4 };
            yield return new ChangeRule($"andring-{n}", Some(2), (Earlier)random.Next(2), 20, Any(), "{field}: {now} mot {before}, {percent}") { AtLeast = random.Next(3) };
            yield return new AccumulatedRule($"minskar-{n}", Some(3), Any(), "{field}: {now} mot {before}");
            yield return new RequiredRule($"kravs-{n}", [.. Some(1), fields[random.Next(fields.Length)].Key], Any(), "{field} behövs")
            {
                When = random.Next(3) switch { 0 => null, 1 => new Condition(Some(2)) { Value = 2 }, _ => new Condition(["mal.samlad"]) { OneOf = ["viss-del"] } },
            };
            yield return new TextFiguresRule($"text-{n}", ["mal.*", "text.text", "ekonomi.*"], [new SaidFigure(["deltagare", "personer"], Some(2)), new SaidFigure(["kvinnor"], Some(1))], Any(), "{said} {word}, {figure}");
        }
    }
}
