using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word.Charts;
using ChartReference = DocumentFormat.OpenXml.Drawing.Charts.ChartReference;

namespace Finsam.Documents.Word;

/// <summary>What a content control says, as text that survives Word: formatting, bookmarks, revision marks and the results of fields (a table's
/// number changes when another table is put before it) are left out. Two texts are equal exactly when nobody has changed the words or figures.</summary>
public static class ControlText
{
    // None of these can stand in a document's text, so no text can pretend to be another cell.
    internal const char EndOfRow = '\u001E';
    internal const char EndOfCell = '\u001F';
    private const char EndOfParagraph = '\n';
    private const char LineBreak = '\v';

    /// <summary>The text of a control, or of any part of a document.</summary>
    /// <param name="element">The control.</param>
    /// <param name="main">Where its charts are found; without it, a chart says nothing.</param>
    public static string Of(OpenXmlElement element, MainDocumentPart? main = null)
    {
        ArgumentNullException.ThrowIfNull(element);
        var text = new StringBuilder();
        var openFields = 0;
        Read(element, text, ref openFields);
        foreach (var chart in element.Descendants<ChartReference>())
        {
            if (main is not null && chart.Id?.Value is { } id && main.TryGetPartById(id, out var part) && part is ChartPart found)
            {
                ChartReader.Read(found, text);
            }
        }

        return text.ToString();
    }

    /// <summary>The text's SHA-256 in lower-case hexadecimal, as the document's own record keeps it.</summary>
    public static string Sha256(OpenXmlElement element, MainDocumentPart? main = null) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(element, main))));

    private static void Read(OpenXmlElement element, StringBuilder text, ref int openFields)
    {
        switch (element)
        {
            case FieldChar field when field.FieldCharType is { } type:
                openFields += type == FieldCharValues.Begin ? 1 : type == FieldCharValues.End ? -1 : 0;
                return;
            case SimpleField or SdtProperties or DeletedRun or MoveFromRun:
                return;
            case var _ when openFields > 0 && element is Text or TabChar or Break or SoftHyphen or NoBreakHyphen:
                return;
            case Text words:
                text.Append(words.Text);
                return;
            case TabChar:
                text.Append('\t');
                return;
            case Break line when line.Type is null || line.Type == BreakValues.TextWrapping:
                text.Append(LineBreak);
                return;
            case SoftHyphen:
                text.Append('\u00AD');
                return;
            case NoBreakHyphen:
                text.Append('\u2011');
                return;
            default:
                foreach (var child in element.ChildElements)
                {
                    Read(child, text, ref openFields);
                }

                break;
        }

        switch (element)
        {
            case Paragraph:
                text.Append(EndOfParagraph);
                break;
            case TableCell:
                text.Append(EndOfCell);
                break;
            case TableRow:
                text.Append(EndOfRow);
                break;
            default:
                break;
        }
    }
}
