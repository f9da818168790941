using System.Globalization;
using System.Text;

namespace Finsam.Documents.Excel;

/// <summary>Numbers as a workbook stores them. Excel counts in binary and shows 15 significant digits, so what is stored as 0.30000000000000004 is
/// the 0.3 that a person sees and means.</summary>
internal static class CellNumber
{
    private const int SignificantDigits = 15;

    // Beyond this no number is a decimal (its largest has 29 digits), and below it none differs from 0 there.
    private const int MostExponent = 60;

    /// <summary>The number rounded to the digits that Excel keeps, as it is to be written.</summary>
    public static string Write(decimal value) =>
        (Read(value.ToString(CultureInfo.InvariantCulture)).Value ?? value).ToString(CultureInfo.InvariantCulture);

    /// <summary>The number, or which of two things is wrong: no value and too large, or no value and not a number at all.</summary>
    public static (decimal? Value, bool TooLarge) Read(ReadOnlySpan<char> stored)
    {
        var text = stored.Trim();
        var negative = text is ['-', ..];
        var digits = new StringBuilder();
        var (at, point, seenPoint, seenDigit) = (text is ['-' or '+', ..] ? 1 : 0, 0, false, false);
        for (; at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '.' && !seenPoint)); at++)
        {
            if (text[at] == '.')
            {
                seenPoint = true;
                continue;
            }

            seenDigit = true;
            if (digits.Length == 0 && text[at] == '0')
            {
                point -= seenPoint ? 1 : 0;
                continue;
            }

            digits.Append(text[at]);
            point += seenPoint ? 0 : 1;
        }

        if (!seenDigit || Exponent(text[at..]) is not { } exponent)
        {
            return (null, false);
        }

        // Now the number is 0.digits · 10^magnitude.
        var magnitude = (long)point + exponent;
        if (digits.Length == 0 || magnitude < -MostExponent)
        {
            return (0m, false);
        }

        if (magnitude > MostExponent)
        {
            return (null, true);
        }

        var kept = Math.Min(digits.Length, SignificantDigits);
        var mantissa = long.Parse(digits.ToString(0, kept), CultureInfo.InvariantCulture);
        mantissa += digits.Length > kept && digits[kept] >= '5' ? 1 : 0;
        for (; mantissa % 10 == 0; kept--)
        {
            mantissa /= 10;
        }

        var rounded = string.Create(CultureInfo.InvariantCulture, $"{(negative ? "-" : "")}{mantissa}E{magnitude - kept}");
        return decimal.TryParse(rounded, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? (value, false) : (null, true);
    }

    private static int? Exponent(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        return text[0] is 'e' or 'E' && text.Length <= 7
            && int.TryParse(text[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? exponent
            : null;
    }
}
