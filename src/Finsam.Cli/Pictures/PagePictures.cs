using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Finsam.Adapters.Pdf;
using Finsam.Documents.Word;

namespace Finsam.Cli.Pictures;

/// <summary>A picture of each page of a Word document, as LibreOffice lays it out and pdftoppm draws it.</summary>
/// <param name="conversion">Makes the pages.</param>
/// <param name="program">The program that draws them.</param>
public sealed class PagePictures(LibreOfficeConversion conversion, string program = PagePictures.UsualProgram)
{
    /// <summary>What draws the pages, where nothing else is said.</summary>
    public const string UsualProgram = "pdftoppm";

    // Enough to read a table's smallest type on a screen.
    private const int DotsPerInch = 100;

    /// <summary>Writes "name-01.png" and so on, and gives their paths in the order of the pages. Pictures of the same name from before are removed.</summary>
    /// <param name="word">The document.</param>
    /// <param name="folder">Where they go; made if it is not there.</param>
    /// <param name="name">What they are called.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UserException">A program is lacking, or the document cannot be read.</exception>
    public async Task<IReadOnlyList<string>> WriteAsync(byte[] word, string folder, string name, CancellationToken cancellation)
    {
        if (conversion.Unavailable is not null)
        {
            throw new UserException(PicturesTexts.NoLibreOffice);
        }

        var pdf = await conversion.ConvertAsync(Printed(word, name), cancellation) ?? throw Unreadable(name);
        Directory.CreateDirectory(folder);
        foreach (var old in Pages(folder, name))
        {
            File.Delete(old);
        }

        var pages = Path.Combine(folder, name + ".pdf");
        await File.WriteAllBytesAsync(pages, pdf, cancellation);
        await DrawAsync(pages, Path.Combine(folder, name), cancellation);
        return [.. Pages(folder, name)];
    }

    // Page numbers are padded to the same length, so that the order of the names is the order of the pages.
    private static IEnumerable<string> Pages(string folder, string name) => Directory.GetFiles(folder, name + "-*.png")
        .Where(file => Path.GetFileNameWithoutExtension(file)[(name.Length + 1)..].All(char.IsAsciiDigit)).Order(StringComparer.Ordinal);

    private async Task DrawAsync(string pdf, string pictures, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(program, ["-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), "-png", pdf, pictures]);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                throw Unreadable(Path.GetFileName(pdf));
            }
        }
        catch (Win32Exception)
        {
            throw new UserException(PicturesTexts.NoPdftoppm);
        }
    }

    private static byte[] Printed(byte[] word, string name)
    {
        try
        {
            return PrintedContents.Of(word);
        }
        catch (Exception e) when (e is InvalidDataException or FileFormatException or DocumentFormat.OpenXml.Packaging.OpenXmlPackageException)
        {
            throw Unreadable(name);
        }
    }

    private static UserException Unreadable(string name) => new(string.Format(CultureInfo.InvariantCulture, PicturesTexts.Unreadable, name));
}
