namespace Finsam.Domain.Scopes;

/// <summary>Turns a scope into the dates it really covers. Two figures are comparable when their spans are equal: a first tertial's
/// "under perioden" and "sedan 1 januari" are the same thing.</summary>
public static class ScopeSpan
{
    /// <summary>The dates a scoped figure covers, up to the period's end and clipped to the initiative's own dates: an initiative that ended
    /// 2023-03-01 has under 2023 the span 2023-01-01–2023-03-01. Null when the scope and the initiative don't meet.</summary>
    /// <param name="scope">What the figure is said to cover. The year is that of the period's end.</param>
    /// <param name="periodStart">The period's first day.</param>
    /// <param name="periodEnd">The period's last day, itself part of it.</param>
    /// <param name="initiativeStart">The initiative's first day.</param>
    /// <param name="initiativeEnd">The initiative's last day, itself part of it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period or the initiative ends before it starts.</exception>
    public static DateSpan? Of(Scope scope, DateOnly periodStart, DateOnly periodEnd, DateOnly initiativeStart, DateOnly initiativeEnd)
    {
        var period = new DateSpan(periodStart, periodEnd);
        var initiative = new DateSpan(initiativeStart, initiativeEnd);
        var from = scope switch
        {
            Scope.Period => period.From,
            Scope.Year => new DateOnly(period.To.Year, 1, 1),
            Scope.Initiative => initiative.From,
            _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
        };
        return from <= period.To ? new DateSpan(from, period.To).Overlap(initiative) : null;
    }
}
