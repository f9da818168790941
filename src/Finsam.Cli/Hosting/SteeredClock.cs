using System.Globalization;
using Finsam.Domain.Periods;

namespace Finsam.Cli.Hosting;

/// <summary>Lets whoever has started the program set its clock: a line on the input, Swedish time, is what the clock shows from then on.</summary>
public static class SteeredClock
{
    /// <summary>What is printed when the clock has been set.</summary>
    /// <param name="line">The line that came.</param>
    public static string Answer(string line) => "klockan " + line;

    /// <summary>Follows the input until it ends: the one who steers is gone then.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="input">Where the lines come from.</param>
    /// <param name="output">Where they are answered.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task FollowAsync(AdjustableClock clock, TextReader input, TextWriter output, CancellationToken cancellation)
    {
        while (await input.ReadLineAsync(cancellation) is { } line)
        {
            var time = DateTime.Parse(line, CultureInfo.InvariantCulture);
            clock.Set(SwedishTime.At(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)));
            await output.WriteLineAsync(Answer(line));
        }
    }
}
