using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;

namespace Finsam.Documents.Pdf.Output;

/// <summary>A file in which nothing depends on chance, and which strict readers take. PDFsharp 6.2 draws lots for the fonts' subset tags, the file's id
/// and the ids of its metadata; it writes the metadata without escaping the title; and its compressed streams lack their checksum. The tags can be set
/// before the file is written. For the rest the file is written once more, object by object.</summary>
internal static partial class PinnedFile
{
    private const string NoId = "00000000000000000000000000000000";

    /// <summary>The document as bytes. It cannot be drawn on afterwards.</summary>
    /// <param name="document">The document.</param>
    /// <param name="metadata">The metadata of a file with this id.</param>
    public static byte[] Save(PdfDocument document, Func<Guid, string> metadata)
    {
        NameFontSubsets(document);
        document.Internals.FirstDocumentID = document.Internals.SecondDocumentID = new string('\0', NoId.Length / 2);
        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        return WriteAgain(stream.ToArray(), metadata);
    }

    // The tag only has to differ between subsets in one file (ISO 32000-1, 9.6.4).
    private static void NameFontSubsets(PdfDocument document)
    {
        foreach (var font in document.Internals.GetAllObjects().OfType<PdfDictionary>())
        {
            foreach (var key in (ReadOnlySpan<string>)["/BaseFont", "/FontName"])
            {
                if (font.Elements.GetName(key).Split('+') is [_, var name])
                {
                    var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
                    font.Elements.SetName(key, $"/{string.Concat(hash.Take(6).Select(b => (char)('A' + (b % 26))))}+{name}");
                }
            }
        }
    }

    private static byte[] WriteAgain(byte[] file, Func<Guid, string> metadata)
    {
        // One letter a byte, so that places in the text are places in the file.
        var text = Encoding.Latin1.GetString(file);
        var table = int.Parse(StartOfTable().Match(text).Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var starts = TableRow().Matches(text, table).Select(row => int.Parse(row.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        var trailer = Trailer().Match(text, table).Value;

        using var again = new MemoryStream(file.Length);
        Write(again, text[..starts[0]]);
        var places = new List<long>();
        for (var i = 0; i < starts.Length - 1; i++)
        {
            places.Add(again.Position);
            again.Write(CompressedStream.Mended(file[starts[i]..starts[i + 1]]));
        }

        // Two files with different content have different ids, as the id is meant to be used (ISO 32000-1, 14.4).
        var id = SHA256.HashData(again.GetBuffer().AsSpan(0, (int)again.Length))[..16];
        var last = MetadataObject().Match(text[starts[^1]..table]);
        if (!last.Success || !trailer.Contains(NoId, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("PDFsharp no longer writes the metadata last or the file's id in the trailer; see PinnedFile.");
        }

        var xml = Encoding.UTF8.GetBytes(metadata(new Guid(id)));
        places.Add(again.Position);
        Write(again, $"{last.Groups[1].Value} 0 obj\n<</Type/Metadata/Subtype/XML/Length {Number(xml.Length)}>>\nstream\n");
        again.Write(xml);
        Write(again, "\nendstream\nendobj\n");

        var end = again.Position;
        Write(again, $"xref\n0 {Number(places.Count + 1)}\n0000000000 65535 f \n");
        Write(again, string.Concat(places.Select(place => $"{place.ToString("D10", CultureInfo.InvariantCulture)} 00000 n \n")));
        Write(again, $"trailer\n{trailer.Replace(NoId, Convert.ToHexString(id), StringComparison.Ordinal)}\nstartxref\n{Number(end)}\n%%EOF\n");
        return again.ToArray();
    }

    private static void Write(MemoryStream stream, string text) => stream.Write(Encoding.Latin1.GetBytes(text));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"(\d{10}) \d{5} n ", RegexOptions.CultureInvariant)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"(?<=trailer\n)<<[^%]*>>", RegexOptions.CultureInvariant)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"^(\d+) 0 obj\s*<<[^>]*/Type/Metadata", RegexOptions.CultureInvariant)]
    private static partial Regex MetadataObject();
}
