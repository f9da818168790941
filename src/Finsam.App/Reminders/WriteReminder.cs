using System.Globalization;
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

        var body = new MailBody();
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
}
