using System.Collections.Immutable;
using CsCheck;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.App.Tests.Records;

/// <summary>Templates with a block of every kind and a rule of every kind, their texts as odd as the schema lets them be.</summary>
internal static class TemplateGen
{
    private static readonly ImmutableArray<string> Columns = ["kvinna", "man", "annat", "okant"];

    private static Gen<T> Any<T>()
        where T : struct, Enum => Gen.OneOf(Enum.GetValues<T>());

    private static readonly Gen<string?> MaybeLine = Gen.Select(RecordGen.Line, Gen.Bool, (text, isThere) => isThere ? text : null);

    private static readonly Gen<string?> MaybeText = Gen.Select(RecordGen.Line, Gen.Bool, (text, isThere) => isThere ? text + "\n" + text : null);

    private static Gen<ImmutableArray<Choice>> Choices(params string[] ids) => Gen.Select(RecordGen.Line, MaybeText, (label, help) =>
        (ImmutableArray<Choice>)[.. ids.Select(id => new Choice(id, $"{label} {id}", help))]);

    private static readonly Gen<ImmutableArray<Choice>> Genders = Choices([.. Columns]);

    private static readonly Gen<Block> Participants =
        from label in RecordGen.Line
        from columns in Genders
        from rows in Choices("deltagit", "nya", "avslutade")
        from none in MaybeLine
        from isRequired in Gen.Bool
        select (Block)new MatrixBlock
        {
            Id = "deltagare",
            Label = label,
            Columns = columns,
            Rows = rows,
            Derived = [new DerivedRow("slut", label, "deltagit", "avslutade")],
            RequiredRows = isRequired ? ["nya", "deltagit"] : [],
            NoneLabel = none,
        };

    private static readonly Gen<Block> Parts =
        from label in RecordGen.Line
        from columns in Genders
        from rows in Choices("arbete", "studier", "annan")
        from unit in MaybeLine
        from kinds in Gen.Select(Any<NumberKind>(), Any<MatrixRows>(), Any<Severity>(), Gen.Bool, Gen.Bool)
        select (Block)new MatrixBlock
        {
            Id = "avslut",
            Label = label,
            Columns = columns,
            Rows = rows,
            UnitLabel = unit,
            Cells = kinds.Item1,
            RowsAre = kinds.Item2,
            Base = kinds.Item4 ? new Choice("antal", label) : null,
            Whole = kinds.Item5 ? new MatrixWhole(["deltagare.avslutade", "deltagare.slut"], label, kinds.Item3) : null,
            OwnMunicipalities = kinds.Item4,
            OtherRow = kinds.Item4 ? "annan" : null,
        };

    private static readonly Gen<Block> Figures = Gen.Select(RecordGen.Line, MaybeLine, MaybeText, Any<NumberKind>(), Gen.Bool, (label, unit, help, kind, isRequired) => (Block)new FiguresBlock
    {
        Id = "tal",
        Label = label,
        Figures = [new Figure("ett", label) { Unit = unit, Help = help, Kind = kind, Required = isRequired }, new Figure("tva", label)],
    });

    private static readonly Gen<ImmutableArray<Block>> Small =
        from label in RecordGen.Line
        from columns in Genders
        from assessments in Choices("uppfylld", "viss-del")
        from choices in Choices("ja", "nej")
        from forecast in MaybeLine
        from numbers in Gen.Select(Gen.Int[1, 50], Gen.Int[1, 20_000], Gen.Int[0, 100], Gen.Int[1, 10])
        from flags in Gen.Bool.Array[6]
        from asked in Gen.Shuffle(Enum.GetValues<ActivityColumn>())
        select (ImmutableArray<Block>)
        [
            new MeansBlock { Id = "medel", Label = label, Columns = columns, Rows = [new MeanRow("alder", label, "år")] },
            new GoalsBlock { Id = "mal", Label = label, Assessments = assessments, AssessEach = flags[0], Required = flags[1], OverallLabel = forecast },
            new EconomyBlock { Id = "ekonomi", Label = label, OutcomeLabel = label, ForecastLabel = forecast, CommentLabel = label, CommentAbovePercent = numbers.Item3 },
            new StaffingBlock { Id = "bemanning", Label = label, Rows = numbers.Item1 },
            new ActivitiesBlock { Id = "aktiviteter", Label = label, Rows = numbers.Item1, Columns = [.. asked.Take((numbers.Item4 % 6) + 1)] },
            new TextBlock { Id = "text", Label = label, MaxLength = numbers.Item2, Required = flags[2] },
            new ChoiceBlock { Id = "val", Label = label, Choices = choices, Several = flags[3], Required = flags[4] },
            new AttachmentBlock { Id = "bilaga", Label = label, Most = numbers.Item4, Required = flags[5] },
        ];

    private static Gen<ImmutableArray<Rule>> Rules(Scope scope) =>
        from message in Gen.Select(RecordGen.Line, Gen.OneOf("{field}", "{left} {right}", "{nothing}", ""), (text, word) => text + word)
        from kinds in Gen.Select(Any<Severity>(), Any<Comparison>(), Any<Earlier>(), Gen.Bool)
        from number in RecordGen.Number
        select (ImmutableArray<Rule>)
        [
            new CompareRule("jamfor", ["deltagare.nya.{each}"], kinds.Item2, ["deltagare.deltagit.{each}"], kinds.Item1, message) { Each = Columns },
            new CompareRule("jamfor-en", ["tal.ett"], kinds.Item2, ["tal.tva", "tal.tva"], kinds.Item1, message),
            new RequiredRule("kravs", ["text.text", "medel.alder.kvinna.medel"], kinds.Item1, message) { When = kinds.Item4 ? new Condition(["tal.ett"]) { Comparison = kinds.Item2, Value = number } : null },
            new RequiredRule("kravs-val", ["text.text"], kinds.Item1, message) { When = new Condition(["mal.samlad"]) { OneOf = ["viss-del"] } },
            new RangeRule("inom", ["medel.alder.man.medel"], kinds.Item1, message) { Min = number, Max = kinds.Item4 ? number : null },
            new ChangeRule("andring", ["ekonomi.utfall"], kinds.Item3, 15, kinds.Item1, message) { AtLeast = 50_000 },
            new TextFiguresRule("text", ["mal.*", "text.text"], [new SaidFigure(["deltagare"], ["tal.ett"])], kinds.Item1, message),
            .. scope == Scope.Period ? Array.Empty<Rule>() : [new AccumulatedRule("minskar", ["tal.ett"], kinds.Item1, message)],
        ];

    /// <summary>A template of its own beside the one the record's outline prints.</summary>
    public static Gen<FormTemplate> Template { get; } =
        from texts in Gen.Select(RecordGen.Line, MaybeLine, MaybeText)
        from asked in Any<AskedOf>()
        from scope in Any<Scope>()
        from isShared in Gen.Bool
        from blocks in Gen.Select(Participants, Parts, Figures, Small)
        from rules in Rules(scope)
        let all = ((Block[])[blocks.Item1, blocks.Item2, blocks.Item3, .. blocks.Item4]).Select(b => b with { Scope = scope, SharedByParty = isShared, Help = texts.Item3 })
        select new FormTemplate
        {
            Id = "ovrig",
            Title = texts.Item1,
            Takes = texts.Item2,
            Preparations = texts.Item2 is null ? [] : [new AtHand(texts.Item2), new AtHand(texts.Item2) { Sections = ["del-0"], OfGoals = isShared }],
            Sections = [.. all.Chunk(3).Select((some, n) => new Section($"del-{n}", texts.Item1, asked, [.. some], texts.Item3))],
            Rules = rules,
        };
}
