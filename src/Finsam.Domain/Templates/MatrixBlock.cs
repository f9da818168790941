using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Finsam.Domain.Answers;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Rules;

namespace Finsam.Domain.Templates;

/// <summary>Counts, amounts or hours in rows × columns. One column dimension is usually kön. A blank cell, a zero and "uppgift saknas" are three
/// different things.</summary>
public sealed record MatrixBlock : Block
{
    /// <summary>The rows asked, e.g. nya, avslutade.</summary>
    public required ImmutableArray<Choice> Rows { get; init; }

    /// <summary>The columns asked: kvinna, man, annat/vill ej uppge, okänt.</summary>
    public required ImmutableArray<Choice> Columns { get; init; }

    /// <summary>What stands in the cells: counts, kronor, or decimals (hours).</summary>
    public NumberKind Cells { get; init; }

    /// <summary>What the cells count, above the rows; null says "Antal personer" of counts and "Kronor" of amounts.</summary>
    public string? UnitLabel { get; init; }

    /// <summary>How the rows of a column go together.</summary>
    public MatrixRows RowsAre { get; init; } = MatrixRows.Separate;

    /// <summary>A row asked before the others: how many persons the answers are about. It is the total of parts, and the base of several answers.</summary>
    public Choice? Base { get; init; }

    /// <summary>Answers elsewhere in the form that the rows must add up to.</summary>
    public MatrixWhole? Whole { get; init; }

    /// <summary>Rows that are sums and differences of asked ones; shown, never asked.</summary>
    public ImmutableArray<DerivedRow> Derived { get; init; } = [];

    /// <summary>Sending stops while a cell of these rows is blank. The base row is always asked for.</summary>
    public ImmutableArray<string> RequiredRows { get; init; } = [];

    /// <summary>The words of a button that says that there is nothing to count: "Inga deltagare den här perioden". Every blank cell becomes zero, also in
    /// the matrices that are parts of this one (<see cref="ZeroWith"/>).</summary>
    public string? NoneLabel { get; init; }

    /// <summary>Only the initiative's own municipalities are asked, where it does not work in all of them: rows whose label is one of them, and
    /// rows that are no municipality of the list (<see cref="OtherRow"/>).</summary>
    public bool OwnMunicipalities { get; init; }

    /// <summary>The row that is asked whatever municipalities the initiative has, e.g. "annan".</summary>
    public string? OtherRow { get; init; }

    /// <summary>True when the rows add up to a total in each column.</summary>
    [JsonIgnore]
    public bool HasColumnTotals => RowsAre == MatrixRows.Parts;

    /// <summary>The key of a cell.</summary>
    public string KeyOf(string row, string column) => $"{Id}.{row}.{column}";

    /// <summary>The rows that an initiative is asked, without the base.</summary>
    public ImmutableArray<Choice> RowsFor(Initiative initiative) => OwnMunicipalities && !initiative.Municipalities.IsEmpty
        ? [.. Rows.Where(r => r.Id == OtherRow || initiative.Municipalities.Contains(r.Label, StringComparer.OrdinalIgnoreCase))]
        : Rows;

    /// <summary>The base and the rows, in the order they are asked.</summary>
    public IEnumerable<Choice> AskedRows(Initiative initiative) => Base is null ? RowsFor(initiative) : RowsFor(initiative).Prepend(Base);

    /// <summary>The matrices of a part that hold nothing when this one holds nothing: itself, and those whose rows add up to rows of it.</summary>
    public IEnumerable<MatrixBlock> ZeroWith(FormPart part) =>
        part.Blocks.OfType<MatrixBlock>().Where(m => m.Id == Id || (m.Whole?.Rows.All(row => row.StartsWith(Id + ".", StringComparison.Ordinal)) ?? false));

    /// <summary>The participants its rows count, with what follows from them; rows that count something else are left out. Nobody is transferred
    /// where no row asks for it.</summary>
    public ParticipantFlow FlowOf(AnswerSheet answers)
    {
        var counts = from row in Rows
                     let measure = ParticipantRow.Find(row.Id)
                     where measure is not null
                     from column in Columns
                     let gender = GenderId.Find(column.Id)
                     let persons = answers.Number(KeyOf(row.Id, column.Id))
                     where gender is not null && persons is not null
                     select new ParticipantCount(measure.Value, gender.Value, persons.Value);
        return ParticipantFlow.From(counts, noTransfers: Rows.All(r => ParticipantRow.Find(r.Id) is not (ParticipantMeasure.TransferredIn or ParticipantMeasure.TransferredOut)));
    }

    /// <summary>What a row of the matrix counts in a column, asked or derived; null when it is not known.</summary>
    public decimal? ValueOf(AnswerSheet answers, string row, string column) => Derived.FirstOrDefault(d => d.Id == row) is { } derived
        ? answers.Number(KeyOf(derived.From, column)) - answers.Number(KeyOf(derived.Minus, column))
        : answers.Number(KeyOf(row, column));

    /// <inheritdoc/>
    public override IEnumerable<Field> OwnFields(Initiative initiative) =>
        from row in AskedRows(initiative)
        from column in Columns
        select new Field(KeyOf(row.Id, column.Id), (FieldKind)Cells, Columns.Length == 1 && column.Label == row.Label ? row.Label : $"{row.Label}, {column.Label.ToLowerInvariant()}")
        {
            Required = row == Base || RequiredRows.Contains(row.Id, StringComparer.Ordinal),
            Unit = UnitLabel,
        };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportUnderCheck report) => Identities(report).Concat(RowsAre switch
    {
        MatrixRows.Parts => Columns.SelectMany(column => Parts(report, column)),
        MatrixRows.Overlapping => Columns.SelectMany(column => Overlapping(report, column)),
        _ => [],
    });

    // The participants' identities hold in every form: start + nya = deltagit, deltagit − avslutade = slut, and nothing is below zero.
    private IEnumerable<Finding> Identities(ReportUnderCheck report) =>
        from finding in FlowOf(report.Answers).Findings
        let column = Columns.First(c => c.Id == GenderId.Of(finding.Gender))
        let keys = Rows.Where(r => ParticipantRow.Find(r.Id) is not null).Select(r => KeyOf(r.Id, column.Id)).Where(k => report.Answers.Number(k) is not null)
        let message = finding switch
        {
            ParticipantFinding.Contradiction { Identity: ParticipantIdentity.Touched } c => Say(RuleTexts.TouchedIdentity, column.Label, c.Left, c.Right),
            ParticipantFinding.Contradiction c => Say(RuleTexts.EndIdentity, column.Label, c.Left, c.Right),
            ParticipantFinding.Negative { IsDerived: true } n => Say(RuleTexts.NegativeDerived, column.Label, ParticipantMeasureName.Of(n.Measure).ToLowerInvariant(), n.Persons),
            _ => null,
        }
        where message is not null
        select new Finding(Severity.Error, message, [.. keys], IsIdentity: true);

    // With every part given they must make the whole; with some of them blank or unknown they must at least not exceed it.
    private IEnumerable<Finding> Parts(ReportUnderCheck report, Choice column)
    {
        var cells = RowsFor(report.Initiative).Select(r => KeyOf(r.Id, column.Id)).ToArray();
        var given = cells.Where(c => report.Answers.Number(c) is not null).ToImmutableArray();
        var sum = given.Sum(c => report.Answers.Number(c)!.Value);
        foreach (var (whole, label, severity) in Wholes(report, column).Where(_ => !given.IsEmpty))
        {
            if (sum > whole || (sum < whole && given.Length == cells.Length))
            {
                yield return new Finding(severity, Say(RuleTexts.PartsOfWhole, $"{Label}, {column.Label.ToLowerInvariant()}", sum, whole, label), given);
            }
        }
    }

    private IEnumerable<(decimal Whole, string Label, Severity Severity)> Wholes(ReportUnderCheck report, Choice column)
    {
        if (Base is not null && report.Answers.Number(KeyOf(Base.Id, column.Id)) is { } total)
        {
            yield return (total, Base.Label, Severity.Error);
        }

        if (Whole is not null && Whole.In(report.Template, report.Answers, column.Id) is { } elsewhere)
        {
            yield return (elsewhere, Whole.Label, Whole.Severity);
        }
    }

    // A person may stand in several rows, but in each only once.
    private IEnumerable<Finding> Overlapping(ReportUnderCheck report, Choice column) =>
        from whole in Wholes(report, column)
        from row in RowsFor(report.Initiative)
        let cell = KeyOf(row.Id, column.Id)
        let count = report.Answers.Number(cell)
        where count > whole.Whole
        select new Finding(whole.Severity, Say(RuleTexts.MoreThanBase, $"{row.Label}, {column.Label.ToLowerInvariant()}", count.Value, whole.Whole, whole.Label), [cell]);

    private static string Say(string text, string column, object first, object second, string? label = null) => string.Format(
        CultureInfo.InvariantCulture, text, column, first is decimal a ? SwedishFormat.Exact(a) : first, second is decimal b ? SwedishFormat.Exact(b) : second, label);
}

/// <summary>How the rows of a column go together.</summary>
public enum MatrixRows
{
    /// <summary>They say different things and are never added up: nya, avslutade.</summary>
    Separate,

    /// <summary>Everybody stands in exactly one row: age classes.</summary>
    Parts,

    /// <summary>A person may stand in several rows: sources of income. Shares are of the base.</summary>
    Overlapping,
}

/// <summary>Answers elsewhere in the form that a matrix's rows must add up to, in the same column.</summary>
/// <param name="Rows">Rows of matrices as "block.row", asked or derived: their sum is the whole.</param>
/// <param name="Label">What the whole is called: "avslutade deltagare".</param>
/// <param name="Severity">What happens when it does not hold.</param>
public sealed record MatrixWhole(ImmutableArray<string> Rows, string Label, Severity Severity = Severity.Error)
{
    /// <summary>The whole in a column; null when a part of it is not known.</summary>
    public decimal? In(FormTemplate template, AnswerSheet answers, string column)
    {
        decimal? sum = 0m;
        foreach (var name in Rows)
        {
            var (block, row) = name.Split('.') is [var b, var r] ? (b, r) : (name, "");
            sum += template.Blocks.OfType<MatrixBlock>().FirstOrDefault(m => m.Id == block)?.ValueOf(answers, row, column);
        }

        return sum;
    }
}

/// <summary>A row that is never asked: one asked row minus another.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Label">The row's name.</param>
/// <param name="From">The row that is taken from.</param>
/// <param name="Minus">The row that is taken away.</param>
public sealed record DerivedRow(string Id, string Label, string From, string Minus);
