using System.Diagnostics;
using System.Reflection;
using Finsam.Testing;

namespace Finsam.Infra.Tests.Microsoft365;

/// <summary>The PowerShell of the pinned package, in which the scripts of infra/microsoft-365 are run as an administrator runs them.</summary>
internal static class PowerShell
{
    private static readonly string Program = Path.Combine(
        typeof(PowerShell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PowerShell").Value!,
        OperatingSystem.IsWindows() ? "win" : "unix",
        "pwsh.dll");

    /// <summary>Runs lines in one session, in which a module's stand-in has been loaded and the scripts are at hand.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string standIn, string[] lines, CancellationToken cancellation)
    {
        var script = string.Join('\n', [
            "$ErrorActionPreference = 'Stop'", "$PSStyle.OutputRendering = 'PlainText'", $". '{Path.Combine(AppContext.BaseDirectory, "Microsoft365", standIn)}'", .. lines]);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", script])
        {
            WorkingDirectory = Repository.PathOf("infra/microsoft-365"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["POWERSHELL_TELEMETRY_OPTOUT"] = "1", ["POWERSHELL_UPDATECHECK"] = "Off" },
        })!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output, await errors);
    }
}
