using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Finsam.App.Reminders.Wording;

/// <summary>Writes a mail's HTML part. Mail programs know little CSS and only in the elements themselves, so that is where it stands; in a page, which allows
/// none there, the same elements get theirs from the style sheet.</summary>
internal sealed class HtmlPart
{
    private const string Ink = "#1a1a1a";
    private const string Accent = "#1f4e79";

    private readonly StringBuilder _html = new();
    private readonly bool _isMail;

    private HtmlPart(bool isMail) => _isMail = isMail;

    /// <summary>The whole document.</summary>
    public static string Document(string association, string subject, IEnumerable<MailBlock> blocks) =>
        $"""
        <!DOCTYPE html>
        <html lang="sv">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>{Encode(subject)}</title></head>
        <body style="margin:0;padding:0;background:#ffffff">
        <div role="main" style="max-width:600px;margin:0 auto;padding:16px;font-family:Calibri,'Segoe UI',Arial,sans-serif;font-size:16px;line-height:1.5;color:{Ink};overflow-wrap:break-word">
        <p style="margin:0 0 16px;padding:0 0 8px;border-bottom:3px solid {Accent};font-weight:bold;color:{Accent}">{Encode(association)}</p>
        <h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">{Encode(subject)}</h1>
        {Write(blocks, isMail: true)}</div>
        </body>
        </html>
        """.ReplaceLineEndings("\n");

    /// <summary>The text alone, to be shown in a page.</summary>
    public static string InPage(IEnumerable<MailBlock> blocks) => Write(blocks, isMail: false);

    private static string Write(IEnumerable<MailBlock> blocks, bool isMail)
    {
        var part = new HtmlPart(isMail);
        part.Blocks(blocks);
        return part._html.ToString();
    }

    private void Blocks(IEnumerable<MailBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Block(block);
        }
    }

    private void Block(MailBlock block)
    {
        switch (block)
        {
            case MailBlock.Paragraph(var runs):
                Element("p", "margin:0 0 16px", () => Runs(runs));
                break;
            case MailBlock.Heading(var runs):
                // In a page the mail stands below two headings of the page's own.
                Element(_isMail ? "h2" : "h4", "margin:24px 0 8px;font-size:18px;line-height:1.3", () => Runs(runs));
                break;
            case MailBlock.List(var items, var isOrdered):
                Element(isOrdered ? "ol" : "ul", "margin:0 0 16px;padding:0 0 0 24px", () => Items(items));
                break;
            case MailBlock.Quote(var blocks):
                Element("blockquote", $"margin:0 0 16px;padding:0 0 0 16px;border-left:4px solid {Accent}", () => Blocks(blocks));
                break;
            case MailBlock.Line:
                Element("hr", "margin:24px 0;border:0;border-top:1px solid #767676", content: null);
                break;
            case MailBlock.Button(var words, var address):
                Element("p", "margin:24px 0", () => Button(words, address));
                break;
        }
    }

    private void Items(ImmutableArray<ImmutableArray<MailBlock>> items)
    {
        foreach (var item in items)
        {
            Element("li", "margin:0 0 4px", () =>
            {
                // A single paragraph is the item itself: otherwise each would be as far from the next as paragraphs are.
                if (item is [MailBlock.Paragraph(var runs), ..])
                {
                    Runs(runs);
                    Blocks(item.Skip(1));
                }
                else
                {
                    Blocks(item);
                }
            });
        }
    }

    private void Button(string words, Uri address) => _html.Append("<a href=\"").Append(Encode(address.AbsoluteUri)).Append('"')
        .Append(_isMail ? $" style=\"display:inline-block;padding:12px 24px;background:{Accent};color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px\"" : " class=\"mail-button\"")
        .Append('>').Append(Encode(words)).Append("</a>");

    private void Runs(ImmutableArray<MailRun> runs)
    {
        foreach (var run in runs)
        {
            var words = Encode(run.Words).Replace("\n", "<br>\n", StringComparison.Ordinal);
            words = run.IsEmphasis ? $"<em>{words}</em>" : words;
            words = run.IsStrong ? $"<strong>{words}</strong>" : words;
            if (run.Address is { } address)
            {
                _html.Append("<a href=\"").Append(Encode(address.AbsoluteUri)).Append('"').Append(_isMail ? $" style=\"color:{Accent}\"" : "").Append('>').Append(words).Append("</a>");
            }
            else
            {
                _html.Append(words);
            }
        }
    }

    private void Element(string name, string style, Action? content)
    {
        _html.Append('<').Append(name).Append(_isMail ? $" style=\"{style}\"" : "").Append('>');
        if (content is not null)
        {
            content();
            _html.Append("</").Append(name).Append('>');
        }

        _html.Append('\n');
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
