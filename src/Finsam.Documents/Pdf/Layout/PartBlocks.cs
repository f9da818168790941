using System.Collections.Immutable;
using System.Diagnostics;
using Finsam.Documents.Pdf.Text;

namespace Finsam.Documents.Pdf.Layout;

/// <summary>A document's parts as blocks.</summary>
internal static class PartBlocks
{
    private const double ListIndent = 16;
    private const double OptionIndent = 19;
    private const double LabelWidth = 0.38 * PageLayout.TextWidth;
    private const double LabelGap = 12;

    // What is longer is easier to read below its label, in the page's whole width.
    private const int MostLinesBeside = 4;
    private const double WrittenLine = 8 * PageLayout.Millimetre;
    private const double HighestBox = 0.8 * (PageLayout.Bottom - PageLayout.Top);

    /// <summary>The title and the parts.</summary>
    public static ImmutableArray<Block> Of(PdfDocumentContent content)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.AddRange(Text(PrintableText.Line(content.Title), TextStyle.Title, Tag.Heading(1)).Select(title => title with { KeepWithNext = true }));
        var level = 1;
        for (var i = 0; i < content.Parts.Length; i++)
        {
            switch (content.Parts[i])
            {
                case PdfPart.Heading heading:
                    // A level that is jumped over would be a gap in the list of headings that a screen reader gives.
                    level = Math.Min(heading.Level + 1, level + 1);
                    blocks.AddRange(Heading(heading, level));
                    break;
                case PdfPart.Paragraph paragraph:
                    blocks.AddRange(Text(PrintableText.Lines(paragraph.Text), Style(paragraph.Style), Tag.Paragraph)
                        .Select(text => text with { SpaceBefore = 7, KeepWithNext = paragraph.KeepWithNext }));
                    break;
                case PdfPart.LabelledValue:
                    var run = content.Parts.Skip(i).TakeWhile(part => part is PdfPart.LabelledValue).Cast<PdfPart.LabelledValue>().ToArray();
                    blocks.AddRange(AsList(run.SelectMany(Value).Select((block, n) => n == 0 ? block with { SpaceBefore = Math.Max(block.SpaceBefore, 5) } : block)));
                    i += run.Length - 1;
                    break;
                case PdfPart.BulletList list:
                    blocks.AddRange(AsList(list.Items.Select(PrintableText.Lines).Where(item => item.Length > 0).Select(item => Item(item, ItemMark.Bullet, ListIndent))));
                    break;
                case PdfPart.Table table:
                    blocks.AddRange(TableBlocks.Of(table));
                    break;
                case PdfPart.AnswerBox box:
                    blocks.AddRange(Question(box.Label, box.Help));
                    blocks.Add(new BoxBlock(Math.Min(Math.Max(1, box.Lines) * WrittenLine, HighestBox)) { SpaceBefore = 4 });
                    break;
                case PdfPart.Choice choice:
                    blocks.AddRange(Question(choice.Label, choice.Help));
                    blocks.AddRange(AsList(choice.Options.Select(option =>
                        Item(PrintableText.Lines(option.Text), option.IsMarked ? ItemMark.MarkedSquare : ItemMark.EmptySquare, OptionIndent))));
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        return blocks.ToImmutable();
    }

    private static IEnumerable<TextBlock> Text(string text, TextStyle style, Tag tag, double indent = 0)
    {
        if (text.Length > 0)
        {
            yield return new TextBlock(LineBreaker.Break(text, style, PageLayout.TextWidth - indent), style, tag) { Indent = indent };
        }
    }

    private static IEnumerable<Block> Heading(PdfPart.Heading heading, int level) =>
        Text(PrintableText.Line(heading.Text), TextStyle.Heading(heading.Level), Tag.Heading(level)).Select(text => text with
        {
            SpaceBefore = heading.Level switch { 1 => 22, 2 => 16, _ => 12 },
            KeepWithNext = true,
            Bookmark = new Bookmark(level - 1, PrintableText.Line(heading.Text)),
            IsUnderlined = heading.Level == 1,
        });

    private static TextStyle Style(PdfTextStyle style) => style switch
    {
        PdfTextStyle.Lead => TextStyle.Lead,
        PdfTextStyle.Help => TextStyle.Help,
        PdfTextStyle.Strong => TextStyle.Strong,
        _ => TextStyle.Body,
    };

    private static IEnumerable<Block> Question(string label, string help) =>
    [
        .. Text(PrintableText.Lines(label), TextStyle.Strong, Tag.Paragraph).Select(text => text with { SpaceBefore = 13, KeepWithNext = true }),
        .. Text(PrintableText.Lines(help), TextStyle.Help, Tag.Paragraph).Select(text => text with { SpaceBefore = 1, KeepWithNext = true }),
    ];

    private static TextBlock Item(string text, ItemMark mark, double indent) =>
        new(LineBreaker.Break(text, TextStyle.Body, PageLayout.TextWidth - indent), TextStyle.Body, Tag.ItemBody)
        {
            Mark = mark,
            Indent = indent,
            SpaceBefore = 4,
            Opens = [Tag.Item],
            Closes = 1,
        };

    private static List<Block> AsList(IEnumerable<Block> items) => Within(Tag.List, items);

    private static List<Block> Within(Tag tag, IEnumerable<Block> content)
    {
        var blocks = content.ToList();
        if (blocks.Count > 0)
        {
            blocks[0] = blocks[0] with { Opens = [tag, .. blocks[0].Opens] };
            blocks[^1] = blocks[^1] with { Closes = blocks[^1].Closes + 1 };
        }

        return blocks;
    }

    private static IEnumerable<Block> Value(PdfPart.LabelledValue part)
    {
        var label = PrintableText.Lines(part.Label);
        var value = PrintableText.Lines(part.Value) is { Length: > 0 } given ? given : PdfTexts.NoValue;
        var labelLines = LineBreaker.Break(label, TextStyle.Strong, LabelWidth - LabelGap);
        var valueLines = LineBreaker.Break(value, TextStyle.Body, PageLayout.TextWidth - LabelWidth);
        if (labelLines.Length <= MostLinesBeside && valueLines.Length <= MostLinesBeside)
        {
            return
            [
                new RowBlock(
                    [
                        new RowCell(labelLines, TextStyle.Strong, PageLayout.Left, LabelWidth, Tag.Label),
                        new RowCell(valueLines, TextStyle.Body, PageLayout.Left + LabelWidth, PageLayout.TextWidth - LabelWidth, Tag.ItemBody),
                    ],
                    Tag.Item),
            ];
        }

        return Within(
            Tag.Item,
            [
                .. Text(label, TextStyle.Strong, Tag.Label).Select(text => text with { SpaceBefore = 12, KeepWithNext = true }),
                .. Text(value, TextStyle.Body, Tag.ItemBody).Select(text => text with { SpaceBefore = 2 }),
            ]);
    }
}
