using System.Net;
using System.Text;

namespace Finsam.App.Reminders;

/// <summary>A mail's words, as text and as HTML.</summary>
internal sealed class MailBody
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();

    public string Text => _text.ToString();

    public void Paragraph(string words)
    {
        _text.Append(words).Append("\n\n");
        _html.Append("<p>").Append(WebUtility.HtmlEncode(words)).Append("</p>\n");
    }

    public void Link(string lead, string words, Uri address)
    {
        _text.Append(lead).Append('\n').Append(address).Append("\n\n");
        _html.Append("<p><a href=\"").Append(WebUtility.HtmlEncode(address.ToString()))
            .Append("\" style=\"display:inline-block;padding:12px 20px;background:#1f4e79;color:#ffffff;text-decoration:none;border-radius:4px\">")
            .Append(WebUtility.HtmlEncode(words)).Append("</a></p>\n");
    }

    public void List(string lead, IEnumerable<string> items)
    {
        _text.Append(lead).Append('\n');
        _html.Append("<p>").Append(WebUtility.HtmlEncode(lead)).Append("</p>\n<ul>\n");
        foreach (var item in items)
        {
            _text.Append("- ").Append(item).Append('\n');
            _html.Append("<li>").Append(WebUtility.HtmlEncode(item)).Append("</li>\n");
        }

        _text.Append('\n');
        _html.Append("</ul>\n");
    }

    public void Signature(string title, string association)
    {
        _text.Append(title).Append('\n').Append(association).Append('\n');
        _html.Append("<p>").Append(WebUtility.HtmlEncode(title)).Append("<br>").Append(WebUtility.HtmlEncode(association)).Append("</p>\n");
    }

    public string Html(string title) =>
        $"""
        <!DOCTYPE html>
        <html lang="sv">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(title)}</title></head>
        <body style="font-family:Calibri,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:640px">
        <h1 style="font-size:20px">{WebUtility.HtmlEncode(title)}</h1>
        {_html}</body>
        </html>
        """.ReplaceLineEndings("\n");
}
