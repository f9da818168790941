using CsCheck;
using Finsam.Domain.Answers;
using Finsam.Domain.Formats;

namespace Finsam.Domain.Tests.Answers;

public sealed class NumberEntryTests
{
    [Theory]
    [InlineData("1 234", "U+0020")]
    [InlineData("1\u00A0234", "U+00A0")]
    [InlineData("1\u202F234", "U+202F")]
    [InlineData("1\u2009234", "U+2009")]
    [InlineData("1\u2007234", "U+2007")]
    [InlineData("1\u200B234", "U+200B")]
    [InlineData("1\t234", "U+0009")]
    [InlineData("\uFEFF 1234\r\n", "U+FEFF and a line end")]
    public void Spaces_of_every_kind_are_no_part_of_the_number(string written, string which) =>
        Assert.True(new NumberEntry.Value(1234m) == NumberEntry.Read(written), which);

    [Theory]
    [InlineData("-5", "hyphen-minus")]
    [InlineData("\u22125", "minus sign")]
    [InlineData("\u20135", "en dash")]
    [InlineData("\u20145", "em dash")]
    [InlineData("\u20105", "hyphen")]
    [InlineData("\u20115", "non-breaking hyphen")]
    [InlineData("\uFE635", "small hyphen-minus")]
    [InlineData("\uFF0D5", "full-width hyphen-minus")]
    [InlineData("\u2212 5", "minus sign and a space")]
    public void Minus_signs_of_every_kind_make_it_negative(string written, string which) =>
        Assert.True(new NumberEntry.Value(-5m) == NumberEntry.Read(written), which);

    [Theory]
    [InlineData("12 kr", 12)]
    [InlineData("12 kr.", 12)]
    [InlineData("12 KRONOR", 12)]
    [InlineData("12:-", 12)]
    [InlineData("12:\u2013", 12)]
    [InlineData("1 486 tkr", 1_486_000)]
    [InlineData("1,5 tkr", 1_500)]
    [InlineData("2 mkr", 2_000_000)]
    [InlineData("1,25 mnkr", 1_250_000)]
    [InlineData("-3 Tkr", -3_000)]
    public void Units_are_read_and_become_kronor(string written, int kronor) =>
        Assert.Equal(new NumberEntry.Value(kronor), NumberEntry.Read(written));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("007", "7")]
    [InlineData("12,5", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData("12.50", "12.50")]
    [InlineData("0.125", "0.125")]
    [InlineData("1234.567", "1234.567")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("12.345.678,90", "12345678.9")]
    [InlineData("12.", "12")]
    [InlineData("1,234", "1.234")]
    public void What_can_mean_only_one_number_is_that_number(string written, string number) =>
        Assert.Equal(new NumberEntry.Value(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)), NumberEntry.Read(written));

    [Fact]
    public void A_point_before_three_digits_is_asked_about()
    {
        Assert.Equal(new NumberEntry.Ambiguous(1234m, 1.234m), NumberEntry.Read("1.234"));
        Assert.Equal(new NumberEntry.Ambiguous(-1234m, -1.234m), NumberEntry.Read("\u22121.234 kr"));
        Assert.Equal(new NumberEntry.Ambiguous(1_234_000m, 1234m), NumberEntry.Read("1.234 tkr"));
    }

    [Theory]
    [InlineData("uppgift saknas")]
    [InlineData(" Uppgift saknas. ")]
    [InlineData("SAKNAS")]
    [InlineData("vet ej")]
    [InlineData("okänt")]
    public void Uppgift_saknas_is_an_answer_of_its_own(string written) =>
        Assert.Equal(new NumberEntry.Unknown(), NumberEntry.Read(written));

    [Theory]
    [InlineData("uppgift\u00A0saknas")]
    [InlineData("uppgift  saknas")]
    public void Uppgift_saknas_is_read_whatever_space_stands_in_it(string written) =>
        Assert.Equal(new NumberEntry.Unknown(), NumberEntry.Read(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u00A0\u2009\t\n")]
    public void Nothing_written_is_blank_and_not_zero(string? written) =>
        Assert.Equal(new NumberEntry.Blank(), NumberEntry.Read(written));

    [Theory]
    [InlineData("tolv")]
    [InlineData("kr")]
    [InlineData("-")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData("5-7")]
    [InlineData("ca 20")]
    [InlineData("20 st")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("1,2,3")]
    [InlineData("12.34.56")]
    [InlineData("1234.567,8")]
    [InlineData("1e5")]
    [InlineData("0x1F")]
    [InlineData("\u0661\u0662")]
    [InlineData("12\u00BD")]
    [InlineData("=1+1")]
    [InlineData("123456789012345678901")]
    public void What_is_no_number_is_not_read_as_one(string written) =>
        Assert.Equal(new NumberEntry.Unreadable(), NumberEntry.Read(written));

    [Theory]
    [InlineData("1,234.5")]
    [InlineData("1,234.567")]
    [InlineData("1,2.3")]
    public void A_point_after_a_comma_is_never_taken_for_a_group(string written) =>
        Assert.IsNotType<NumberEntry.Value>(NumberEntry.Read(written));

    [Fact]
    public void A_formatted_number_reads_back_to_itself() =>
        Gen.Long[-99_999_999_999_999, 99_999_999_999_999].Select(Gen.Int[0, 4]).Sample((digits, decimals) =>
        {
            var number = digits / (decimal)Math.Pow(10, decimals);
            Assert.Equal(new NumberEntry.Value(number), NumberEntry.Read(SwedishFormat.Number(number, decimals)));
            Assert.Equal(new NumberEntry.Value(number), NumberEntry.Read(SwedishFormat.Exact(number)));
        });

    [Fact]
    public void Reading_never_throws_on_any_string()
    {
        Gen.String.Sample(written => Assert.NotNull(NumberEntry.Read(written)));
        Gen.String[Gen.Char["0123456789.,-\u2212 \u00A0:krtmnosauppgift"], 0, 30].Sample(written => Assert.NotNull(NumberEntry.Read(written)), iter: 20_000);
    }
}
