using System.Diagnostics;
using Finsam.Adapters.Pdf;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Finsam.Adapters.Tests.Pdf;

/// <summary>A program stands in for LibreOffice, so that the tests hold on a machine without it.</summary>
public sealed class LibreOfficeConversionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("finsam-soffice-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Where_there_is_no_LibreOffice_the_reason_is_said()
    {
        using var conversion = With(PdfSettings.None);

        Assert.StartsWith("PDF finns inte att hämta här", conversion.Unavailable, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_program_makes_is_the_pdf_and_each_run_has_a_profile_of_its_own()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        var seen = Path.Combine(_folder.FullName, "profiles");
        using var conversion = With(Program($"echo \"$1\" >> {seen}\nshift 6\ncp \"$4\" \"$3/utkast.pdf\""));

        Assert.Null(conversion.Unavailable);
        Assert.Equal([1, 2, 3], await conversion.ConvertAsync([1, 2, 3], TestContext.Current.CancellationToken));
        Assert.Equal([4], await conversion.ConvertAsync([4], TestContext.Current.CancellationToken));
        var profiles = await File.ReadAllLinesAsync(seen, TestContext.Current.CancellationToken);
        Assert.Equal(2, profiles.Distinct().Count());
        Assert.All(profiles, profile => Assert.StartsWith("-env:UserInstallation=file:///", profile, StringComparison.Ordinal));
        Assert.All(profiles, profile => Assert.False(Directory.Exists(Path.GetDirectoryName(new Uri(profile.Split('=')[1]).LocalPath))));
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_stopped_and_gives_no_pdf()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        using var conversion = With(Program("sleep 60"), TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();

        Assert.Null(await conversion.ConvertAsync([1], TestContext.Current.CancellationToken));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task A_program_that_fails_gives_no_pdf()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        using var conversion = With(Program("exit 77"));

        Assert.Null(await conversion.ConvertAsync([1], TestContext.Current.CancellationToken));
    }

    private static LibreOfficeConversion With(string program, TimeSpan? timeout = null) => new(
        Options.Create(new PdfSettings { LibreOffice = program, Timeout = timeout ?? TimeSpan.FromMinutes(1) }), NullLogger<LibreOfficeConversion>.Instance);

    private string Program(string script)
    {
        var path = Path.Combine(_folder.FullName, "soffice");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
