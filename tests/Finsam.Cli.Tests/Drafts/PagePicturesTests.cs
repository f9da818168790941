using Finsam.Adapters.Pdf;
using Finsam.Cli.Pictures;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Finsam.Cli.Tests.Drafts;

/// <summary>The command that pictures pages, and what it says when it cannot.</summary>
public sealed class PagePicturesTests : IDisposable
{
    private const string Sample = "standard";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("finsam-bilder-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Each_page_becomes_a_picture_and_those_from_before_are_gone()
    {
        using var conversion = Conversion();
        Assert.SkipUnless(conversion.Unavailable is null && IsOnPath(PagePictures.UsualProgram), "LibreOffice or pdftoppm is not installed.");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "utkast-99.png"), "från ett längre utkast", Cancellation);

        var pages = await new PagePictures(conversion).WriteAsync(Word(), _folder.FullName, "utkast", Cancellation);

        Assert.InRange(pages.Count, 2, 9);
        Assert.Equal(pages, Directory.GetFiles(_folder.FullName, "*.png").Order(StringComparer.Ordinal));
        Assert.All(pages, page => Assert.Equal("\u0089PNG", string.Concat(File.ReadAllBytes(page).Take(4).Select(b => (char)b))));
    }

    [Fact]
    public async Task Whoever_lacks_LibreOffice_is_told_what_to_install()
    {
        using var conversion = Conversion(PdfSettings.None);

        var told = await Assert.ThrowsAsync<UserException>(() => new PagePictures(conversion).WriteAsync(Word(), _folder.FullName, "utkast", Cancellation));

        Assert.StartsWith("Sidorna görs med LibreOffice, som inte finns på datorn.", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_lacks_pdftoppm_is_told_what_to_install()
    {
        using var conversion = Conversion();
        Assert.SkipUnless(conversion.Unavailable is null, "LibreOffice is not installed.");

        var told = await Assert.ThrowsAsync<UserException>(() => new PagePictures(conversion, "finns-inte-här").WriteAsync(Word(), _folder.FullName, "utkast", Cancellation));

        Assert.StartsWith("Bilderna ritas med programmet pdftoppm, som inte finns på datorn.", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_Word_document_is_said_to_be_none()
    {
        using var conversion = Conversion();
        Assert.SkipUnless(conversion.Unavailable is null, "LibreOffice is not installed.");

        var told = await Assert.ThrowsAsync<UserException>(() => new PagePictures(conversion).WriteAsync("inget"u8.ToArray(), _folder.FullName, "brev", Cancellation));

        Assert.StartsWith("”brev” gick inte att läsa.", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_pictures_the_files_it_is_given()
    {
        using var conversion = Conversion();
        Assert.SkipUnless(conversion.Unavailable is null && IsOnPath(PagePictures.UsualProgram), "LibreOffice or pdftoppm is not installed.");
        var document = Path.Combine(_folder.FullName, "lage.docx");
        await File.WriteAllBytesAsync(document, Word(), Cancellation);
        var pictures = Path.Combine(_folder.FullName, "sidor");

        Assert.Equal(0, await Program.Main(["pictures", document, "--out", pictures]));

        Assert.NotEmpty(Directory.GetFiles(pictures, "lage-*.png"));
    }

    private static byte[] Word()
    {
        var (period, outline) = CompiledSample.All.Select(row => row.Data).Where(d => d.Item1 == Sample && d.Item3 == "lagesrapport").Select(d => (d.Item2, d.Item3)).Single();
        return CompiledSample.Word(Sample, period, outline);
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static LibreOfficeConversion Conversion(string program = "") => new(Options.Create(new PdfSettings { LibreOffice = program }), NullLogger<LibreOfficeConversion>.Instance);
}
