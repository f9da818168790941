using System.Diagnostics;
using System.Text.RegularExpressions;
using Finsam.Documents.Word;
using Finsam.Domain.Drafts;
using UglyToad.PdfPig;

namespace Finsam.Documents.Tests.Word;

/// <summary>What a draft says is in the PDF that LibreOffice makes of it.</summary>
public sealed partial class LibreOfficeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("finsam-lo-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Charts_footnotes_and_wide_tables_lose_no_text()
    {
        Assert.SkipUnless(Program() is not null, "LibreOffice is not installed.");
        const string hostile = "=1+1 <b>&amp; \"citat\" 'åäö' noll\0";
        var chart = ChartSample.Outcome with { Categories = ["Mysam", "Ovanåker & Hofors", "<b>Hofors</b>", "Söderhamn"], Notes = [hostile] };

        var text = await PdfTextAsync(WordWriter.Write(
            SampleDraft.With(new DraftPart.Paragraph([new Inline.Text("Texten"), new Inline.Footnote("Fotnoten: " + hostile)]), chart, ChartSample.Gender, ChartSample.Wide), SampleDraft.Identity));

        string[] expected =
        [
            "Texten", "Fotnoten: =1+1 <b>&amp; \"citat\" 'åäö' noll", "Figur 1. Utfall och budget per insats 2023", "Ovanåker & Hofors", "<b>Hofors</b>", "1 219", "305,5",
            "Uppgift saknas för: Söderhamn (Budget).", "Figur 2. Andel efter kön", "Kvinnor: 73", "Tabell 1. Insatserna månad för månad", "Insats 8", "960",
        ];
        Assert.All(expected, part => Assert.Contains(Blank().Replace(part, ""), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_in_a_template_loses_no_text()
    {
        Assert.SkipUnless(Program() is not null, "LibreOffice is not installed.");

        var text = await PdfTextAsync(WordWriter.Write(SampleDraft.Document, SampleDraft.Identity, TemplateTests.Template()));

        Assert.All(["Vår framsida: Årsredovisning 2023", "Förbundets sidhuvud", "1.1 Om förbundet", "Fontänhus, Sandviken", "Sida 3 av"], part => Assert.Contains(Blank().Replace(part, ""), text, StringComparison.Ordinal));
    }

    private async Task<string> PdfTextAsync(byte[] word)
    {
        var file = Path.Combine(_folder.FullName, "utkast.docx");
        await File.WriteAllBytesAsync(file, word, TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo(
            Program()!, ["-env:UserInstallation=" + new Uri(Path.Combine(_folder.FullName, "profil")).AbsoluteUri, "--headless", "--convert-to", "pdf", "--outdir", _folder.FullName, file])
        {
            RedirectStandardOutput = true,
        })!;
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var pdf = PdfDocument.Open(Path.ChangeExtension(file, ".pdf"));
        return Blank().Replace(string.Concat(pdf.GetPages().Select(page => page.Text)), "");
    }

    private static string? Program() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();
}
