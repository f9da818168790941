using System.Collections.Immutable;
using Finsam.Documents.Pdf;
using Finsam.Domain.Answers;
using Finsam.Domain.Formats;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Pdfs;

/// <summary>The answers of a part. A shared block stands in its section with its sums, and in each party's part with what that party answered.</summary>
internal static class AnswerParts
{
    /// <summary>A part; nothing when it asks nothing.</summary>
    public static IEnumerable<PdfPart> Of(FormView form, FormPart part)
    {
        var blocks = part.Party is null ? part.Section.Blocks
            : form.Parts.Any(p => p.Party is null && p.Section == part.Section) ? [.. part.Blocks.Where(block => !PartyTable.Holds(form, block))]
            : part.Blocks;
        return blocks.IsEmpty
            ? []
            :
            [
                new PdfPart.Heading(1, part.Title),
                .. blocks.SelectMany(block => part.Party is null && block.IsSharedFor(form.Initiative) && PartyTable.Holds(form, block)
                    ? [PartyTable.Of(form, block)]
                    : new AnsweredBlock(form, part, block).Parts()),
            ];
    }
}

/// <summary>A block with its answers, under its own keys also where a party answers it.</summary>
internal sealed class AnsweredBlock
{
    private readonly FormView _form;
    private readonly FormPart _part;
    private readonly Block _block;
    private readonly AnswerSheet _answers;
    private readonly ImmutableArray<Field> _fields;

    public AnsweredBlock(FormView form, FormPart part, Block block)
    {
        (_form, _part, _block, _fields) = (form, part, block, [.. block.OwnFields(form.Initiative)]);
        _answers = part.AnswersTo(block, form.Initiative, form.Answers);
    }

    private string Label => _part.Party is null && _block.IsSharedFor(_form.Initiative) ? PdfWords.Say(FormPdfTexts.AllParties, _block.Label) : _block.Label;

    private string Caption => _form.Covers(_block) is { Length: > 0 } covers ? PdfWords.Say(FormPdfTexts.Caption, Label, covers) : Label;

    /// <summary>The block.</summary>
    public IEnumerable<PdfPart> Parts() => _block switch
    {
        MatrixBlock matrix => [Matrix(matrix)],
        MeansBlock means => [Means(means)],
        GoalsBlock goals => [.. Heading(), .. Goals(goals)],
        EconomyBlock economy => [.. Heading(), .. Economy(economy)],
        StaffingBlock or ActivitiesBlock => [Rows()],
        FiguresBlock => [.. Heading(), .. _fields.Select(Value)],
        ChoiceBlock { Several: true } => [Ticked()],
        AttachmentBlock => [Files()],
        _ => _fields.Select(Value),
    };

    private IEnumerable<PdfPart> Heading()
    {
        if (Label != _block.Label || AskedPart.HasHeading(_part, _block))
        {
            yield return new PdfPart.Heading(2, Label);
        }

        yield return new PdfPart.Paragraph(PdfWords.Covers(_form, _block), PdfTextStyle.Help, KeepWithNext: true);
    }

    private PdfPart.LabelledValue Value(Field field) => new(field.Label, Reading(field));

    private string Reading(Field field) => _answers[field.Key] is Answer.Number && field is { Kind: not FieldKind.Kronor, Unit: { } unit }
        ? $"{PartPageModel.Reading(field, _answers[field.Key])} {unit}"
        : PartPageModel.Reading(field, _answers[field.Key]);

    private string Cell(Field field) => PdfWords.Cell(field, _answers[field.Key]);

    private PdfPart.Table Matrix(MatrixBlock matrix)
    {
        var totals = new MatrixTotals(matrix, _form.Initiative, _answers);
        ImmutableArray<PdfColumn> columns =
        [
            new PdfColumn(PdfWords.Corner(matrix)),
            .. matrix.Columns.Select(c => new PdfColumn(c.Label, true)),
            .. totals.HasRowTotals ? [new PdfColumn(FormTexts.Total, true)] : Array.Empty<PdfColumn>(),
            .. totals.HasShares ? [new PdfColumn(FormTexts.Share, true)] : Array.Empty<PdfColumn>(),
        ];
        var rows = matrix.AskedRows(_form.Initiative).Zip(_fields.Chunk(matrix.Columns.Length), (row, cells) => Row(
            row.Label, cells.Select(Cell), totals.OfRow(row.Id), row == matrix.Base ? "" : totals.Share(row.Id)));
        var sum = matrix.HasColumnTotals
            ? new[] { Row(FormTexts.Sum, matrix.Columns.Select(c => totals.OfColumn(c.Id)), totals.OfAll, "", isTotal: true) }
            : [];
        var derived = matrix.Derived.Select(d => Row(
            PdfWords.Say(FormPdfTexts.Derived, d.Label), matrix.Columns.Select(c => matrix.ValueOf(_answers, d.Id, c.Id) is { } value ? SwedishFormat.Exact(value) : "–"), "", ""));
        return new PdfPart.Table(Caption, columns, [.. rows, .. sum, .. derived]);

        PdfRow Row(string label, IEnumerable<string> cells, string total, string share, bool isTotal = false) => new(
            [label, .. cells, .. totals.HasRowTotals ? [total] : Array.Empty<string>(), .. totals.HasShares ? [share] : Array.Empty<string>()], isTotal);
    }

    private PdfPart.Table Means(MeansBlock means)
    {
        var fields = _fields.ToDictionary(f => f.Key, StringComparer.Ordinal);
        return new PdfPart.Table(
            Caption,
            [new PdfColumn(FormPdfTexts.MeanHead), .. means.Columns.Select(c => new PdfColumn(c.Label, true))],
            [
                .. means.Rows.SelectMany(row => new[]
                {
                    new PdfRow([PdfWords.Say(FormPdfTexts.MeanCount, row.Label), .. means.Columns.Select(c => Cell(fields[means.CountKey(row.Id, c.Id)]))]),
                    new PdfRow([PdfWords.Say(FormPdfTexts.Mean, row.Label, row.Unit), .. means.Columns.Select(c => Cell(fields[means.MeanKey(row.Id, c.Id)]))]),
                }),
            ]);
    }

    private IEnumerable<PdfPart> Goals(GoalsBlock block)
    {
        var fields = _fields.ToDictionary(f => f.Key, StringComparer.Ordinal);
        foreach (var (index, goal) in _form.Initiative.Goals.Index())
        {
            yield return new PdfPart.Heading(3, PdfWords.Say(FormPdfTexts.Goal, index + 1));
            yield return new PdfPart.Paragraph(KnownParts.WithTarget(_form, goal), KeepWithNext: true);
            yield return Value(fields[block.ResultKey(goal)]);
            if (block.AssessEach)
            {
                yield return Value(fields[block.AssessmentKey(goal)]);
            }
        }

        if (block.OverallLabel is not null)
        {
            yield return Value(fields[block.OverallKey]);
        }
    }

    private IEnumerable<PdfPart> Economy(EconomyBlock block)
    {
        yield return KnownParts.Granted(_form);
        foreach (var field in _fields)
        {
            yield return Value(field);
            if (field.Key == block.OutcomeKey && _form.Initiative.GrantedIn(_form.Period.Year) is > 0 and var granted && _answers.Number(field.Key) is { } outcome)
            {
                yield return new PdfPart.LabelledValue(FormPdfTexts.Usage, SwedishFormat.Percent(outcome, granted) ?? "");
            }
        }
    }

    // What somebody has written anything in; the rest is room that was not needed.
    private PdfPart Rows()
    {
        var heads = PdfWords.Heads(_block);
        var rows = _fields.Chunk(heads.Length).Where(row => row.Any(f => _answers[f.Key] is not null)).ToArray();
        return rows.Length == 0
            ? new PdfPart.LabelledValue(Label, FormTexts.NotAnswered)
            : new PdfPart.Table(
                Label,
                [.. heads.Zip(_fields, (head, field) => new PdfColumn(head, field.IsNumber))],
                [.. rows.Select(row => new PdfRow([.. row.Select(Cell)]))]);
    }

    private PdfPart.LabelledValue Ticked() => new(
        Label,
        _fields.Where(f => _answers[f.Key] is not null).Select(f => f.Label).ToArray() is { Length: > 0 } ticked ? string.Join('\n', ticked) : FormTexts.NotAnswered);

    private PdfPart.LabelledValue Files() => new(
        Label,
        _fields.Where(f => _answers[f.Key] is Answer.File).Select(Reading).ToArray() is { Length: > 0 } files ? string.Join('\n', files) : FormTexts.NoFile);
}
