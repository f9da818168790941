using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Finsam.Cli.Rehearsals;

/// <summary>finsam rehearse: a whole tertial's mail with everything that can go wrong on the way. 1 when a mail went twice or was lost.</summary>
internal static class RehearseCommand
{
    private const int LabelWidth = 44;

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(RehearsalOptions options, CancellationToken cancellation)
    {
        var time = Stopwatch.StartNew();
        Console.WriteLine(RehearsalTexts.Starting);
        await using var rehearsal = await Rehearsal.StartAsync(options, options.Verbose ? Console.WriteLine : _ => { }, cancellation);
        var result = await rehearsal.RunAsync(cancellation);
        Console.Write(Table(options, result, rehearsal.Kills, rehearsal.Faults, time.Elapsed));
        if (result.IsGood)
        {
            Console.WriteLine(RehearsalTexts.Good);
            return 0;
        }

        await Console.Error.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, RehearsalTexts.Bad, options.Seed));
        return 1;
    }

    private static string Table(RehearsalOptions options, RehearsalResult result, int kills, int faults, TimeSpan time)
    {
        var table = new StringBuilder();
        void Row(string label, string value) => table.Append(label.PadRight(LabelWidth)).Append(value.PadLeft(8)).Append('\n');
        void Count(string label, int value) => Row(label, value.ToString(CultureInfo.InvariantCulture));
        void Named(string label, IReadOnlyCollection<string> mails)
        {
            Count(label, mails.Count);
            foreach (var mail in mails)
            {
                table.Append("  ").Append(mail).Append('\n');
            }
        }

        Row(RehearsalTexts.Size, $"{options.Associations} × {options.Initiatives}");
        Count(RehearsalTexts.Planned, result.Planned);
        Count(RehearsalTexts.Delivered, result.Delivered);
        Count(RehearsalTexts.Refused, result.Refused);
        Count(RehearsalTexts.Uncertain, result.Uncertain);
        Count(RehearsalTexts.UncertainDelivered, result.UncertainDelivered);
        Named(RehearsalTexts.Doubles, result.Doubles);
        Named(RehearsalTexts.Lost, result.Lost);
        Named(RehearsalTexts.Wrong, result.Wrong);
        Count(RehearsalTexts.Kills, kills);
        Count(RehearsalTexts.Faults, faults);
        Count(RehearsalTexts.Seconds, (int)time.TotalSeconds);
        return table.ToString();
    }
}
