using Finsam.Domain.Participants;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Initiatives;

/// <summary>Participants who moved between initiatives, so that a sum over both counts nobody twice.</summary>
public static class Transfers
{
    /// <summary>How many persons of a gender moved between the initiatives on a day in the span. A sum of deltagit någon gång counts each of
    /// them once too often; sums of nya and avslutade count none of them.</summary>
    /// <param name="initiatives">The initiatives, by id, that have figures for the span. One without figures has counted nobody: leave it out.</param>
    /// <param name="span">The dates the figures cover.</param>
    /// <param name="gender">Of whom.</param>
    /// <param name="successions">The record's successions.</param>
    public static decimal Within(IReadOnlyCollection<string> initiatives, DateSpan span, Gender gender, IEnumerable<Succession> successions) =>
        successions
            .Where(s => span.Contains(s.Date))
            .SelectMany(s => s.Transfers)
            .Where(t => initiatives.Contains(t.From, StringComparer.Ordinal) && initiatives.Contains(t.To, StringComparer.Ordinal))
            .Sum(t => (decimal)t.Count(gender));

    /// <summary>Deltagit någon gång over several initiatives: the sum, without those who moved between them in the span. A person who is in two
    /// of them for any other reason is still counted in both.</summary>
    /// <param name="touched">Persons of each initiative that has a figure, by its id.</param>
    /// <param name="span">The dates the figures cover.</param>
    /// <param name="gender">Of whom.</param>
    /// <param name="successions">The record's successions.</param>
    public static decimal TotalTouched(
        IReadOnlyDictionary<string, decimal> touched, DateSpan span, Gender gender, IEnumerable<Succession> successions) =>
        touched.Values.Sum() - Within([.. touched.Keys], span, gender, successions);
}
