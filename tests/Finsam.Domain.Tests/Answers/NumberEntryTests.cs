using System.Globalization;
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
    [InlineData("1 234,567", "1234.567")]
    [InlineData("1  234", "1234")]
    [InlineData("1\u200B2 3\u206045", "12345")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("12.345.678,90", "12345678.9")]
    [InlineData("12.", "12")]
    [InlineData("1,234", "1.234")]
    public void What_can_mean_only_one_number_is_that_number(string written, string number) =>
        Assert.Equal(new NumberEntry.Value(decimal.Parse(number, CultureInfo.InvariantCulture)), NumberEntry.Read(written));

    [Fact]
    public void A_point_before_three_digits_is_asked_about()
    {
        Assert.Equal(new NumberEntry.Ambiguous(1234m, 1.234m), NumberEntry.Read("1.234"));
        Assert.Equal(new NumberEntry.Ambiguous(-1234m, -1.234m), NumberEntry.Read("\u22121.234 kr"));
        Assert.Equal(new NumberEntry.Ambiguous(1_234_000m, 1234m), NumberEntry.Read("1.234 tkr"));
    }

    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("12.50", "12.50")]
    [InlineData("0.125", "0.125")]
    [InlineData("1234.567", "1234.567")]
    [InlineData("1 234.5", "1234.5")]
    [InlineData("\u22121 234.567", "-1234.567")]
    [InlineData("1.5 tkr", "1500")]
    public void A_point_where_a_comma_should_stand_is_asked_about(string written, string number) =>
        Assert.Equal(new NumberEntry.PointForComma(decimal.Parse(number, CultureInfo.InvariantCulture)), NumberEntry.Read(written));

    [Theory]
    [InlineData("1 23")]
    [InlineData("12 34")]
    [InlineData("12 34 567")]
    [InlineData("1 2 3")]
    [InlineData("1234 567")]
    [InlineData("123 4567")]
    [InlineData("0 123")]
    [InlineData("1 234 56,5")]
    [InlineData("12, 5")]
    [InlineData("1,234 567")]
    [InlineData("-12 34 kr")]
    [InlineData("1.234 567.890")]
    public void Spaces_between_anything_but_groups_of_three_may_mean_several_numbers(string written) =>
        Assert.Equal(new NumberEntry.OddGroups(), NumberEntry.Read(written));

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
    [InlineData("12\n345")]
    [InlineData("1\u2028234")]
    [InlineData("1 234.567,8")]
    [InlineData("\u0663")]
    [InlineData("\u00BD")]
    [InlineData("\uFF11\uFF12")]
    [InlineData("NaN")]
    [InlineData("\u221E")]
    [InlineData("- -5")]
    [InlineData("+5")]
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
        Numbers.Sample(written =>
        {
            var (number, decimals) = (written / Scale(4), 4);
            Assert.Equal(new NumberEntry.Value(number), NumberEntry.Read(SwedishFormat.Number(number, decimals)));
            Assert.Equal(new NumberEntry.Value(number), NumberEntry.Read(SwedishFormat.Exact(number)));
        });

    [Fact]
    public void A_number_in_any_spelling_reads_back_exactly() =>
        Gen.Select(Numbers, Gen.Int[0, 4], Gen.OneOf(Spaces), Gen.OneOf(Minuses), Gen.OneOf(Units), Gen.OneOf("", " ", "\u00A0", "\uFEFF"))
            .Sample((whole, decimals, space, minus, unit, around) =>
            {
                var number = whole / Scale(decimals);
                var digits = Math.Abs(number).ToString(decimals == 0 ? "#,0" : "#,0." + new string('0', decimals), Grouped(space));
                var written = around + (number < 0 ? minus : "") + digits + unit.Written + around;

                Assert.Equal(new NumberEntry.Value(number * unit.Factor), NumberEntry.Read(written));
            }, iter: 20_000);

    [Fact]
    public void One_point_alone_is_never_guessed() =>
        Gen.Select(Gen.Int[0, 999_999], Gen.Int[0, 99_999], Gen.Int[1, 5], Gen.OneOf(Minuses), Gen.OneOf(Units))
            .Sample((whole, fraction, decimals, minus, unit) =>
            {
                var after = fraction.ToString("D5", CultureInfo.InvariantCulture)[..decimals];
                var read = NumberEntry.Read($"{minus}{whole.ToString(CultureInfo.InvariantCulture)}.{after}{unit.Written}");

                Assert.True(read is NumberEntry.Ambiguous or NumberEntry.PointForComma, read.ToString());
                Assert.Equal(decimals == 3 && whole is > 0 and < 1000, read is NumberEntry.Ambiguous);
            });

    [Fact]
    public void Two_numbers_beside_each_other_are_read_as_one_only_when_they_look_like_one() =>
        Gen.Select(Gen.Int[0, 99_999], Gen.Int[0, 99_999], Gen.OneOf(Spaces).Where(s => s.Length > 0)).Sample((first, second, space) =>
        {
            var read = NumberEntry.Read(FormattableString.Invariant($"{first}{space}{second}"));

            Assert.Equal(first is > 0 and < 1000 && second is >= 100 and < 1000, read is NumberEntry.Value);
        });

    [Fact]
    public void Reading_never_throws_on_any_string()
    {
        Gen.String.Sample(written => Assert.NotNull(NumberEntry.Read(written)));
        Gen.Char.Array[0, 50].Sample(written => Assert.NotNull(NumberEntry.Read(new string(written))));
        Gen.String[Gen.Char["0123456789.,-\u2212 \u00A0\t\n:krtmnosauppgift\uD83D\uDC69\u200B"], 0, 30].Sample(written => Assert.NotNull(NumberEntry.Read(written)), iter: 20_000);
    }

    [Theory]
    [InlineData("9")]
    [InlineData(" ")]
    [InlineData("1 ")]
    [InlineData("1.")]
    [InlineData(",")]
    [InlineData("-")]
    [InlineData("\uD83D")]
    public void Reading_never_throws_however_long(string piece) =>
        Assert.NotNull(NumberEntry.Read(string.Concat(Enumerable.Repeat(piece, 200_000)) + "9"));

    // Every space of Unicode (category Zs), and the tab that comes along from Excel.
    private static readonly string[] Spaces =
    [
        .. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(c => char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator).Select(c => c.ToString()),
        "\t", "", "  ",
    ];

    private static readonly string[] Minuses = ["-", "\u2212", "\u2013", "\u2014", "\u2010", "\u2011", "\uFE63", "\uFF0D", "\u2212 "];

    private static readonly (string Written, decimal Factor)[] Units =
    [
        ("", 1), (" kr", 1), ("kr.", 1), ("\u00A0kr", 1), (" kronor", 1), (" Kronor", 1), (":-", 1), (":\u2013", 1), (" :-", 1),
        (" tkr", 1000), ("tkr", 1000), (" mkr", 1_000_000), (" mnkr", 1_000_000), ("\u202Fmnkr", 1_000_000),
    ];

    private static readonly Gen<long> Numbers = Gen.OneOf(Gen.Long[-99_999_999_999_999, 99_999_999_999_999], Gen.Long[-99_999, 99_999]);

    private static decimal Scale(int decimals) => (decimal)Math.Pow(10, decimals);

    private static NumberFormatInfo Grouped(string space) =>
        new() { NumberDecimalSeparator = ",", NumberGroupSeparator = space, NumberGroupSizes = [3] };
}
