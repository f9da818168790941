using System.Text.Json.Serialization;
using Finsam.Domain.Answers;

namespace Finsam.Domain.Rules;

/// <summary>What the same initiative answered before: shown beside the fields, and what changes are measured from.</summary>
/// <param name="LastPeriod">The period before, of the same kind; null when there is none or it was never sent in. Of whole years it is last year's too.</param>
/// <param name="LastYear">The same period a year ago; null likewise.</param>
public sealed record EarlierAnswers(EarlierSheet? LastPeriod, EarlierSheet? LastYear)
{
    /// <summary>Nothing was answered before.</summary>
    public static EarlierAnswers None { get; } = new(null, null);

    /// <summary>One of the two.</summary>
    public EarlierSheet? Of(Earlier which) => which == Earlier.LastPeriod ? LastPeriod : LastYear;
}

/// <summary>An earlier report's answers.</summary>
/// <param name="Name">The period's name: "tertial 1 2023".</param>
/// <param name="End">Its last day.</param>
/// <param name="Answers">The answers that count the same thing as today's: those of blocks with another scope are left out.</param>
public sealed record EarlierSheet(string Name, DateOnly End, AnswerSheet Answers);

/// <summary>Which earlier report.</summary>
public enum Earlier
{
    /// <summary>The period before.</summary>
    [JsonStringEnumMemberName("last-period")]
    LastPeriod,

    /// <summary>The same period last year.</summary>
    [JsonStringEnumMemberName("last-year")]
    LastYear,
}
