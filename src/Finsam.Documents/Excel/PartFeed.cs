using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Finsam.Documents.Excel;

/// <summary>Writes the XML of a part.</summary>
internal static class PartFeed
{
    // FeedData takes bytes; without a byte order mark, which Excel does not need.
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.None, // A line feed stays one on every machine.
    };

    public static void Feed(this OpenXmlPart part, Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartDocument(standalone: true);
            write(xml);
        }

        stream.Position = 0;
        part.FeedData(stream);
    }
}
