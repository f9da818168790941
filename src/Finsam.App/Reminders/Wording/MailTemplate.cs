using System.Collections.Immutable;
using System.Text;
using Finsam.Domain.Associations;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Finsam.App.Reminders.Wording;

/// <summary>A mail's words, read and ready to be filled in. What a field becomes is put in as plain text: it is never read as Markdown, nor as HTML.</summary>
/// <remarks>A paragraph, heading or list item with a field that has no value is left out whole; so is a paragraph that ends with a colon when what it
/// leads to is left out. That is how a text has parts that only some get.</remarks>
public sealed class MailTemplate
{
    private readonly ImmutableArray<SubjectPiece> _subject;
    private readonly MarkdownDocument _text;

    private MailTemplate(ImmutableArray<SubjectPiece> subject, MarkdownDocument text) => (_subject, _text) = (subject, text);

    /// <summary>The template of words that have been checked.</summary>
    /// <exception cref="FormatException">They have not been, and would not do.</exception>
    public static MailTemplate Of(MailKind kind, MailWording wording) => CheckWording.Run(kind, wording) is [var fault, ..]
        ? throw new FormatException($"{kind.Id}, {fault.Line}: {fault.Message}")
        : new MailTemplate([.. SubjectPiece.Of(wording.Subject)], WordingMarkdown.Parse(wording.Text));

    /// <summary>A mail of it.</summary>
    public FilledMail Fill(MailValues values)
    {
        var subject = string.Concat(_subject.Select(p => p.IsField ? values.Text(p.Text) ?? "" : p.Text));
        return new FilledMail(OneLine(subject), new Filling(values).Blocks(_text));
    }

    // A value with a line break in it would end the subject, and begin another header.
    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var c in text.Trim())
        {
            var isSpace = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!isSpace || (line.Length > 0 && line[^1] != ' '))
            {
                line.Append(isSpace && c != '\u00a0' ? ' ' : c);
            }
        }

        return line.ToString().Trim();
    }

    private sealed class Filling(MailValues values)
    {
        public ImmutableArray<MailBlock> Blocks(IEnumerable<Block> blocks)
        {
            var filled = new List<MailBlock>();
            Block? last = null;
            foreach (var block in blocks.Where(b => b is not LinkReferenceDefinitionGroup))
            {
                var become = Of(block).ToArray();
                if (become.Length == 0 && last is ParagraphBlock lead && filled is [.., MailBlock.Paragraph(var runs)] && LeadsOn(lead, runs))
                {
                    filled.RemoveAt(filled.Count - 1);
                }

                filled.AddRange(become);
                last = become.Length == 0 ? null : block;
            }

            return [.. filled];
        }

        private static bool LeadsOn(ParagraphBlock lead, ImmutableArray<MailRun> runs) =>
            runs is [.., var end] && end.Words.EndsWith(':') && !CheckWording.FieldsOf(lead).Any(f => f.Name == MailField.Link.Name);

        private IEnumerable<MailBlock> Of(Block block) => block switch
        {
            LeafBlock { Inline: not null } leaf when CheckWording.FieldsOf(leaf).Any(f => !values.Has(f.Name)) => [],
            HeadingBlock heading => [new MailBlock.Heading(Runs(heading.Inline!))],
            ParagraphBlock paragraph => Paragraph(paragraph),
            ListBlock list => List(list),
            QuoteBlock quote => Blocks(quote) is { IsEmpty: false } blocks ? [new MailBlock.Quote(blocks)] : [],
            ThematicBreakBlock => [new MailBlock.Line()],
            _ => [],
        };

        private IEnumerable<MailBlock> List(ListBlock list)
        {
            // An item that is only a list's field becomes as many items as the list has.
            ImmutableArray<ImmutableArray<MailBlock>> items =
            [
                .. list.OfType<ListItemBlock>().Select(item => Blocks(item)).Where(i => !i.IsEmpty)
                    .SelectMany(i => i is [MailBlock.List { IsOrdered: false } only] ? only.Items : [i]),
            ];
            return items.IsEmpty ? [] : [new MailBlock.List(items, list.IsOrdered)];
        }

        // A paragraph that is only a link is a button; a list's field divides a paragraph into what stands before it, the list, and what stands after.
        private IEnumerable<MailBlock> Paragraph(ParagraphBlock paragraph)
        {
            if (Button(paragraph) is { } button)
            {
                yield return button;
                yield break;
            }

            var pieces = new List<MailRun>();
            foreach (var inline in paragraph.Inline!)
            {
                if (inline is FieldInline { Name: { } name } && values.List(name) is { IsEmpty: false } items)
                {
                    if (Trimmed(pieces) is { IsEmpty: false } before)
                    {
                        yield return new MailBlock.Paragraph(before);
                    }

                    pieces.Clear();
                    yield return MailBlock.ListOf(items);
                }
                else
                {
                    pieces.AddRange(Runs(inline));
                }
            }

            if (Trimmed(pieces) is { IsEmpty: false } rest)
            {
                yield return new MailBlock.Paragraph(rest);
            }
        }

        private MailBlock.Button? Button(ParagraphBlock paragraph) =>
            Trimmed([.. Runs(paragraph.Inline!)]) is [{ Address: { } address }, ..] runs && runs.All(r => r.Address == address) && paragraph.Inline!.Count(i => i is LinkInline) == 1
                ? new MailBlock.Button(OneLine(string.Concat(runs.Select(r => r.Words))), address)
                : null;

        private ImmutableArray<MailRun> Runs(ContainerInline inlines) => [.. inlines.SelectMany(Runs)];

        private IEnumerable<MailRun> Runs(Inline inline) => inline switch
        {
            LiteralInline literal => [new MailRun(literal.Content.ToString())],
            LineBreakInline => [new MailRun("\n")],
            HtmlEntityInline entity => [new MailRun(entity.Transcoded.ToString())],
            FieldInline { Name: null } => [new MailRun("{")],
            FieldInline { Name: { } name } => [values.Link(name) is { } address ? new MailRun(address.AbsoluteUri, address) : new MailRun(values.Text(name) ?? "")],
            AutolinkInline link => [new MailRun(link.Url, MailTarget.AddressOf(link.IsEmail ? "mailto:" + link.Url : link.Url))],
            LinkInline { IsImage: false } link => Runs((ContainerInline)link).Select(r => r with { Address = Target(link.Url) }),
            EmphasisInline emphasis => Runs((ContainerInline)emphasis).Select(r => emphasis.DelimiterCount > 1 ? r with { IsStrong = true } : r with { IsEmphasis = true }),
            ContainerInline container => Runs(container),
            _ => [],
        };

        private Uri? Target(string? url) => MailTarget.FieldOf(url) is { } name ? values.Link(name) : MailTarget.AddressOf(url);

        private static ImmutableArray<MailRun> Trimmed(List<MailRun> runs)
        {
            var start = runs.FindIndex(r => !string.IsNullOrWhiteSpace(r.Words));
            return start < 0 ? [] : [.. runs[start..(runs.FindLastIndex(r => !string.IsNullOrWhiteSpace(r.Words)) + 1)]];
        }
    }
}

/// <summary>A mail's words with what its fields became.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Blocks">The text.</param>
public sealed record FilledMail(string Subject, ImmutableArray<MailBlock> Blocks)
{
    /// <summary>The text part.</summary>
    public string Text => TextPart.Write(Blocks);

    /// <summary>The HTML part.</summary>
    public string Html(string association) => HtmlPart.Document(association, Subject, Blocks);

    /// <summary>The message from an association to one reader, who answers to the office.</summary>
    public MailMessage To(MailKey key, string name, string address, Association association, DateTimeOffset date) => new()
    {
        Key = key,
        ToName = name,
        ToAddress = address,
        FromName = association.Name,
        ReplyTo = association.Office.Email,
        Subject = Subject,
        Text = Text,
        Html = Html(association.Name),
        Date = date,
    };
}
