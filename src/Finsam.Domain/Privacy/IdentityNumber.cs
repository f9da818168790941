using System.Globalization;

namespace Finsam.Domain.Privacy;

/// <summary>Finds personnummer and samordningsnummer: ÅÅMMDD-NNNK or ÅÅÅÅMMDD-NNNK, where the date exists (the day plus 60 in a samordningsnummer)
/// and K is the check digit (Luhn) of the nine digits before it. They are found however they are parted between year, month, day and last four,
/// but nowhere else: "070-123 45 67" is no personnummer. An organisation number cannot be one, since its third digit is at least 2
/// (lag 1974:174; Skatteverket's SKV 709) and no month is 20 or more. What else passes every check ("8112189876 kr") is asked about.</summary>
internal static class IdentityNumber
{
    // Room for a line that broke, or a word processor's ideas of a gap; and a bound, so that the time stays linear.
    private const int MostSpaces = 3;

    private static readonly HashSet<string> PhoneWords =
        new(["fax", "mob", "mobil", "mobilen", "mobilnummer", "ring", "sms", "tel", "telefon", "telefonen", "telefonnummer", "tfn", "tlf"], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<PersonalDataFinding> Find(string text)
    {
        var end = 0;
        for (var start = 0; start < text.Length; start++)
        {
            // A number begins where a run of digits does: inside a longer run there is none.
            if (!char.IsDigit(text[start]) || (start > 0 && char.IsDigit(text[start - 1])))
            {
                continue;
            }

            if ((ReadAt(text, start, 12) ?? ReadAt(text, start, 10)) is { } finding && start + finding.Piece.Length > end)
            {
                end = start + finding.Piece.Length;
                yield return finding;
            }
        }
    }

    /// <summary>The digit 0 to 9 of any script (full-width ones come along from some PDFs).</summary>
    public static char AsciiDigit(char digit) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(digit));

    private static PersonalDataFinding? ReadAt(string text, int start, int length)
    {
        Span<char> digits = stackalloc char[length];
        var at = start;
        var gaps = 0;
        for (var i = 0; i < length; i++)
        {
            if (i > 0 && i % 2 == 0 && i <= length - 4)
            {
                var next = AfterGap(text, at, lastGap: i == length - 4);
                gaps |= next > at ? 1 << (length - i) : 0;
                at = next;
            }

            if (at >= text.Length || !char.IsDigit(text[at]))
            {
                return null;
            }

            digits[i] = AsciiDigit(text[at++]);
        }

        return (at == text.Length || !char.IsDigit(text[at])) && KindOf(digits) is { } kind && IsDateParted(gaps) && !IsYearOfDate(text.AsSpan(at)) && (gaps != 0 || !IsPhone(text, start))
            ? new PersonalDataFinding(kind, text[start..at], start)
            : null;
    }

    // Year, month and day stand together or are all parted (gaps 8 and 6 digits from the end): "0701-204565" is a telephone number.
    private static bool IsDateParted(int gaps) => (gaps & (1 << 8)) != 0 == ((gaps & (1 << 6)) != 0);

    // Spaces, at most one mark, spaces. Before the last four the mark is a hyphen of any kind or a plus (from the year one turns 100).
    private static int AfterGap(string text, int at, bool lastGap)
    {
        at = AfterSpaces(text, at);
        if (at < text.Length && (IsHyphen(text[at]) || text[at] is var c && (lastGap ? c is '+' : c is '.' or '/')))
        {
            at = AfterSpaces(text, at + 1);
        }

        return at;
    }

    private static int AfterSpaces(string text, int at)
    {
        for (var i = 0; i < MostSpaces && at < text.Length && (char.IsWhiteSpace(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.Format); i++)
        {
            at++;
        }

        return at;
    }

    private static bool IsHyphen(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation || c == '\u2212';

    private static PersonalDataKind? KindOf(ReadOnlySpan<char> digits)
    {
        var ten = digits[^10..];
        var year = Two(ten);
        if (digits.Length == 12)
        {
            if (Two(digits) is < 18 or > 20)
            {
                return null;
            }

            year += Two(digits) * 100;
        }
        else
        {
            // The century is not said. It matters for 29 February of 00 only, which was a day in 2000.
            year += 2000;
        }

        var (month, day) = (Two(ten[2..]), Two(ten[4..]));
        var coordination = day > 60;
        return month is >= 1 and <= 12 && (coordination ? day - 60 : day) is var actual && actual >= 1 && actual <= DateTime.DaysInMonth(year, month) && IsLuhn(ten)
            ? coordination ? PersonalDataKind.Samordningsnummer : PersonalDataKind.Personnummer
            : null;
    }

    private static int Two(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';

    private static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var product = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }

        return sum % 10 == 0;
    }

    // "2023-01-01 – 2023-12-31" is a span of dates: its second year is nobody's last four.
    private static bool IsYearOfDate(ReadOnlySpan<char> after) =>
        after.Length >= 5 && (IsHyphen(after[0]) || after[0] is '.' or '/') && char.IsDigit(after[1]) && char.IsDigit(after[2]) && after[3] == after[0] && char.IsDigit(after[4]);

    // "Mobil: 0701234567" in one run may pass as somebody born in 2007; the word before it tells.
    private static bool IsPhone(string text, int start)
    {
        var end = start;
        while (end > 0 && start - end < 4 && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        var word = end;
        while (word > 0 && end - word < 20 && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        return text[start] == '0' && PhoneWords.Contains(text[word..end]);
    }
}
