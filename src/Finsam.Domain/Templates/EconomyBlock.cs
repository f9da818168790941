using System.Globalization;
using System.Text.Json.Serialization;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Templates;

/// <summary>What the initiative cost. The grant is known from the record and is not asked.</summary>
public sealed record EconomyBlock : Block
{
    /// <summary>The question, e.g. "Kostnad som belastar insatsen, hela kronor".</summary>
    public required string OutcomeLabel { get; init; }

    /// <summary>The question about the whole year's forecast; null where none is asked.</summary>
    public string? ForecastLabel { get; init; }

    /// <summary>The question about why outcome and grant differ.</summary>
    public required string CommentLabel { get; init; }

    /// <summary>The difference, in per cent of the grant, above which a comment is asked for; 0 to 100.</summary>
    public int CommentAbovePercent { get; init; } = 10;

    /// <summary>The key of the outcome.</summary>
    [JsonIgnore]
    public string OutcomeKey => $"{Id}.utfall";

    /// <summary>The key of the forecast.</summary>
    [JsonIgnore]
    public string ForecastKey => $"{Id}.prognos";

    /// <summary>The key of the comment.</summary>
    [JsonIgnore]
    public string CommentKey => $"{Id}.kommentar";

    /// <inheritdoc/>
    public override IEnumerable<Field> OwnFields(Initiative initiative)
    {
        yield return new Field(OutcomeKey, FieldKind.Kronor, OutcomeLabel) { Required = true, Unit = "kr" };
        if (ForecastLabel is not null)
        {
            yield return new Field(ForecastKey, FieldKind.Kronor, ForecastLabel) { Required = true, Unit = "kr" };
        }

        yield return new Field(CommentKey, FieldKind.Text, CommentLabel) { MaxLength = 1000 };
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportUnderCheck report)
    {
        var granted = report.Initiative.GrantedIn(report.Period.Year);
        var measured = ForecastLabel is not null ? report.Answers.Number(ForecastKey) : CoversTheYear(report) ? report.Answers.Number(OutcomeKey) : null;
        if (report.FilledIn(CommentKey).All(key => report.Answers.Text(key) is null) && granted is > 0 && measured is { } kronor
            && Math.Abs(SwedishFormat.Round(kronor / granted.Value * 100m) - 100m) > CommentAbovePercent)
        {
            var text = ForecastLabel is null ? RuleTexts.DeviationComment : RuleTexts.ForecastComment;
            yield return new Finding(
                Severity.Warning, string.Format(CultureInfo.InvariantCulture, text, Percent(kronor, granted.Value)), [CommentKey]);
        }
    }

    // A little is not nothing.
    private static string? Percent(decimal kronor, decimal granted) =>
        kronor > 0 && SwedishFormat.Round(kronor / granted * 100m) == 0 ? RuleTexts.LessThanOnePercent : SwedishFormat.Percent(kronor, granted);

    // The year's grant is compared with the year's cost and nothing less: a third of the year has not used it up, and need not explain why.
    private bool CoversTheYear(ReportUnderCheck report)
    {
        var (initiative, period) = (report.Initiative, report.Period);
        var year = ScopeSpan.Of(Scope.Period, new DateOnly(period.Year, 1, 1), new DateOnly(period.Year, 12, 31), initiative.Start, initiative.End);
        return ScopeSpan.Of(Scope, period.Start, period.End, initiative.Start, initiative.End) == year;
    }
}
