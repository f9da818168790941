using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Finsam.Documents.Word;

/// <summary>Fills a part of the document with XML.</summary>
internal static class PartXml
{
    public static void Feed(OpenXmlPart part, XElement xml)
    {
        var text = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + xml.ToString(SaveOptions.DisableFormatting);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        part.FeedData(stream);
    }
}
