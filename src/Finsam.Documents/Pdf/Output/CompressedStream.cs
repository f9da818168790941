using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Finsam.Documents.Pdf.Output;

/// <summary>A compressed stream of a PDF. Those of PDFsharp 6.2 end before the checksum that the format asks for (RFC 1950): most readers do not miss it,
/// but an archive's checker may.</summary>
internal static partial class CompressedStream
{
    // Its dictionary is short, and comes first.
    private const int LongestDictionary = 400;

    /// <summary>The object with its stream compressed anew; as it is, when it has no compressed stream.</summary>
    public static byte[] Mended(byte[] pdfObject)
    {
        var beginning = Encoding.Latin1.GetString(pdfObject, 0, Math.Min(pdfObject.Length, LongestDictionary));
        var found = Beginning().Match(beginning);
        if (!found.Success || !found.Value.Contains("/FlateDecode", StringComparison.Ordinal))
        {
            return pdfObject;
        }

        var length = int.Parse(found.Groups["length"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var data = Compressed(pdfObject.AsSpan(found.Length, length));
        var head = $"{found.Groups["before"].Value}{data.Length.ToString(CultureInfo.InvariantCulture)}{found.Groups["after"].Value}";
        return [.. Encoding.Latin1.GetBytes(head), .. data, .. pdfObject.AsSpan(found.Length + length)];
    }

    private static byte[] Compressed(ReadOnlySpan<byte> data)
    {
        const int header = 2;
        using var bare = new DeflateStream(new MemoryStream(data[header..].ToArray()), CompressionMode.Decompress);
        using var target = new MemoryStream();
        using (var whole = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            bare.CopyTo(whole);
        }

        return target.ToArray();
    }

    // No parenthesis before the stream: what is written in a text is never taken for a dictionary.
    [GeneratedRegex(@"^(?<before>\d+ 0 obj\n<<[^(]*?/Length )(?<length>\d+)(?<after>[^(]*?>>\s*stream\n)", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}
