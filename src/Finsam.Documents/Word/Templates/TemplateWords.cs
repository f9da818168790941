using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word.Templates;

/// <summary>What is filled in where the template asks for it: words in double braces on the front page, in headers and in footers, and the boxes for
/// title, subtitle and company on Word's own front pages.</summary>
internal static partial class TemplateWords
{
    /// <summary>The word that says where the draft shall stand.</summary>
    public const string Place = "utkast";

    private const string Title = "titel";
    private const string Association = "förbund";
    private const string Version = "version";

    /// <summary>Fills in everything in an element, itself included.</summary>
    public static void FillIn(OpenXmlElement element, DraftDocument document)
    {
        foreach (var paragraph in Paragraphs(element))
        {
            var texts = Texts(paragraph);
            foreach (var match in Word().Matches(Joined(texts)).Reverse())
            {
                if (Value(match.Groups[1].Value, document) is { } value)
                {
                    Replace(texts, match.Index, match.Length, value);
                }
            }
        }

        foreach (var control in element.Descendants<SdtElement>().Concat(element is SdtElement self ? [self] : []).ToList())
        {
            FillInBound(control, document);
        }
    }

    /// <summary>The words in double braces in an element, without their braces.</summary>
    public static IEnumerable<string> In(OpenXmlElement element) =>
        Paragraphs(element).SelectMany(paragraph => Word().Matches(Joined(Texts(paragraph)))).Select(match => match.Groups[1].Value.ToLowerInvariant());

    /// <summary>True for a word that is filled in.</summary>
    public static bool IsKnown(string word) => word is Title or Association or Version;

    /// <summary>True for a paragraph that is a certain word and nothing else.</summary>
    public static bool Is(Paragraph paragraph, string word) =>
        Word().Match(paragraph.InnerText.Trim()) is { Success: true } match && match.Length == paragraph.InnerText.Trim().Length
        && string.Equals(match.Groups[1].Value, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The paragraphs of an element, itself included.</summary>
    public static IEnumerable<Paragraph> Paragraphs(OpenXmlElement element) => element.Descendants<Paragraph>().Concat(element is Paragraph self ? [self] : []);

    /// <summary>What a paragraph says, without that of a text box that is anchored in it.</summary>
    public static string TextOf(Paragraph paragraph) => Joined(Texts(paragraph));

    private static string? Value(string word, DraftDocument document) => word.ToLowerInvariant() switch
    {
        Title => XmlText.Line(document.Title),
        Association => XmlText.Line(document.AssociationName),
        Version => XmlText.Line(document.Subtitle),
        _ => null,
    };

    private static List<Text> Texts(Paragraph paragraph) => [.. paragraph.Descendants<Text>().Where(text => text.Ancestors<Paragraph>().First() == paragraph)];

    private static string Joined(IEnumerable<Text> texts) => string.Concat(texts.Select(text => text.Text));

    // Word often splits what was typed into several runs, for the spelling's sake. The first run's look is kept.
    private static void Replace(List<Text> texts, int start, int length, string value)
    {
        var at = 0;
        foreach (var text in texts)
        {
            var was = text.Text;
            var (from, to) = (Math.Clamp(start - at, 0, was.Length), Math.Clamp(start + length - at, 0, was.Length));
            at += was.Length;
            if (from < to)
            {
                text.Text = was[..from] + value + was[to..];
                text.Space = SpaceProcessingModeValues.Preserve;
                value = "";
            }
        }
    }

    // Bound to the template's own properties, which are not the draft's: what it says would be last year's, or a prompt.
    private static void FillInBound(SdtElement control, DraftDocument document)
    {
        if (control.SdtProperties is not { } properties)
        {
            return;
        }

        if (properties.GetFirstChild<DataBinding>()?.XPath?.Value is { } path && Bound(path, document) is { } value)
        {
            Write(control, XmlText.Line(value), isPrompt: properties.GetFirstChild<ShowingPlaceholder>() is not null);
            properties.RemoveAllChildren<ShowingPlaceholder>();
        }

        foreach (var binding in properties.ChildElements.Where(child => child.LocalName == "dataBinding").ToList())
        {
            binding.Remove();
        }
    }

    private static string? Bound(string path, DraftDocument document) => LastStep().Match(path).Groups[1].Value switch
    {
        "title" => document.Title,
        "subject" => document.Subtitle,
        "creator" or "Company" => document.AssociationName,
        _ => null,
    };

    private static void Write(SdtElement control, string value, bool isPrompt)
    {
        var texts = control.Descendants<Text>().ToList();
        if (texts.Count == 0)
        {
            var run = new Run(new Text(value) { Space = SpaceProcessingModeValues.Preserve });
            (control.Descendants<Paragraph>().FirstOrDefault() ?? (OpenXmlElement?)control.GetFirstChild<SdtContentRun>())?.AppendChild(run);
            return;
        }

        foreach (var text in texts)
        {
            text.Text = text == texts[0] ? value : "";
            text.Space = SpaceProcessingModeValues.Preserve;
            if (isPrompt && text.Parent is Run { RunProperties: { } look })
            {
                look.RemoveAllChildren<RunStyle>();
            }
        }
    }

    [GeneratedRegex(@"\{\{\s*([\p{L}-]+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // Word's own properties only: /ns1:coreProperties[1]/ns0:title[1] and /ns0:Properties[1]/ns0:Company[1].
    [GeneratedRegex(@"roperties(?:\[\d+\])?/(?:\w+:)?(\w+)(?:\[\d+\])?$", RegexOptions.CultureInvariant)]
    private static partial Regex LastStep();
}
