using System.Globalization;
using Finsam.Domain.Formats;

namespace Finsam.Domain.Tests.Formats;

public sealed class SwedishFormatTests
{
    [Fact]
    public void Groups_of_three_are_split_by_an_unbreakable_space() =>
        Assert.Equal("1\u00A0234\u00A0567", SwedishFormat.Number(1_234_567m));

    [Fact]
    public void Negative_numbers_have_the_minus_of_documents() =>
        Assert.Equal("\u221211\u00A0779", SwedishFormat.Number(-11_779m));

    [Theory]
    [InlineData("2.5", 0, "3")]
    [InlineData("3.5", 0, "4")]
    [InlineData("-2.5", 0, "\u22123")]
    [InlineData("2.4999", 0, "2")]
    [InlineData("0.125", 2, "0,13")]
    [InlineData("12.5", 2, "12,50")]
    public void Halves_are_rounded_away_from_zero(string value, int decimals, string printed) =>
        Assert.Equal(printed, SwedishFormat.Number(Parse(value), decimals));

    [Theory]
    [InlineData("-0")]
    [InlineData("-0.4")]
    [InlineData("0.4")]
    public void What_rounds_to_nothing_is_zero_without_a_sign(string value) =>
        Assert.Equal("0", SwedishFormat.Number(Parse(value)));

    [Theory]
    [InlineData("12.50", "12,5")]
    [InlineData("1234.000", "1\u00A0234")]
    [InlineData("-0.25", "\u22120,25")]
    [InlineData("0", "0")]
    public void An_exact_number_shows_the_decimals_it_has_and_no_more(string value, string printed) =>
        Assert.Equal(printed, SwedishFormat.Exact(Parse(value)));

    [Fact]
    public void An_exact_zero_has_no_sign() =>
        Assert.Equal("0", SwedishFormat.Exact(-0.0m));

    [Theory]
    [InlineData(201_499, "201")]
    [InlineData(201_500, "202")]
    [InlineData(325_561, "326")]
    [InlineData(-1_500, "\u22122")]
    [InlineData(-499, "0")]
    [InlineData(11_779_000, "11\u00A0779")]
    public void Kronor_are_rounded_to_thousands_half_away_from_zero(int kronor, string thousands) =>
        Assert.Equal(thousands, SwedishFormat.Thousands(kronor));

    [Fact]
    public void A_share_is_in_whole_per_cent_with_an_unbreakable_space()
    {
        Assert.Equal("88\u00A0%", SwedishFormat.Percent(567m, 644m));
        Assert.Equal("25,3\u00A0%", SwedishFormat.Percent(253m, 1000m, 1));
        Assert.Equal("0\u00A0%", SwedishFormat.Percent(0m, 5m));
        Assert.Equal("1\u00A0250\u00A0%", SwedishFormat.Percent(125m, 10m));
    }

    [Fact]
    public void There_is_no_share_of_nothing() =>
        Assert.Null(SwedishFormat.Percent(5m, 0m));

    [Fact]
    public void Dates_are_printed_the_same_whatever_the_machine_speaks()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal("2026-08-31", SwedishFormat.Date(new DateOnly(2026, 8, 31)));
            Assert.Equal("31 augusti 2026", SwedishFormat.LongDate(new DateOnly(2026, 8, 31)));
            Assert.Equal("onsdag 31 januari 2024", SwedishFormat.WeekdayDate(new DateOnly(2024, 1, 31)));
            Assert.Equal("2023-01-01\u00A0– 2023-12-31", SwedishFormat.Span(new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31)));
            Assert.Equal("\u22121\u00A0234,5", SwedishFormat.Number(-1234.5m, 1));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_month_and_weekday_has_its_own_name()
    {
        var days = Enumerable.Range(0, 365).Select(new DateOnly(2026, 1, 1).AddDays).ToArray();

        Assert.Equal(
            ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"],
            days.Select(d => SwedishFormat.LongDate(d).Split(' ')[1]).Distinct());
        Assert.Equal(
            ["torsdag", "fredag", "lördag", "söndag", "måndag", "tisdag", "onsdag"],
            days.Select(d => SwedishFormat.WeekdayDate(d).Split(' ')[0]).Distinct());
    }

    private static decimal Parse(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}
