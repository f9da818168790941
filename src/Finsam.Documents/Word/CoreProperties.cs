using System.Xml.Linq;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>Title, author and language, as a search engine and a screen reader read them. No time of creation: it would differ each time.</summary>
internal static class CoreProperties
{
    public static XElement Xml(DraftDocument document)
    {
        XNamespace cp = Namespaces.CoreProperties;
        XNamespace dc = Namespaces.DublinCore;
        return new XElement(
            cp + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", cp),
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XElement(dc + "title", XmlText.Line(document.Title)),
            new XElement(dc + "creator", XmlText.Line(document.AssociationName)),
            new XElement(dc + "language", DraftIdentity.Language));
    }
}
