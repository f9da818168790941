using System.Globalization;
using Finsam.Adapters.Pdf;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Finsam.Cli.Pictures;

/// <summary>finsam pictures: a picture of every page of Word documents, to look at as the board will.</summary>
public static class PicturesCommand
{
    /// <summary>Writes the pictures and says how many.</summary>
    /// <param name="documents">Word files.</param>
    /// <param name="folder">Where the pictures go.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> documents, string folder, CancellationToken cancellation)
    {
        using var conversion = new LibreOfficeConversion(Options.Create(new PdfSettings()), NullLogger<LibreOfficeConversion>.Instance);
        var pictures = new PagePictures(conversion);
        foreach (var document in documents)
        {
            var name = Path.GetFileNameWithoutExtension(document);
            var pages = await pictures.WriteAsync(await File.ReadAllBytesAsync(document, cancellation), folder, name, cancellation);
            await Console.Out.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, PicturesTexts.Written, name, pages.Count, folder).AsMemory(), cancellation);
        }

        return 0;
    }
}
