using System.Runtime.CompilerServices;
using System.Text;
using Finsam.Documents.Pdf;
using UglyToad.PdfPig;

namespace Finsam.App.Tests.Forms.Pdfs;

/// <summary>What a PDF says, read by another library than the one that wrote it, without its spaces: where its lines end is the writer's business.</summary>
internal sealed class PdfText
{
    private readonly string _text;

    private PdfText(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var text = new StringBuilder();
        foreach (var page in document.GetPages())
        {
            // A header row that is drawn again on the next page, and the page's own edges, would stand in the middle of an answer.
            var edges = page.GetMarkedContents().Where(c => c.IsArtifact).SelectMany(c => c.Letters).ToHashSet(ReferenceEqualityComparer.Instance);
            text.AppendJoin("", page.Letters.Where(l => !edges.Contains(l)).Select(l => l.Value));
        }

        _text = Bare(text.ToString());
    }

    public static PdfText Of(PdfDocumentContent content) => new(PdfWriter.Write(content, SampleForm.SentAt));

    public static PdfText Of(byte[] pdf) => new(pdf);

    public bool Says(string words) => _text.Contains(Bare(words), StringComparison.Ordinal);

    public int Times(string words) => _text.Split(Bare(words)).Length - 1;

    public void AssertSays(string words, [CallerArgumentExpression(nameof(words))] string? what = null) => Assert.True(Says(words), $"{what}: {words}\n{_text}");

    public void AssertNotSays(string words) => Assert.False(Says(words), words);

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
