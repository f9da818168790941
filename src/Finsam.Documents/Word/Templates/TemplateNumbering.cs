using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Ours = Finsam.Documents.Word.Numbering;
using Theirs = DocumentFormat.OpenXml.Wordprocessing.Numbering;

namespace Finsam.Documents.Word.Templates;

/// <summary>Our numberings after the template's own.</summary>
internal sealed class TemplateNumbering
{
    private readonly Theirs _theirs;
    private readonly int _abstracts;

    public TemplateNumbering(MainDocumentPart main)
    {
        var part = main.NumberingDefinitionsPart ?? main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering");
        _theirs = part.Numbering ??= new Theirs();
        _abstracts = _theirs.Elements<AbstractNum>().Select(numbering => numbering.AbstractNumberId?.Value ?? 0).DefaultIfEmpty().Max();
        Before = _theirs.Elements<NumberingInstance>().Select(numbering => numbering.NumberID?.Value ?? 0).DefaultIfEmpty().Max();
    }

    /// <summary>What our numberings' numbers are raised by.</summary>
    public int Before { get; }

    /// <summary>Adds ours. A level is bound to a style only where the style is ours too.</summary>
    public void Add(Ours ours, TemplateStyles styles)
    {
        var added = new Theirs(ours.ToXml());
        var last = _theirs.Elements<AbstractNum>().LastOrDefault();
        foreach (var numbering in added.Elements<AbstractNum>().Select(n => (AbstractNum)n.CloneNode(deep: true)))
        {
            numbering.AbstractNumberId = numbering.AbstractNumberId! + _abstracts;
            foreach (var link in numbering.Descendants<ParagraphStyleIdInLevel>().ToList())
            {
                if (styles.IsTemplates(link.Val!.Value!))
                {
                    link.Remove();
                }
                else
                {
                    link.Val = styles.Id(link.Val!.Value!);
                }
            }

            last = last is null ? _theirs.PrependChild(numbering) : _theirs.InsertAfter(numbering, last);
        }

        foreach (var instance in added.Elements<NumberingInstance>().Select(n => (NumberingInstance)n.CloneNode(deep: true)))
        {
            instance.NumberID = instance.NumberID! + Before;
            instance.AbstractNumId!.Val = instance.AbstractNumId.Val! + _abstracts;
            if (_theirs.GetFirstChild<NumberingIdMacAtCleanup>() is { } end)
            {
                _theirs.InsertBefore(instance, end);
            }
            else
            {
                _theirs.AppendChild(instance);
            }
        }
    }

    /// <summary>Raises the numbers in what was written, and gives numbers to paragraphs whose style has them with us but not in the template.</summary>
    public void Apply(IEnumerable<Paragraph> paragraphs, TemplateStyles styles)
    {
        foreach (var paragraph in paragraphs)
        {
            var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
            if (paragraph.ParagraphProperties?.NumberingProperties?.NumberingId is { } number)
            {
                number.Val = (number.Val?.Value ?? 0) + Before;
            }
            else if (style is not null && styles.IsTemplates(style) && !styles.IsNumberedByTemplate(style) && Ours.ByStyle.TryGetValue(style, out var own))
            {
                paragraph.ParagraphProperties!.NumberingProperties = new NumberingProperties(
                    new NumberingLevelReference { Val = own.Level }, new NumberingId { Val = own.Id + Before });
            }
        }
    }
}
