namespace Finsam.Domain.Periods;

/// <summary>Swedish public holidays (lag 1989:253) and the working days between them. The eves that offices keep
/// (midsommarafton, julafton, nyårsafton) count as days off too, as in 2 § lag 1930:173.</summary>
public static class SwedishCalendar
{
    /// <summary>True for a Saturday, a Sunday, a public holiday or one of the three eves.</summary>
    public static bool IsDayOff(DateOnly date) =>
        date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || IsHoliday(date) || IsEve(date);

    /// <summary>True for a day of lag 1989:253 other than an ordinary Sunday.</summary>
    public static bool IsHoliday(DateOnly date)
    {
        var easter = EasterSunday(date.Year);
        var sinceEaster = date.DayNumber - easter.DayNumber;
        return (date.Month, date.Day) is (1, 1) or (1, 6) or (5, 1) or (6, 6) or (12, 25) or (12, 26)
            || sinceEaster is -2 or 0 or 1 or 39 or 49
            || date == MidsummerDay(date.Year)
            || date == AllSaintsDay(date.Year);
    }

    /// <summary>The date <paramref name="count"/> working days from <paramref name="date"/>, forwards or (negative) backwards.
    /// Zero gives the date itself.</summary>
    public static DateOnly AddWorkingDays(DateOnly date, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            date = date.AddDays(step);
            if (!IsDayOff(date))
            {
                left--;
            }
        }

        return date;
    }

    /// <summary>Easter Sunday by the Gregorian computus (Meeus/Jones/Butcher), years 1583 to 9999.</summary>
    public static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    /// <summary>The Saturday of 20–26 June.</summary>
    public static DateOnly MidsummerDay(int year) => FirstSaturdayFrom(new DateOnly(year, 6, 20));

    /// <summary>The Saturday of 31 October–6 November.</summary>
    public static DateOnly AllSaintsDay(int year) => FirstSaturdayFrom(new DateOnly(year, 10, 31));

    private static bool IsEve(DateOnly date) =>
        (date.Month, date.Day) is (12, 24) or (12, 31) || date == MidsummerDay(date.Year).AddDays(-1);

    private static DateOnly FirstSaturdayFrom(DateOnly date) =>
        date.AddDays(((int)DayOfWeek.Saturday - (int)date.DayOfWeek + 7) % 7);
}
