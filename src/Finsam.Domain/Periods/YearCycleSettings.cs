namespace Finsam.Domain.Periods;

/// <summary>How an association reckons backwards from a board meeting.</summary>
public sealed record YearCycleSettings
{
    /// <summary>Calendar days between the day the material goes out and the meeting, 0 or more.</summary>
    public int MaterialDaysBefore { get; init; } = 7;

    /// <summary>Working days between the day the draft is ready and the day the material goes out, 0 or more.</summary>
    public int DraftWorkingDaysBefore { get; init; } = 3;

    /// <summary>Working days between the owners' last day and the day the draft is ready, 0 or more.</summary>
    public int OwnersWorkingDaysBefore { get; init; } = 5;

    /// <summary>Where the material goes when its day is a day off: <see cref="DeadlineShift.Previous"/> or <see cref="DeadlineShift.Next"/>,
    /// since somebody must be there to send it.</summary>
    public DeadlineShift MaterialShift { get; init; } = DeadlineShift.Previous;
}
