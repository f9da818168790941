using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Finsam.Adapters.Pdf;
using Finsam.Cli.Tests.Samples;
using Finsam.Documents;
using Finsam.Documents.Word;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using UglyToad.PdfPig;

namespace Finsam.Cli.Tests.Drafts;

/// <summary>Every document that is shipped opens in Word without a fault, also when its owners have pasted whatever people paste; and FINSAM_LOOK names a
/// folder that gets a picture of every page.</summary>
public sealed class SampleDocumentTests
{
    private const string Switch = "FINSAM_LOOK";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Documents => CompiledSample.All;

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_is_valid_Word(string sample, string period, string outline)
    {
        var word = CompiledSample.Word(sample, period, outline);
        Assert.Equal([], Faults(word));
        if (Environment.GetEnvironmentVariable(Switch) is { Length: > 0 } folder)
        {
            await PictureAsync(word, Path.Combine(folder, $"{sample}-{outline}"));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_full_of_what_people_paste_is_valid_Word(string sample, string period, string outline)
    {
        var material = HostileMaterial.Of(FilledSample.Of(sample, period).Material());
        var content = CompiledSample.Content(material, outline);
        Assert.Equal([], Faults(WordWriter.Write(content, new DraftIdentity("x", 1))));
    }

    [Fact]
    public async Task What_people_paste_is_all_on_the_pages_that_LibreOffice_makes()
    {
        using var conversion = Conversion();
        Assert.SkipUnless(conversion.Unavailable is null, "LibreOffice is not installed.");
        var content = CompiledSample.Content(HostileMaterial.Of(FilledSample.Of("gavleborg-2023").Material()), "arsredovisning");
        var word = WordWriter.Write(content, new DraftIdentity("x", 1));
        int written;
        using (var package = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false))
        {
            written = Count(package.MainDocumentPart!.Document!.Body!.InnerText);
        }

        var made = await conversion.ConvertAsync(PrintedContents.Of(word), Cancellation);

        Assert.NotNull(made);
        using var pdf = PdfDocument.Open(made);
        Assert.True(written > 300, $"{written} written");
        Assert.InRange(Count(string.Concat(pdf.GetPages().Select(page => page.Text))), written, int.MaxValue);
    }

    private static int Count(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Split(HostileMaterial.Mark).Length - 1;

    private static LibreOfficeConversion Conversion() => new(Options.Create(new PdfSettings()), NullLogger<LibreOfficeConversion>.Instance);

    private static IEnumerable<string> Faults(byte[] word)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    private static async Task PictureAsync(byte[] word, string file)
    {
        using var conversion = Conversion();
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file + ".docx", word, Cancellation);
        await File.WriteAllBytesAsync(file + ".pdf", await conversion.ConvertAsync(PrintedContents.Of(word), Cancellation) ?? [], Cancellation);
        using var process = Process.Start("pdftoppm", ["-r", "80", "-png", file + ".pdf", file]);
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
    }
}
