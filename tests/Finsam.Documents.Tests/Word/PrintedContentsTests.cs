using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word;

namespace Finsam.Documents.Tests.Word;

public sealed class PrintedContentsTests
{
    [Fact]
    public void The_contents_keep_their_entries_and_page_fields_and_are_no_field_themselves()
    {
        var word = WordWriter.Write(SampleDraft.Document, SampleDraft.Identity);
        using var before = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        using var after = WordprocessingDocument.Open(new MemoryStream(PrintedContents.Of(word)), isEditable: false);

        Assert.Contains(Codes(before), code => code.StartsWith("TOC", StringComparison.Ordinal));
        Assert.Equal(Codes(before).Where(code => !code.StartsWith("TOC", StringComparison.Ordinal)), Codes(after));
        var marks = after.MainDocumentPart!.Document!.Body!.Descendants<FieldChar>().Select(f => f.FieldCharType!.Value).ToArray();
        Assert.Equal(marks.Count(m => m == FieldCharValues.Begin), marks.Count(m => m == FieldCharValues.End));
        Assert.Equal(Codes(after).Length, marks.Count(m => m == FieldCharValues.Separate));
        Assert.Empty(after.MainDocumentPart.Document.Body.Descendants<WebHidden>());
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(after, TestContext.Current.CancellationToken));
    }

    private static string[] Codes(WordprocessingDocument package) =>
        [.. package.MainDocumentPart!.Document!.Body!.Descendants<FieldCode>().Select(code => code.Text.Trim())];
}
