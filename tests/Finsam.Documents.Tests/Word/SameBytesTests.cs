using System.Diagnostics;
using Finsam.Documents.Excel;
using Finsam.Documents.Html;
using Finsam.Documents.Word;

namespace Finsam.Documents.Tests.Word;

/// <summary>The same draft gives the same bytes in another process, with another culture and in another time zone.</summary>
public sealed class SameBytesTests : IDisposable
{
    private const string Here = "FINSAM_SAME_BYTES";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("finsam-same-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Pacific/Kiritimati", "ar_SA.UTF-8", "ar-SA")]
    [InlineData("America/Los_Angeles", "en_US.UTF-8", "en-US")]
    public async Task Word_Excel_and_preview_are_the_same_in_another_process_culture_and_time_zone(string zone, string language, string culture)
    {
        if (Environment.GetEnvironmentVariable(Here) is { } folder)
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
            await WriteAsync(folder); // This is the other process.
            return;
        }

        var (here, there) = (_folder.CreateSubdirectory("here"), _folder.CreateSubdirectory("there"));
        await WriteAsync(here.FullName);
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Finsam.Documents.Tests" + (OperatingSystem.IsWindows() ? ".exe" : "")))
        {
            ArgumentList = { "-method", $"{typeof(SameBytesTests).FullName}.{nameof(Word_Excel_and_preview_are_the_same_in_another_process_culture_and_time_zone)}" },
            Environment = { [Here] = there.FullName, ["TZ"] = zone, ["LANG"] = language, ["LC_ALL"] = language },
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, said);
        Assert.Equal(4, there.GetFiles().Length);
        Assert.All(here.GetFiles(), file => Assert.Equal(File.ReadAllBytes(file.FullName), File.ReadAllBytes(Path.Combine(there.FullName, file.Name))));
    }

    // A template that is itself the same each time.
    private static Finsam.Documents.Word.Templates.WordTemplate OwnDraftAsTemplate =>
        Finsam.Documents.Word.Templates.WordTemplate.Read(WordWriter.Write(SampleDraft.Document, SampleDraft.Identity)).Template!;

    private static async Task WriteAsync(string folder)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await File.WriteAllBytesAsync(Path.Combine(folder, "utkast.docx"), WordWriter.Write(ChartSample.Document, SampleDraft.Identity), cancellation);
        await File.WriteAllBytesAsync(Path.Combine(folder, "mall.docx"), WordWriter.Write(ChartSample.Document, SampleDraft.Identity, OwnDraftAsTemplate), cancellation);
        await File.WriteAllBytesAsync(Path.Combine(folder, "utkast.xlsx"), DraftWorkbookWriter.Write(ChartSample.Document), cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "utkast.html"), HtmlWriter.Write(ChartSample.Document), cancellation);
    }
}
