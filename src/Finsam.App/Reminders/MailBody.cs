using System.Collections.Immutable;
using Finsam.App.Reminders.Wording;

namespace Finsam.App.Reminders;

/// <summary>A mail that is put together in code, of the same pieces as those that are written as text.</summary>
internal sealed class MailBody
{
    private readonly ImmutableArray<MailBlock>.Builder _blocks = ImmutableArray.CreateBuilder<MailBlock>();

    public string Text => TextPart.Write(_blocks);

    public void Paragraph(string words) => _blocks.Add(new MailBlock.Paragraph([new MailRun(words)]));

    public void Link(string words, Uri address) => _blocks.Add(new MailBlock.Button(words, address));

    public void List(string lead, IEnumerable<string> items)
    {
        Paragraph(lead);
        _blocks.Add(MailBlock.ListOf(items));
    }

    public string Html(string association, string title) => HtmlPart.Document(association, title, _blocks);
}
