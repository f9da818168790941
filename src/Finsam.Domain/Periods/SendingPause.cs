using System.Globalization;
using System.Text.Json.Serialization;

namespace Finsam.Domain.Periods;

/// <summary>Uppehåll: a part of every year in which nothing is sent by itself. Either weeks (ISO 8601) or days, both ends included.</summary>
public sealed record SendingPause
{
    /// <summary>The first week, 1 to 53; null for a pause in days.</summary>
    public int? FromWeek { get; init; }

    /// <summary>The last week, in the same year as the first.</summary>
    public int? ToWeek { get; init; }

    /// <summary>The first day, "12-23"; null for a pause in weeks.</summary>
    public string? From { get; init; }

    /// <summary>The last day, "01-06"; one that comes before <see cref="From"/> is next year's.</summary>
    public string? To { get; init; }

    /// <summary>The summer weeks that most offices are closed.</summary>
    [JsonIgnore]
    public static SendingPause Summer { get; } = new() { FromWeek = 28, ToWeek = 31 };

    /// <summary>Christmas to Epiphany.</summary>
    [JsonIgnore]
    public static SendingPause Christmas { get; } = new() { From = "12-23", To = "01-06" };

    /// <summary>True when the date is in the pause.</summary>
    public bool Contains(DateOnly date)
    {
        if (FromWeek is { } first && ToWeek is { } last)
        {
            return ISOWeek.GetWeekOfYear(date.ToDateTime(TimeOnly.MinValue)) is var week && week >= first && week <= last;
        }

        // Text of fixed length: its order is the calendar's.
        var day = date.ToString("MM-dd", CultureInfo.InvariantCulture);
        var (isAfter, isBefore) = (string.CompareOrdinal(day, From) >= 0, string.CompareOrdinal(day, To) <= 0);
        return string.CompareOrdinal(From, To) <= 0 ? isAfter && isBefore : isAfter || isBefore;
    }
}
