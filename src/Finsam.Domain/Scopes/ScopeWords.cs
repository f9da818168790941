using System.Globalization;
using Finsam.Domain.Formats;

namespace Finsam.Domain.Scopes;

/// <summary>A scope in Swedish, always with its dates, so that nobody has to guess what a bare "inskrivna" covers.</summary>
public static class ScopeWords
{
    /// <summary>With both dates: "under perioden 1 maj–31 augusti 2023", "sedan 1 januari 2023, till och med 31 augusti 2023",
    /// "sedan insatsens start 1 september 2020, till och med 31 december 2023".</summary>
    public static string Full(Scope scope, DateSpan span) => scope switch
    {
        Scope.Period => Format(ScopeTexts.Period, Days(span)),
        Scope.Year => Format(ScopeTexts.SinceUntil, SwedishFormat.LongDate(span.From), SwedishFormat.LongDate(span.To)),
        Scope.Initiative => Format(ScopeTexts.SinceStartUntil, SwedishFormat.LongDate(span.From), SwedishFormat.LongDate(span.To)),
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
    };

    /// <summary>After a name, or after "gäller": a period by its dates alone, "1 maj–31 augusti 2023"; the others as <see cref="Full"/>.</summary>
    public static string Dates(Scope scope, DateSpan span) => scope == Scope.Period ? Days(span) : Full(scope, span);

    /// <summary>For a heading whose document already says to which date it runs: "sedan 1 januari 2023", "sedan insatsens start
    /// 1 september 2020", "under 2023" for a whole calendar year. A period keeps both its dates: without the last it is another scope.</summary>
    public static string Brief(Scope scope, DateSpan span) => scope switch
    {
        Scope.Period or Scope.Year when span.IsCalendarYear => Format(ScopeTexts.CalendarYear, span.From.Year),
        Scope.Period => Format(ScopeTexts.Period, Days(span)),
        Scope.Year => Format(ScopeTexts.Since, SwedishFormat.LongDate(span.From)),
        Scope.Initiative => Format(ScopeTexts.SinceStart, SwedishFormat.LongDate(span.From)),
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
    };

    // The year stands once, at the end, when both dates share it.
    private static string Days(DateSpan span)
    {
        var (from, to) = (SwedishFormat.LongDate(span.From), SwedishFormat.LongDate(span.To));
        return span.From.Year == span.To.Year
            ? Format(ScopeTexts.Days, from[..from.LastIndexOf(' ')], to)
            : Format(ScopeTexts.Days, from, to);
    }

    private static string Format(string text, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
