using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Rules;

namespace Finsam.Domain.Templates;

/// <summary>Means, each with how many it is the mean of, by kön: age, years on support, days in the initiative. Without the number behind it a mean
/// can't be added to another, so both are asked.</summary>
public sealed record MeansBlock : Block
{
    /// <summary>What is measured.</summary>
    public required ImmutableArray<MeanRow> Rows { get; init; }

    /// <summary>The columns asked: kvinna, man and so on.</summary>
    public required ImmutableArray<Choice> Columns { get; init; }

    /// <summary>The key of a mean.</summary>
    public string MeanKey(string row, string column) => $"{Id}.{row}.{column}.medel";

    /// <summary>The key of how many it is the mean of.</summary>
    public string CountKey(string row, string column) => $"{Id}.{row}.{column}.antal";

    /// <inheritdoc/>
    public override IEnumerable<Field> OwnFields(Initiative initiative)
    {
        foreach (var row in Rows)
        {
            foreach (var column in Columns)
            {
                var of = $"{row.Label}, {column.Label.ToLowerInvariant()}";
                yield return new Field(CountKey(row.Id, column.Id), FieldKind.Count, Say(TemplateTexts.MeanCount, of)) { Unit = TemplateTexts.Persons };
                yield return new Field(MeanKey(row.Id, column.Id), FieldKind.Quantity, Say(TemplateTexts.Mean, of)) { Unit = row.Unit };
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportUnderCheck report)
    {
        foreach (var row in Rows)
        {
            foreach (var column in Columns)
            {
                var (mean, count) = (MeanKey(row.Id, column.Id), CountKey(row.Id, column.Id));
                var of = $"{row.Label}, {column.Label.ToLowerInvariant()}";
                switch (report.Answers.Number(count), report.Answers[mean])
                {
                    case (null, Answers.Answer.Number) when report.Answers[count] is null:
                        yield return new Finding(Severity.Error, Say(RuleTexts.MeanWithoutCount, of), [count]);
                        break;
                    case ( > 0, null):
                        yield return new Finding(Severity.Error, Say(RuleTexts.CountWithoutMean, of), [mean]);
                        break;
                    case (0, Answers.Answer.Number):
                        yield return new Finding(Severity.Error, Say(RuleTexts.MeanOfNobody, of), [mean]);
                        break;
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override bool AddsUp => false;

    /// <inheritdoc/>
    protected override bool IsCheckedByParty => true;

    private static string Say(string text, string of) => string.Format(CultureInfo.InvariantCulture, text, of);
}

/// <summary>A mean that is asked.</summary>
/// <param name="Id">Stable within the block.</param>
/// <param name="Label">What is measured: "Ålder".</param>
/// <param name="Unit">In what: "år", "dagar".</param>
public sealed record MeanRow(string Id, string Label, string Unit);
