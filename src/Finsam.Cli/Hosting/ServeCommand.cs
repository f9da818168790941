using System.Globalization;

namespace Finsam.Cli.Hosting;

/// <summary>finsam serve: everything on this machine, until Ctrl+C.</summary>
public static class ServeCommand
{
    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(LocalInstanceOptions options, CancellationToken cancellation)
    {
        await using var instance = await LocalInstance.StartAsync(options, cancellation);
        await using var session = await LocalSession.WriteAsync(options.DataFolder, instance, cancellation);
        Console.WriteLine(Say(CliTexts.Serving, instance.Address));
        Console.WriteLine(Say(CliTexts.SignInLink, instance.SignInLink));
        Console.WriteLine(Say(CliTexts.MailFolder, instance.MailFolder));
        Console.WriteLine(CliTexts.StopHint);
        try
        {
            await instance.WaitAsync(cancellation);
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
