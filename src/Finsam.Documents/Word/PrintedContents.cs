using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Finsam.Documents.Word;

/// <summary>A document as it is to be printed. A table of contents is a field that only Word makes anew; without it its entries stay, and each refers to
/// its page by a field that every program works out.</summary>
public static class PrintedContents
{
    /// <summary>The document with the page numbers of its contents left to whoever lays out the pages.</summary>
    public static byte[] Of(byte[] word)
    {
        ArgumentNullException.ThrowIfNull(word);
        using var stream = new MemoryStream();
        stream.Write(word);
        using (var package = WordprocessingDocument.Open(stream, isEditable: true))
        {
            if (package.MainDocumentPart?.Document?.Body is not { } body)
            {
                return word;
            }

            foreach (var code in body.Descendants<FieldCode>().Where(c => c.Text.TrimStart().StartsWith("TOC ", StringComparison.Ordinal)).ToList())
            {
                RemoveField(body, code);
            }

            foreach (var hidden in body.Descendants<WebHidden>().ToList())
            {
                hidden.Remove();
            }
        }

        return stream.ToArray();
    }

    // The field's marks and its code go; what it shows stays.
    private static void RemoveField(Body body, FieldCode code)
    {
        var marks = body.Descendants().Where(e => e is FieldChar or FieldCode).ToList();
        var first = marks.IndexOf(code) - 1;
        if (first < 0)
        {
            return;
        }

        var depth = 0;
        for (var i = first; i < marks.Count; i++)
        {
            var type = (marks[i] as FieldChar)?.FieldCharType?.Value;
            depth += type == FieldCharValues.Begin ? 1 : type == FieldCharValues.End ? -1 : 0;
            var isOwn = i <= first + 1 || (type == FieldCharValues.Separate && depth == 1) || depth == 0;
            if (isOwn)
            {
                marks[i].Remove();
            }

            if (depth == 0)
            {
                return;
            }
        }
    }
}
