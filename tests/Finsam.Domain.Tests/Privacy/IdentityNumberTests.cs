using System.Globalization;
using CsCheck;
using Finsam.Domain.Privacy;

namespace Finsam.Domain.Tests.Privacy;

/// <summary>The numbers are Skatteverket's own test numbers, published examples, or made here; none is known to be anybody's.</summary>
public sealed class IdentityNumberTests
{
    [Theory]
    [InlineData("811218-9876")]
    [InlineData("8112189876")]
    [InlineData("811218 9876")]
    [InlineData("811218\u00A09876")]
    [InlineData("811218\u2009-\u20099876")]
    [InlineData("811218\u20139876")]
    [InlineData("811218\u22129876")]
    [InlineData("811218\u00AD-9876")]
    [InlineData("811218+9876")]
    [InlineData("81 12 18 9876")]
    [InlineData("81-12-18-9876")]
    [InlineData("81.12.18-9876")]
    [InlineData("811218-\n9876")]
    [InlineData("19811218-9876")]
    [InlineData("198112189876")]
    [InlineData("1981-12-18 9876")]
    [InlineData("1981/12/18-9876")]
    [InlineData("19 811218-9876")]
    [InlineData("18811218-9876")]
    [InlineData("\uFF18\uFF11\uFF11\uFF12\uFF11\uFF18-\uFF19\uFF18\uFF17\uFF16")]
    [InlineData("20000229-0005")]
    [InlineData("000229-0005")]
    public void A_personnummer_is_found_however_it_is_written(string written)
    {
        Assert.Equal([new(PersonalDataKind.Personnummer, written, 0)], PersonalData.Find(written));
        Assert.Equal([new(PersonalDataKind.Personnummer, written, 10)], PersonalData.Find($"Deltagare {written}, från mars."));
    }

    [Theory]
    [InlineData("701063-2391")]
    [InlineData("19701063-2391")]
    [InlineData("7010632391")]
    public void A_samordningsnummer_has_sixty_added_to_its_day(string written) =>
        Assert.Equal([new(PersonalDataKind.Samordningsnummer, written, 4)], PersonalData.Find($"Nr: {written}"));

    [Theory]
    [InlineData("811218-9875", "the check digit is wrong")]
    [InlineData("811318-9874", "there is no month 13")]
    [InlineData("811232-9878", "there is no day 32")]
    [InlineData("811292-9875", "nor a day 32 with sixty added")]
    [InlineData("810229-0005", "1981 had no 29 February")]
    [InlineData("19000229-0005", "nor had 1900")]
    [InlineData("16811218-9876", "nobody alive was born in 1681")]
    [InlineData("21811218-9876", "nor in 2181")]
    [InlineData("1811218-9876", "there is a digit too many before it")]
    [InlineData("811218-98765", "there is a digit too many after it")]
    [InlineData("811218-987", "there is a digit too few")]
    [InlineData("98112189876123", "it is part of a longer number")]
    [InlineData("811 218 98 76", "no one parts it there")]
    [InlineData("8112-189876", "nor there")]
    [InlineData("8 112 189 876 kr", "an amount is parted in groups of three")]
    [InlineData("811218-    9876", "a wide gap is two columns")]
    [InlineData("811218--9876", "there is one hyphen")]
    public void What_only_resembles_one_is_not_found(string written, string because) => Assert.True(PersonalData.Find(written).IsEmpty, because);

    [Theory]
    [InlineData("802481-4365", "an organisation number's third digit is at least 2")]
    [InlineData("165560360793", "an organisation number with its 16")]
    [InlineData("212000-0142", "a municipality's")]
    [InlineData("070-120 45 62", "a mobile number")]
    [InlineData("0701-204562", "a mobile number, parted after four digits")]
    [InlineData("+46 70 120 45 62", "a mobile number from abroad")]
    [InlineData("08-12 18 98 76", "a telephone number")]
    [InlineData("Telefon: 0701204562", "a mobile number in one run, which the word before tells")]
    [InlineData("tfn 0701204562", "likewise")]
    [InlineData("2023-01-01 – 2023-12-31", "a span of dates")]
    [InlineData("2022-01-01 – 2024-01-30", "a span of dates")]
    [InlineData("2023-01-01\t2023-12-31", "two dates in a table")]
    [InlineData("20230101-20231231", "a span of dates without hyphens")]
    [InlineData("18 920 13 320 2023 2022", "a row of a table")]
    [InlineData("SFS 2003:1210, 2018:597", "statutes")]
    public void Other_numbers_of_a_report_are_left_alone(string written, string because) => Assert.True(PersonalData.Find(written).IsEmpty, because);

    // A telephone number that is somebody's personnummer too, an amount, …: the question costs a glance.
    [Theory]
    [InlineData("8112189876 kr")]
    [InlineData("0701204562")]
    public void What_passes_every_check_is_asked_about(string written) => Assert.Single(PersonalData.Find(written));

    [Theory]
    [InlineData("12 811218-9876", "811218-9876")]
    [InlineData("20 av 811218-9876 15", "811218-9876")]
    [InlineData("1.811218-9876", "811218-9876")]
    [InlineData("id811218-9876x", "811218-9876")]
    [InlineData("Född 2012. 811218-9876", "811218-9876")]
    [InlineData("810101-0001 811218-9876", "811218-9876")]
    public void Other_digits_before_and_after_do_not_hide_it(string text, string found) =>
        Assert.Equal([found], PersonalData.Find(text).Select(f => f.Piece));

    [Fact]
    public void Each_of_several_is_found_in_order() =>
        Assert.Equal(
            [(0, PersonalDataKind.Personnummer), (13, PersonalDataKind.Samordningsnummer), (25, PersonalDataKind.Personnummer)],
            PersonalData.Find("811218-9876, 701063-2391 19811218-9876").Select(f => (f.Position, f.Kind)));

    [Fact]
    public void Any_number_in_any_spelling_is_found_in_any_text() =>
        Gen.Select(Numbers, Spellings, SwedishText, SwedishText).Sample((number, spelling, before, after) =>
        {
            var written = spelling(number.Digits);
            var kind = number.Coordination ? PersonalDataKind.Samordningsnummer : PersonalDataKind.Personnummer;

            Assert.Equal([new(kind, written, before.Length)], PersonalData.Find(before + written + after));
        }, iter: 10_000);

    [Fact]
    public void A_number_with_a_wrong_check_digit_is_never_found() =>
        Gen.Select(Numbers, Gen.Int[1, 9], Spellings, SwedishText, SwedishText).Sample((number, wrong, spelling, before, after) =>
        {
            var digits = number.Digits[..^1] + (char)('0' + ((number.Digits[^1] - '0' + wrong) % 10));

            Assert.Empty(PersonalData.Find(before + spelling(digits) + after));
        }, iter: 10_000);

    [Fact]
    public void No_text_makes_it_throw()
    {
        Gen.String.Sample(text => Assert.False(PersonalData.Find(text).IsDefault));
        Gen.Char.Array[0, 100].Sample(text => Assert.False(PersonalData.Find(new string(text)).IsDefault));
        Gen.String[Gen.Char["0123456789 -+\u2013\u00A0\n./Annadhs’\u0301\uD83D"], 0, 60].Sample(text => Assert.False(PersonalData.Find(text).IsDefault), iter: 20_000);
    }

    // Square time would be minutes here, and linear time is a few tenths of a second on a slow machine.
    [Theory]
    [InlineData("1")]
    [InlineData("11   ")]
    [InlineData("811218 ")]
    [InlineData(" ")]
    [InlineData("A-")]
    [InlineData("Anna ")]
    [InlineData("Per Per adhd ")]
    public void A_text_a_hundred_times_too_long_is_read_in_a_moment(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));
        var started = TimeProvider.System.GetTimestamp();

        PersonalData.Find(text);

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(30));
    }

    private static readonly Gen<(string Digits, bool Coordination)> Numbers =
        Gen.Select(Gen.DateOnly[new DateOnly(1880, 1, 1), new DateOnly(2025, 12, 31)], Gen.Int[0, 999], Gen.Bool).Select((date, number, coordination) =>
        {
            var nine = FormattableString.Invariant($"{date:yyyyMM}{date.Day + (coordination ? 60 : 0):D2}{number:D3}");
            return (nine + CheckDigit(nine[2..]), coordination);
        });

    // With or without the century, and parted between year, month, day and the last four by anything that people part them by.
    private static readonly Gen<Func<string, string>> Spellings =
        Gen.Select(Gen.Bool, Gen.OneOf("", "", " ", "\u00A0", "-", ".", "/"), Gen.OneOf("", "-", "+", " ", "\u00A0", "\u202F", "\t", " - ", "\u2013", "\u2011", "\u2009\u2212", "- "))
            .Select((century, inDate, beforeLast) => (Func<string, string>)(digits =>
                (century ? digits[..2] : "") + digits[2..4] + inDate + digits[4..6] + inDate + digits[6..8] + beforeLast + digits[8..]));

    private static readonly Gen<string> SwedishText = Gen.String[Gen.Char["abcdefåäöéABCÅÄÖ ,.:;!?()\n\u00A0–-"], 0, 40].Select(Gen.OneOf(" ", "(", "nr ", "är: "), (text, end) => $" {text}{end}");

    private static char CheckDigit(string nine)
    {
        var sum = nine.Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 2 : 1)).Sum(product => product > 9 ? product - 9 : product);
        return ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture)[0];
    }
}
