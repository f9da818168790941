using System.Globalization;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Tests.Scopes;

public sealed class ScopeWordsTests
{
    [Theory]
    [InlineData(Scope.Period, "2023-05-01", "2023-08-31", "under perioden 1 maj–31 augusti 2023")]
    [InlineData(Scope.Period, "2022-11-01", "2023-01-31", "under perioden 1 november 2022–31 januari 2023")]
    [InlineData(Scope.Period, "2023-01-01", "2023-12-31", "under perioden 1 januari–31 december 2023")]
    [InlineData(Scope.Year, "2023-01-01", "2023-08-31", "sedan 1 januari 2023, till och med 31 augusti 2023")]
    [InlineData(Scope.Initiative, "2020-09-01", "2023-12-31", "sedan insatsens start 1 september 2020, till och med 31 december 2023")]
    public void In_full_a_scope_says_both_its_dates(Scope scope, string from, string to, string words) =>
        Assert.Equal(words, ScopeWords.Full(scope, Span(from, to)));

    [Theory]
    [InlineData(Scope.Period, "2023-05-01", "2023-08-31", "1 maj–31 augusti 2023")]
    [InlineData(Scope.Year, "2023-01-01", "2023-08-31", "sedan 1 januari 2023, till och med 31 augusti 2023")]
    public void After_a_name_a_period_is_its_dates(Scope scope, string from, string to, string words) =>
        Assert.Equal(words, ScopeWords.Dates(scope, Span(from, to)));

    [Theory]
    [InlineData(Scope.Period, "2023-05-01", "2023-08-31", "under perioden 1 maj–31 augusti 2023")]
    [InlineData(Scope.Period, "2023-01-01", "2023-12-31", "under 2023")]
    [InlineData(Scope.Year, "2023-01-01", "2023-12-31", "under 2023")]
    [InlineData(Scope.Year, "2023-01-01", "2023-12-30", "sedan 1 januari 2023")]
    [InlineData(Scope.Year, "2023-06-15", "2023-08-31", "sedan 15 juni 2023")]
    [InlineData(Scope.Initiative, "2020-09-01", "2023-12-31", "sedan insatsens start 1 september 2020")]
    [InlineData(Scope.Initiative, "2023-01-01", "2023-12-31", "sedan insatsens start 1 januari 2023")]
    [InlineData(Scope.Period, "2022-01-01", "2023-12-31", "under perioden 1 januari 2022–31 december 2023")]
    public void In_brief_the_last_date_is_left_to_the_heading(Scope scope, string from, string to, string words) =>
        Assert.Equal(words, ScopeWords.Brief(scope, Span(from, to)));

    private static DateSpan Span(string from, string to) => new(Day(from), Day(to));

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
