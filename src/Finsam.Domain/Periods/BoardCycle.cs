namespace Finsam.Domain.Periods;

/// <summary>The days that lead up to a board meeting. All but the meeting itself are working days.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="MaterialOut">The material goes out.</param>
/// <param name="DraftReady">The draft is ready.</param>
/// <param name="OwnersLastDay">The insatsägares' last day.</param>
public sealed record BoardCycle(DateOnly Meeting, DateOnly MaterialOut, DateOnly DraftReady, DateOnly OwnersLastDay)
{
    /// <summary>Reckons backwards from a meeting.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is negative, or the material is to stay on a day off.</exception>
    public static BoardCycle Before(DateOnly meeting, YearCycleSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(settings.MaterialDaysBefore);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.DraftWorkingDaysBefore);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.OwnersWorkingDaysBefore);
        ArgumentOutOfRangeException.ThrowIfEqual((int)settings.MaterialShift, (int)DeadlineShift.Keep);

        var material = MaterialDay(meeting, settings);
        var draft = SwedishCalendar.AddWorkingDays(material, -settings.DraftWorkingDaysBefore);
        return new BoardCycle(meeting, material, draft, SwedishCalendar.AddWorkingDays(draft, -settings.OwnersWorkingDaysBefore));
    }

    // Moved forwards over a long weekend, the day could come to the meeting or pass it; then there is only backwards.
    private static DateOnly MaterialDay(DateOnly meeting, YearCycleSettings settings)
    {
        var day = meeting.AddDays(-settings.MaterialDaysBefore);
        var shifted = SundayRule.Shift(day, settings.MaterialShift);
        return shifted < meeting ? shifted : SundayRule.Shift(day, DeadlineShift.Previous);
    }
}
