using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Finsam.App.Reminders.Wording;

/// <summary>The Markdown that mails are written in: paragraphs, headings, lists, quotes, emphasis and links. HTML and code are plain text here: nobody who
/// writes a mail means them, and indenting a line should not change its looks.</summary>
internal static class WordingMarkdown
{
    private static readonly MarkdownPipeline Pipeline = Make();

    public static MarkdownDocument Parse(string text) => Markdown.Parse(text.ReplaceLineEndings("\n"), Pipeline);

    private static MarkdownPipeline Make()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().DisableHtml();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.InlineParsers.TryRemove<CodeInlineParser>();
        builder.InlineParsers.Insert(0, new FieldParser());
        return builder.Build();
    }
}
