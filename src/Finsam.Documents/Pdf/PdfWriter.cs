using System.Globalization;
using Finsam.Documents.Pdf.Fonts;
using Finsam.Documents.Pdf.Layout;
using Finsam.Documents.Pdf.Output;
using Finsam.Documents.Pdf.Text;
using PdfSharp.Pdf;

namespace Finsam.Documents.Pdf;

/// <summary>Writes a document as a PDF: what an owner has sent, what is asked for, a form to fill in by hand. Its fonts are in the file, and its structure
/// tells a screen reader what is a heading, a list or a table.</summary>
public static class PdfWriter
{
    /// <summary>The document as bytes. The same content and date give the same bytes: nothing in the file depends on the time, the machine or chance.</summary>
    /// <param name="content">What the document says. Any text will do: what the fonts lack becomes a square.</param>
    /// <param name="date">When the document was made, as it says about itself.</param>
    /// <exception cref="ArgumentException">The content cannot be a document: a heading below level 3, or a table without columns or whose rows and
    /// columns do not match.</exception>
    public static byte[] Write(PdfDocumentContent content, DateTimeOffset date)
    {
        ArgumentNullException.ThrowIfNull(content);
        Check(content);
        EmbeddedFonts.Register();

        var edges = new PageEdges(content);
        var pages = Pagination.Of(PartBlocks.Of(content), edges.Bottom);

        using var document = new PdfDocument();
        document.Options.CompressContentStreams = true;
        document.PageMode = PdfPageMode.UseNone; // The bookmarks are there for those who ask for them.
        using (var canvas = new Canvas(document))
        {
            for (var i = 0; i < pages.Count; i++)
            {
                canvas.AddPage();
                edges.Draw(canvas, i + 1, pages.Count);
                foreach (var (block, top) in pages[i])
                {
                    block.Draw(canvas, top);
                }
            }
        }

        var (title, author) = (PrintableText.Line(content.Title), PrintableText.Line(content.AssociationName));
        document.Info.Title = title;
        document.Info.Author = author;
        document.Info.Creator = "Finsam.Functions";

        // As a text of its own: PDFsharp writes a date by the calendar of whoever runs the program.
        document.Info.Elements.SetString("/CreationDate", string.Create(CultureInfo.InvariantCulture, $"D:{date.UtcDateTime:yyyyMMddHHmmss}+00'00'"));
        return PinnedFile.Save(document, id => Metadata.Packet(title, author, document.Info.Producer, date.UtcDateTime, id));
    }

    private static void Check(PdfDocumentContent content)
    {
        foreach (var part in content.Parts)
        {
            if (part is PdfPart.Heading { Level: < 1 or > 3 } heading)
            {
                throw new ArgumentException($"The heading {heading.Text} has the level {heading.Level}.", nameof(content));
            }

            if (part is PdfPart.Table table && (table.Columns.IsDefaultOrEmpty || table.Rows.Any(row => row.Cells.Length != table.Columns.Length)))
            {
                throw new ArgumentException($"The table {table.Caption} has no columns, or a row that has not one cell for each column.", nameof(content));
            }
        }
    }
}
