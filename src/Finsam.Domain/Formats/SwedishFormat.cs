using System.Globalization;

namespace Finsam.Domain.Formats;

/// <summary>Numbers, shares and dates as Swedish documents print them: decimal comma, groups of three split by U+00A0, minus U+2212,
/// U+00A0 before the per cent sign. .NET's own "P" and "C" put a plain space there, so they are not used (rules.md §7).</summary>
public static class SwedishFormat
{
    /// <summary>The space inside a figure: a line never breaks there.</summary>
    public const char NoBreakSpace = '\u00A0';

    /// <summary>The minus sign of documents.</summary>
    public const char Minus = '\u2212';

    private static readonly string[] Months =
    [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
    ];

    private static readonly string[] Weekdays = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];

    private static readonly NumberFormatInfo Documents = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = NoBreakSpace.ToString(),
        NegativeSign = Minus.ToString(),
        NumberGroupSizes = [3],
    };

    /// <summary>A figure rounded half away from zero to <paramref name="decimals"/> (0 to 9): 11779 → "11 779".</summary>
    public static string Number(decimal value, int decimals = 0)
    {
        var rounded = Round(value, decimals);
        return (rounded == 0 ? 0m : rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Documents);
    }

    /// <summary>A figure with the decimals it has and no more: 12.50 → "12,5".</summary>
    public static string Exact(decimal value) => value.ToString("#,0.#########", Documents);

    /// <summary>An amount in kronor shown in tkr: 201 499 → "201". The sum is made before the rounding, never after.</summary>
    public static string Thousands(decimal kronor) => Number(kronor / 1000m);

    /// <summary>A share in whole per cent: (567, 644) → "88 %"; null when the base is zero, since there is no share of nothing.</summary>
    public static string? Percent(decimal part, decimal whole, int decimals = 0) =>
        whole == 0 ? null : $"{Number(part / whole * 100m, decimals)}{NoBreakSpace}%";

    /// <summary>Half away from zero, as a person rounds.</summary>
    public static decimal Round(decimal value, int decimals = 0) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>A date in a table: 2023-12-31.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A date in text: 31 december 2023.</summary>
    public static string LongDate(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");

    /// <summary>A date with its weekday: onsdag 31 januari 2024.</summary>
    public static string WeekdayDate(DateOnly date) => $"{Weekdays[(int)date.DayOfWeek]} {LongDate(date)}";

    /// <summary>A span of dates: 2023-01-01 – 2023-12-31.</summary>
    public static string Span(DateOnly start, DateOnly end) => $"{Date(start)}{NoBreakSpace}– {Date(end)}";
}
