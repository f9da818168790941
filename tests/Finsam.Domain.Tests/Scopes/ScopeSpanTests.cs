using System.Globalization;
using System.Text.Json;
using CsCheck;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Tests.Scopes;

public sealed class ScopeSpanTests
{
    private static readonly Gen<DateSpan> Spans =
        Gen.Int[730_000, 740_000].Select(Gen.Int[0, 1000]).Select((from, days) => new DateSpan(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(from + days)));

    [Theory]
    [InlineData(Scope.Period, "2023-05-01", "2023-08-31")]
    [InlineData(Scope.Year, "2023-01-01", "2023-08-31")]
    [InlineData(Scope.Initiative, "2020-09-01", "2023-08-31")]
    public void A_scope_covers_its_dates_to_the_periods_end(Scope scope, string from, string to) =>
        Assert.Equal(Span(from, to), Of(scope, "2023-05-01", "2023-08-31", "2020-09-01", "2025-12-31"));

    [Fact]
    public void Under_2023_an_initiative_that_ended_1_March_covers_what_it_was_there_for() =>
        Assert.Equal(Span("2023-01-01", "2023-03-01"), Of(Scope.Period, "2023-01-01", "2023-12-31", "2020-09-01", "2023-03-01"));

    [Theory]
    [InlineData(Scope.Period)]
    [InlineData(Scope.Year)]
    [InlineData(Scope.Initiative)]
    public void An_initiative_that_began_within_the_period_has_the_same_span_in_every_scope(Scope scope) =>
        Assert.Equal(Span("2023-06-15", "2023-08-31"), Of(scope, "2023-05-01", "2023-08-31", "2023-06-15", "2025-12-31"));

    [Fact]
    public void In_the_first_tertial_the_period_and_the_year_are_the_same_thing() =>
        Assert.Equal(
            Of(Scope.Year, "2023-01-01", "2023-04-30", "2020-09-01", "2025-12-31"),
            Of(Scope.Period, "2023-01-01", "2023-04-30", "2020-09-01", "2025-12-31"));

    [Theory]
    [InlineData(Scope.Period, "2023-04-30", false)]
    [InlineData(Scope.Year, "2023-04-30", true)]
    [InlineData(Scope.Year, "2022-12-31", false)]
    [InlineData(Scope.Initiative, "2022-12-31", true)]
    public void An_initiative_that_has_ended_has_only_the_scopes_it_was_there_for(Scope scope, string ended, bool meets) =>
        Assert.Equal(meets, Of(scope, "2023-05-01", "2023-08-31", "2020-09-01", ended) is not null);

    [Theory]
    [InlineData(Scope.Period)]
    [InlineData(Scope.Year)]
    [InlineData(Scope.Initiative)]
    public void An_initiative_that_has_not_begun_has_no_span(Scope scope) =>
        Assert.Null(Of(scope, "2023-05-01", "2023-08-31", "2023-09-01", "2025-12-31"));

    [Fact]
    public void A_span_cannot_be_inverted() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Span("2023-01-02", "2023-01-01"));

    [Fact]
    public void A_span_is_read_from_JSON_as_it_was_written_and_inverted_not_at_all()
    {
        var span = Span("2023-05-01", "2023-08-31");
        var json = JsonSerializer.Serialize(span, JsonSerializerOptions.Web);

        Assert.Equal("""{"from":"2023-05-01","to":"2023-08-31"}""", json);
        Assert.Equal(span, JsonSerializer.Deserialize<DateSpan>(json, JsonSerializerOptions.Web));
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<DateSpan>("""{"from":"2023-08-31","to":"2023-05-01"}""", JsonSerializerOptions.Web));
    }

    [Fact]
    public void A_day_lies_in_the_overlap_exactly_when_it_lies_in_both() =>
        Spans.Select(Spans).Select(Gen.Int[729_000, 742_000]).Sample((spans, number) =>
        {
            var (one, other) = spans;
            var day = DateOnly.FromDayNumber(number);
            Assert.Equal(one.Contains(day) && other.Contains(day), one.Overlap(other)?.Contains(day) ?? false);
            Assert.Equal(one.Overlap(other), other.Overlap(one));
        });

    private static DateSpan? Of(Scope scope, string periodStart, string periodEnd, string start, string end) =>
        ScopeSpan.Of(scope, Day(periodStart), Day(periodEnd), Day(start), Day(end));

    private static DateSpan Span(string from, string to) => new(Day(from), Day(to));

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
