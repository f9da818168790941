using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using Finsam.Cli.Demo;
using Finsam.Cli.Hosting;
using Finsam.Cli.Packages;
using Finsam.Domain.Periods;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Finsam.Cli.Operations;

/// <summary>finsam start: how long it takes from the start of a process until an owner's form stands on the screen, beside an ASP.NET Core app that does nothing.
/// Each time is of a new process, as when Azure starts an instance.</summary>
public static class StartCommand
{
    /// <summary>The hidden command that a measured process is started with.</summary>
    public const string Measured = "start-measured";

    /// <summary>What a measured process is told to start instead of the app.</summary>
    public const string Empty = "empty";

    private const int Times = 3;
    private const int ComparedTimes = 7;
    private const int Patience = 120;

    private static readonly string[] Heavy = ["DocumentFormat.OpenXml", "Microsoft.Graph", "PdfSharp", "SendGrid", "MailKit"];

    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>What a start came to.</summary>
    /// <param name="Milliseconds">From the start of the process to the whole page.</param>
    /// <param name="Megabytes">The memory it took.</param>
    /// <param name="Heavy">The large libraries that were loaded on the way.</param>
    public sealed record Start(double Milliseconds, long Megabytes, string[] Heavy);

    /// <summary>Measures and prints.</summary>
    /// <param name="package">What is deployed, whose size is printed; null for this program.</param>
    /// <param name="source">The folder of the source, from which the program is built with and without ReadyToRun and both are measured; null to measure this program.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<int> RunAsync(string? package, string? source, CancellationToken cancellation)
    {
        if (source is not null)
        {
            await CompareAsync(source, cancellation);
            return 0;
        }

        var (app, empty) = await MeasureAsync(Times, cancellation);
        var folder = package ?? AppContext.BaseDirectory;
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, CliTexts.StartPackage, folder, MegabytesOf(folder)));
        Say(CliTexts.StartApp, app);
        Say(CliTexts.StartEmpty, empty);
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, CliTexts.StartHeavy, app[0].Heavy.Length == 0 ? CliTexts.StartNone : string.Join(", ", app[0].Heavy)));
        return 0;
    }

    /// <summary>Starts the app and the empty one, each some times in processes of their own.</summary>
    public static async Task<(Start[] App, Start[] Empty)> MeasureAsync(int times, CancellationToken cancellation)
    {
        var starts = await MeasureAsync([new MeasuredProgram(null, IsEmpty: false), new MeasuredProgram(null, IsEmpty: true)], times, cancellation);
        return (starts[0], starts[1]);
    }

    // Machine code that is made before it is started, beside the same build without it: both for this kind of machine, in turns.
    private static async Task CompareAsync(string source, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("finsam-ready-");
        try
        {
            string usual = Path.Combine(folder.FullName, "usual"), ready = Path.Combine(folder.FullName, "ready");
            await PublishAsync(source, usual, isReady: false, cancellation);
            await PublishAsync(source, ready, isReady: true, cancellation);
            var starts = await MeasureAsync(
                [new MeasuredProgram(usual, IsEmpty: false), new MeasuredProgram(ready, IsEmpty: false), new MeasuredProgram(usual, IsEmpty: true)], ComparedTimes, cancellation);
            foreach (var (name, program, size) in new[] { (CliTexts.StartUsual, starts[0], usual), (CliTexts.StartReady, starts[1], ready) })
            {
                Console.WriteLine(string.Format(CultureInfo.InvariantCulture, CliTexts.StartCompared, name, Middle(program), program.Max(s => s.Megabytes), MegabytesOf(size)));
            }

            Say(CliTexts.StartEmpty, starts[2]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PublishAsync(string source, string folder, bool isReady, CancellationToken cancellation)
    {
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, CliTexts.StartBuilding, isReady ? CliTexts.StartReady : CliTexts.StartUsual));
        using var process = Process.Start(new ProcessStartInfo(
            DotNet,
            [
                "publish", Path.Combine(source, "src", "Finsam.Cli"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
                $"-p:PublishReadyToRun={(isReady ? "true" : "false")}", "--artifacts-path", folder + "-build", "-o", folder, "-v", "quiet", "--nologo",
            ]))!;
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
        {
            throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.StartNotBuilt, source));
        }
    }

    private static async Task<Start[][]> MeasureAsync(MeasuredProgram[] programs, int times, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("finsam-start-");
        try
        {
            var sample = Sample.Read("gavleborg-2023");
            var clock = new AdjustableClock(SwedishTime.At(sample.Period.Opens, new TimeOnly(8, 0, 5)));
            await using var instance = await LocalInstance.StartAsync(new LocalInstanceOptions { DataFolder = folder.FullName, Clock = clock }, cancellation);
            var link = await OpenAsync(instance, sample, cancellation);
            var starts = programs.Select(_ => new List<Start>()).ToArray();
            for (var time = 0; time < times; time++)
            {
                foreach (var (program, of) in programs.Zip(starts))
                {
                    of.Add(await OfProcessAsync(program.Folder, program.IsEmpty ? [Measured, Empty, "", ""] : [Measured, instance.Storage, link, folder.FullName], cancellation));
                }
            }

            return [.. starts.Select(s => s.ToArray())];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What runs in the measured process: starts, fetches the page, and prints how it went.</summary>
    public static async Task<int> MeasuredAsync(string storage, string link, string folder, CancellationToken cancellation)
    {
        if (storage == Empty)
        {
            await EmptyAsync(cancellation);
        }
        else
        {
            await using var instance = await LocalInstance.StartAsync(
                new LocalInstanceOptions { DataFolder = Path.Combine(folder, "measured"), Storage = storage, Clock = ClockOf(folder) }, cancellation);
            await FetchAsync(instance.Address, link, "<form", cancellation);
            Print();
        }

        return 0;
    }

    private static AdjustableClock ClockOf(string folder) => new(SwedishTime.At(
        DateOnly.ParseExact(File.ReadAllText(Path.Combine(folder, "day")), "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(9, 0)));

    private static async Task<string> OpenAsync(LocalInstance instance, Sample sample, CancellationToken cancellation)
    {
        using var chef = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = instance.Address };
        chef.DefaultRequestHeaders.Add("Origin", instance.Address.GetLeftPart(UriPartial.Authority));
        (await chef.GetAsync(instance.SignInLink, cancellation)).EnsureSuccessStatusCode();
        await ImportCommand.ImportAsync(chef, sample.RecordFolder, cancellation);
        (await chef.PostAsync(new Uri("/" + App.Overview.OverviewRoutes.ApiTick, UriKind.Relative), null, cancellation)).EnsureSuccessStatusCode();
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(instance.MailFolder)!, "day"), sample.Period.Opens.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), cancellation);
        for (var second = 0; second < Patience; second++)
        {
            if (Directory.Exists(instance.MailFolder) && Directory.EnumerateFiles(instance.MailFolder, "*.inbjudan.*.eml").FirstOrDefault() is { } mail)
            {
                var text = (await MimeMessage.LoadAsync(mail, cancellation)).TextBody ?? "";
                return new Uri(text.Split('\n').First(l => l.Contains("/r/", StringComparison.Ordinal)).Trim()).AbsolutePath;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        }

        throw new UserException(CliTexts.StartFailed);
    }

    private static async Task EmptyAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", () => Results.Content("<form></form>", "text/html"));
        await app.StartAsync(cancellation);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await FetchAsync(new Uri(address), "/", "<form", cancellation);
        Print();
    }

    // The link leads to the report's first page, and that to its first part.
    private static async Task FetchAsync(Uri address, string path, string expected, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        using var first = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        var page = await first.Content.ReadAsStringAsync(cancellation);
        var report = first.RequestMessage!.RequestUri!.AbsolutePath;
        if (!page.Contains(expected, StringComparison.Ordinal)
            && page.Split('"').FirstOrDefault(part => part.StartsWith(report + "/", StringComparison.Ordinal)) is { } next)
        {
            page = await client.GetStringAsync(new Uri(WebUtility.HtmlDecode(next), UriKind.Relative), cancellation);
        }

        if (!page.Contains(expected, StringComparison.Ordinal))
        {
            throw new UserException(CliTexts.StartFailed);
        }
    }

    private static void Print()
    {
        using var process = Process.GetCurrentProcess();
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name!).ToArray();
        Console.WriteLine(JsonSerializer.Serialize(new Start(
            (TimeProvider.System.GetUtcNow().UtcDateTime - process.StartTime.ToUniversalTime()).TotalMilliseconds,
            process.PeakWorkingSet64 / 1024 / 1024,
            [.. Heavy.Where(h => loaded.Any(l => l.StartsWith(h, StringComparison.OrdinalIgnoreCase)))])));
    }

    private static async Task<Start> OfProcessAsync(string? folder, string[] arguments, CancellationToken cancellation)
    {
        var file = folder is null && Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "finsam" ? path : null;
        var assembly = folder is null ? typeof(Program).Assembly.Location : Path.Combine(folder, typeof(Program).Assembly.GetName().Name + ".dll");
        using var process = Process.Start(new ProcessStartInfo(file ?? DotNet, file is null ? [assembly, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 && said.Split('\n').FirstOrDefault(l => l.StartsWith('{')) is { } line
            ? JsonSerializer.Deserialize<Start>(line)!
            : throw new UserException(CliTexts.StartFailed);
    }

    private static void Say(string text, Start[] starts) => Console.WriteLine(string.Format(CultureInfo.InvariantCulture, text, Middle(starts), starts.Max(s => s.Megabytes)));

    private static double Middle(Start[] starts) => starts.Select(s => s.Milliseconds).Order().ElementAt(starts.Length / 2);

    private static decimal MegabytesOf(string path) => Math.Round(
        (File.Exists(path) ? new FileInfo(path).Length : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length)) / 1048576m,
        1,
        MidpointRounding.AwayFromZero);

    private sealed record MeasuredProgram(string? Folder, bool IsEmpty);
}
