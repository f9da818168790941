using System.Globalization;
using System.Xml.Linq;

namespace Finsam.Documents.Pdf.Output;

/// <summary>What the file says about itself (XMP, ISO 16684-1): title, language, dates and its ids.</summary>
internal static class Metadata
{
    private static readonly XNamespace X = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Mm = "http://ns.adobe.com/xap/1.0/mm/";

    /// <summary>The packet.</summary>
    public static string Packet(string title, string author, string producer, DateTime date, Guid id)
    {
        var day = date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var description = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "pdf", Pdf),
            new XAttribute(XNamespace.Xmlns + "xmp", Xmp),
            new XAttribute(XNamespace.Xmlns + "xmpMM", Mm),
            new XElement(Dc + "format", "application/pdf"),
            new XElement(Dc + "title", new XElement(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), title))),
            new XElement(Dc + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", author))),
            new XElement(Dc + "language", new XElement(Rdf + "Bag", new XElement(Rdf + "li", DraftIdentity.Language))),
            new XElement(Pdf + "Producer", producer),
            new XElement(Xmp + "CreateDate", day),
            new XElement(Xmp + "ModifyDate", day),
            new XElement(Mm + "DocumentID", $"uuid:{id}"),
            new XElement(Mm + "InstanceID", $"uuid:{id}"));
        var packet = new XElement(
            X + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", X), new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf), description));
        return $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet.ToString(SaveOptions.DisableFormatting)}\n<?xpacket end=\"r\"?>";
    }
}
