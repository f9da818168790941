using Finsam.Domain.Periods;

namespace Finsam.EndToEnd.Tests.Kills;

/// <summary>The clock of the processes that are killed. It goes as ours, from ten on an ordinary Tuesday: mail goes out by itself on working days in
/// office hours, and the tests run at any hour.</summary>
internal static class KillClock
{
    private static readonly TimeSpan Offset = SwedishTime.At(new DateOnly(2026, 6, 9), new TimeOnly(10, 0)) - DateTimeOffset.UtcNow;

    public static DateTimeOffset Now => DateTimeOffset.UtcNow + Offset;
}
