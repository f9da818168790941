using System.Globalization;

namespace Finsam.Documents.Excel;

/// <summary>Days as a workbook stores them: a number of days since a first one, which is one of two.</summary>
internal static class CellDate
{
    // Excel believes in 29 February 1900 (https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year), so that from March
    // its count has begun a day earlier than before.
    private const int NoSuchDay = 60;

    // A clock of whole seconds that says midnight is midnight.
    private const decimal HalfSecond = 0.5m / 86_400m;

    private static readonly DateOnly First1900 = new(1899, 12, 31);
    private static readonly DateOnly First1900FromMarch = new(1899, 12, 30);
    private static readonly DateOnly First1904 = new(1904, 1, 1);

    /// <summary>What a stored number of days turned out to be.</summary>
    public enum Outcome
    {
        /// <summary>A day.</summary>
        Day,

        /// <summary>A day and a time.</summary>
        WithTime,

        /// <summary>No day that Excel has.</summary>
        OutOfRange,
    }

    /// <summary>The day's number in the 1900 system; null for a day before it.</summary>
    public static int? Serial(DateOnly day) => day switch
    {
        _ when day <= First1900 => null,
        _ when day < new DateOnly(1900, 3, 1) => day.DayNumber - First1900.DayNumber,
        _ => day.DayNumber - First1900FromMarch.DayNumber,
    };

    public static (Outcome Outcome, DateOnly Day) Read(decimal serial, bool from1904)
    {
        var days = decimal.Round(serial);
        if (Math.Abs(serial - days) >= HalfSecond)
        {
            return (InRange(Math.Floor(serial), from1904) ? Outcome.WithTime : Outcome.OutOfRange, default);
        }

        return InRange(days, from1904) ? (Outcome.Day, Day((int)days, from1904)) : (Outcome.OutOfRange, default);
    }

    /// <summary>A date in ISO 8601, as workbooks of the strict kind have them.</summary>
    public static (Outcome Outcome, DateOnly Day) ReadIso(string text)
    {
        var iso = text.AsSpan().Trim();
        if (iso.Length < 10 || !DateOnly.TryParseExact(iso[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (Outcome.OutOfRange, default);
        }

        var time = iso[10..];
        if (time.IsEmpty)
        {
            return (Outcome.Day, day);
        }

        if (time[0] is not ('T' or ' '))
        {
            return (Outcome.OutOfRange, default);
        }

        // The zone moves no day: it is the clock on the wall that stands there.
        var zone = time[1..].IndexOfAny('Z', '+', '-');
        var clock = zone < 0 ? time[1..] : time[1..(zone + 1)];
        return (clock.ContainsAnyExcept("0:.") ? Outcome.WithTime : Outcome.Day, day);
    }

    private static bool InRange(decimal days, bool from1904) => from1904
        ? days >= 0 && days <= DateOnly.MaxValue.DayNumber - First1904.DayNumber
        : days >= 1 && days <= DateOnly.MaxValue.DayNumber - First1900FromMarch.DayNumber && days != NoSuchDay;

    private static DateOnly Day(int days, bool from1904) =>
        (from1904 ? First1904 : days < NoSuchDay ? First1900 : First1900FromMarch).AddDays(days);
}
