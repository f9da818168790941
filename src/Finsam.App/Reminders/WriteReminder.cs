using System.Globalization;
using System.Net;
using System.Text;
using Finsam.App.Forms;
using Finsam.App.Forms.Sharing;
using Finsam.App.Records;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Options;

namespace Finsam.App.Reminders;

/// <summary>Writes the mail of a step: subject with insats, period and date; what to have at hand; what is left; the link.</summary>
public sealed class WriteReminder(IRecordStore records, IOptions<Settings> settings, TimeProvider clock)
{
    /// <summary>The mail, complete.</summary>
    public async Task<MailMessage> HandleAsync(
        MailKey key, Report report, Initiative initiative, Contact contact, string token, CancellationToken cancellation)
    {
        var record = (await records.FindAsync(key.Report.Association, cancellation))?.Record
            ?? throw new InvalidOperationException("The report's association is gone.");
        var association = record.Association;
        var period = record.FindPeriod(key.Report.Period) ?? throw new InvalidOperationException("The report's period is gone.");
        var template = await records.TemplateAsync(key.Report.Association, report.TemplateHash, cancellation);
        var step = period.Reminders.FirstOrDefault(s => s.Id == key.Step);
        var reader = FormReader.Find(initiative, report, contact.Id) ?? throw new InvalidOperationException("The mail's reader is gone.");
        var parts = template.PartsFor(initiative).Where(p => !p.Blocks.IsEmpty && reader.Answers(p)).ToArray();
        var saved = parts.Count(p => report.SavedParts.Contains(p.Id, StringComparer.Ordinal));
        var link = settings.Value.AddressOf("r/" + token);
        var passed = report.PassedOn.FirstOrDefault(p => p.Id == contact.Id);
        var (subject, lead) = key.Step == PassOn.Step && passed is not null
            ? (Say(ReminderTexts.SubjectPassedOn, initiative.Name, period.Name, SwedishFormat.LongDate(report.Due)),
                Say(ReminderTexts.PassedOnLead, NameOf(initiative, passed.By), initiative.Name, period.Name, SwedishFormat.WeekdayDate(report.Due)))
            : Words(step?.When ?? ReminderMoment.BeforeDue, initiative.Name, period.Name, report.Due);

        var body = new Body();
        body.Paragraph(Say(ReminderTexts.Greeting, contact.Name));
        body.Paragraph(lead);
        if (key.Step == PassOn.Step && passed?.Message is { } message)
        {
            body.Paragraph(Say(ReminderTexts.PassedOnMessage, message));
        }

        if (!reader.IsOwner)
        {
            body.List(ReminderTexts.YourParts, parts.Select(p => p.Title));
        }

        if (saved > 0)
        {
            body.Paragraph(Say(ReminderTexts.Progress, saved, parts.Length));
        }

        body.Link(ReminderTexts.LinkLead, ReminderTexts.LinkText, link);
        if (reader.IsOwner && template.Takes is { } takes)
        {
            body.Paragraph(Say(ReminderTexts.Takes, takes));
        }

        if (reader.IsOwner && !template.HaveAtHand.IsEmpty)
        {
            body.List(ReminderTexts.HaveAtHand, template.HaveAtHand);
        }

        body.Paragraph(ReminderTexts.CountsOnly);
        body.Paragraph(Say(ReminderTexts.LinkCloses, SwedishFormat.LongDate(report.Closes)));
        body.Paragraph(Say(ReminderTexts.Questions, association.Office.Phone is { } phone ? Say(ReminderTexts.QuestionsPhone, phone) : ""));
        body.Signature(association.Office.Title, association.Name);
        return new MailMessage
        {
            Key = key,
            ToName = contact.Name,
            ToAddress = contact.Email,
            FromName = association.Name,
            ReplyTo = association.Office.Email,
            Subject = subject,
            Text = body.Text,
            Html = body.Html(subject),
            Date = clock.GetUtcNow(),
        };
    }

    private static string NameOf(Initiative initiative, string contact) => initiative.Contacts.FirstOrDefault(c => c.Id == contact)?.Name ?? contact;

    private static (string Subject, string Lead) Words(ReminderMoment moment, string initiative, string period, DateOnly due)
    {
        var (subject, lead) = moment switch
        {
            ReminderMoment.Opens => (ReminderTexts.SubjectInvitation, ReminderTexts.InvitationLead),
            ReminderMoment.BeforeDue => (ReminderTexts.SubjectReminder, ReminderTexts.ReminderLead),
            ReminderMoment.OnDue => (ReminderTexts.SubjectOnDue, ReminderTexts.OnDueLead),
            ReminderMoment.AfterDue => (ReminderTexts.SubjectOverdue, ReminderTexts.OverdueLead),
            _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, null),
        };
        return (Say(subject, initiative, period, SwedishFormat.LongDate(due)), Say(lead, initiative, period, SwedishFormat.WeekdayDate(due)));
    }

    private static string Say(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);

    /// <summary>The same words as text and as HTML.</summary>
    private sealed class Body
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
}
