using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Finsam.Documents.Word.Templates;

/// <summary>Our styles, found in the template by name: Word's own have one name in the file whatever language the template was made in ("heading 1" is
/// Rubrik 1). Those that it lacks are added.</summary>
internal sealed class TemplateStyles
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbered = new(StringComparer.Ordinal);

    /// <summary>Finds our styles in the template's sheet, and adds those that it lacks.</summary>
    /// <param name="sheet">The template's sheet.</param>
    /// <param name="numberings">How many numberings the template has before ours.</param>
    /// <param name="textWidth">The width of the template's text.</param>
    public TemplateStyles(DocumentFormat.OpenXml.Wordprocessing.Styles sheet, int numberings, int textWidth)
    {
        var ours = new DocumentFormat.OpenXml.Wordprocessing.Styles(Styles.Sheet).Elements<Style>().ToList();
        var theirs = sheet.Elements<Style>().Where(style => style.StyleId?.Value is not null).ToList();
        var byName = theirs.GroupBy(style => (style.Type?.Value, Name(style))).ToDictionary(styles => styles.Key, styles => styles.First().StyleId!.Value!);
        var taken = theirs.Select(style => style.StyleId!.Value!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lacking = new List<Style>();
        foreach (var style in ours)
        {
            var id = style.StyleId!.Value!;
            if (byName.TryGetValue((style.Type?.Value, Name(style)), out var found))
            {
                _ids[id] = found;
                _own.Add(id);
                if (theirs.First(own => own.StyleId == found).Descendants<NumberingId>().Any(number => number.Val?.Value > 0))
                {
                    _numbered.Add(id);
                }

                continue;
            }

            var free = id;
            while (!taken.Add(free))
            {
                free += "Finsam";
            }

            _ids[id] = free;
            lacking.Add(style);
        }

        var hasDefault = theirs.Where(style => style.Default?.Value == true).Select(style => style.Type?.Value).ToHashSet();
        foreach (var style in lacking)
        {
            var added = (Style)style.CloneNode(deep: true);
            added.StyleId = _ids[style.StyleId!.Value!];
            if (hasDefault.Contains(added.Type?.Value))
            {
                added.Default = null;
            }

            foreach (var number in added.Descendants<NumberingId>().Where(number => number.Val?.Value > 0))
            {
                number.Val = number.Val!.Value + numberings;
            }

            foreach (var tab in added.Descendants<TabStop>().Where(tab => tab.Position?.Value == PageLayout.TextWidth))
            {
                tab.Position = textWidth;
            }

            Rename(added.BasedOn);
            Rename(added.NextParagraphStyle);
            Rename(added.LinkedStyle);
            sheet.AppendChild(added);
        }
    }

    /// <summary>True for a style of ours that the template has its own of.</summary>
    public bool IsTemplates(string id) => _own.Contains(id);

    /// <summary>True for a style that the template has and numbers itself.</summary>
    public bool IsNumberedByTemplate(string id) => _numbered.Contains(id);

    /// <summary>Gives what was written with our ids the template's.</summary>
    public void Apply(IEnumerable<OpenXmlElement> elements)
    {
        foreach (var element in elements)
        {
            foreach (var inner in element.Descendants())
            {
                Rename(inner);
            }
        }
    }

    /// <summary>The template's id of a style of ours.</summary>
    public string Id(string ours) => _ids.GetValueOrDefault(ours, ours);

    private void Rename(OpenXmlElement? named)
    {
        // They have no common class that says so; each has its style's id as its value.
        if (named is ParagraphStyleId or RunStyle or TableStyle or BasedOn or NextParagraphStyle or LinkedStyle
            && named.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == "val") is { Value: { } id } value)
        {
            named.SetAttribute(new OpenXmlAttribute(value.Prefix, value.LocalName, value.NamespaceUri, Id(id)));
        }
    }

    private static string Name(Style style) => (style.StyleName?.Val?.Value ?? "").ToLowerInvariant();
}
