using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Finsam.Documents.Word;

/// <summary>The document's record of itself: which draft it is, and for each control what it said when it was written and where its figures came
/// from. It travels in the file as a custom XML part, which Word keeps when the chef edits and saves.</summary>
internal sealed class DraftRecord(DraftIdentity identity)
{
    /// <summary>The part's vocabulary. A new one gets a new number, so that old documents are still understood.</summary>
    public const string Namespace = "urn:finsam:draft:1";

    /// <summary>Word asks for an id of each custom part. It says nothing, so it is the same in all documents.</summary>
    public const string PartId = "{6F1D2A60-3B5E-4C1C-9A57-0F1A5A4D0001}";

    private static readonly XNamespace Ns = Namespace;
    private readonly List<XElement> _controls = [];

    /// <summary>Records a control.</summary>
    public void Add(string kind, string tag, string sha256, ImmutableArray<string> addresses) => _controls.Add(new XElement(
        Ns + "control",
        new XAttribute("tag", tag),
        new XAttribute("kind", kind),
        new XAttribute("sha256", sha256),
        addresses.Select(address => new XElement(Ns + "source", XmlText.Line(address)))));

    /// <summary>The record as XML.</summary>
    public XElement ToXml() => new(
        Ns + "draft",
        new XAttribute("id", XmlText.Line(identity.DraftId)),
        new XAttribute("version", identity.Version.ToString(CultureInfo.InvariantCulture)),
        new XAttribute("language", DraftIdentity.Language),
        _controls);

    /// <summary>The properties part that Word wants beside each custom part.</summary>
    public static XElement PropertiesXml()
    {
        XNamespace ds = Namespaces.CustomXml;
        return new XElement(
            ds + "datastoreItem",
            new XAttribute(XNamespace.Xmlns + "ds", Namespaces.CustomXml),
            new XAttribute(ds + "itemID", PartId),
            new XElement(ds + "schemaRefs", new XElement(ds + "schemaRef", new XAttribute(ds + "uri", Namespace))));
    }
}
