using System.Globalization;

namespace Finsam.Cli.Hosting;

/// <summary>finsam serve: everything on this machine, until Ctrl+C.</summary>
public static class ServeCommand
{
    /// <summary>Runs it.</summary>
    /// <param name="options">What it is started with.</param>
    /// <param name="steered">True when its clock is set, and it is ended, by its input.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<int> RunAsync(LocalInstanceOptions options, bool steered, CancellationToken cancellation)
    {
        await using var instance = await LocalInstance.StartAsync(options, cancellation);
        await using var session = await LocalSession.WriteAsync(options.DataFolder, instance, cancellation);
        Console.WriteLine(Say(CliTexts.Serving, instance.Address));
        Console.WriteLine(Say(CliTexts.SignInLink, instance.SignInLink));
        Console.WriteLine(Say(CliTexts.MailFolder, instance.MailFolder));
        Console.WriteLine(CliTexts.StopHint);
        try
        {
            await (steered && options.Clock is AdjustableClock clock
                ? Task.Run(() => SteeredClock.FollowAsync(clock, Console.In, Console.Out, cancellation), cancellation)
                : instance.WaitAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how it is meant to end.
        }

        Console.WriteLine(Say(CliTexts.Stopped, options.DataFolder));
        return 0;
    }

    private static string Say(string text, object argument) => string.Format(CultureInfo.InvariantCulture, text, argument);
}
