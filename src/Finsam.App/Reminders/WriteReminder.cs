using System.Globalization;
using Finsam.App.Forms;
using Finsam.App.Records;
using Finsam.App.Reminders.Calendars;
using Finsam.App.Reports;
using Finsam.Domain.Associations;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;

namespace Finsam.App.Reminders;

/// <summary>Writes the mail of a step: subject with insats, period and date; what to have at hand; what is left; the link.</summary>
public sealed class WriteReminder(IRecordStore records, IReportStore reports, MintLink mint, AttachLastDay lastDay, TimeProvider clock) : IMailWriter
{
    /// <inheritdoc/>
    public bool Writes(MailKey key) => !MailSteps.IsReserved(key.Kind) || key.Kind is MailSteps.PassedOn or MailSteps.ByHand or MailSteps.Returned;

    /// <inheritdoc/>
    public async Task<MailMessage?> WriteAsync(MailKey key, CancellationToken cancellation)
    {
        var head = await reports.FindAsync(key.Report, cancellation);
        var record = (await records.FindAsync(key.Report.Association, cancellation))?.Record;
        if (head is not { Value: { IsSent: false } report } || !report.IsOpenAt(clock.GetUtcNow())
            || record?.FindPeriod(key.Report.Period) is not { } period || record.FindInitiative(key.Report.Initiative) is not { } initiative)
        {
            return null;
        }

        // A person has asked for it; only what has been overtaken is left out.
        if (key.Kind is MailSteps.PassedOn or MailSteps.ByHand || (key.Kind == MailSteps.Returned && report.State == ReportState.Returned && key.Step == $"{MailSteps.Returned}~{report.Round}"))
        {
            return await ToReaderAsync(key, record, period, report, initiative, step: null, cancellation);
        }

        // A step that waited in the queue until the next one came would only be one mail more.
        var schedule = ReminderSchedule.Of(period, report, record.Association.Settings.Mail.Calendar);
        ReminderStep? Current(bool escalation) =>
            !report.IsQuiet && schedule.LatestDue(clock.GetUtcNow(), escalation) is { } step && schedule.KeyOf(step) == key.Step ? step : null;

        return Current(escalation: false) is { } reminder ? await ToReaderAsync(key, record, period, report, initiative, reminder, cancellation)
            : Current(escalation: true) is not null && initiative.Escalation.FirstOrDefault(c => c.Id == key.Contact) is { } chief ? ToHead(key, record, period, report, initiative, chief)
            : null;
    }

    // Whom a part was passed on to is a contact of this report only.
    private static Contact? Recipient(Initiative initiative, Report report, string id) =>
        initiative.Contacts.FirstOrDefault(c => c.Id == id)
        ?? (report.PassedOn.FirstOrDefault(p => p.Id == id && !p.IsTakenBack) is { } helper ? new Contact(id, helper.Name, helper.Email) : null);

    private async Task<MailMessage?> ToReaderAsync(
        MailKey key, AssociationRecord record, ReportingPeriod period, Report report, Initiative initiative, ReminderStep? step, CancellationToken cancellation)
    {
        if (Recipient(initiative, report, key.Contact) is not { } contact || FormReader.Find(initiative, report, contact.Id) is not { } reader)
        {
            return null;
        }

        var association = record.Association;
        var template = await records.TemplateAsync(key.Report.Association, report.TemplateHash, cancellation);
        var parts = template.PartsFor(initiative).Where(p => !p.Blocks.IsEmpty && reader.Answers(p)).ToArray();
        var saved = parts.Count(p => report.SavedParts.Contains(p.Id, StringComparer.Ordinal));
        var link = await mint.HandleAsync(key, report.Closes, cancellation);
        var passed = report.PassedOn.FirstOrDefault(p => p.Id == contact.Id);
        var (subject, lead) = key.Kind switch
        {
            MailSteps.PassedOn when passed is not null => (
                Say(ReminderTexts.SubjectPassedOn, initiative.Name, period.Name, SwedishFormat.LongDate(report.Due)),
                Say(ReminderTexts.PassedOnLead, NameOf(initiative, passed.By), initiative.Name, period.Name, SwedishFormat.WeekdayDate(report.Due))),
            MailSteps.Returned => (
                Say(ReminderTexts.SubjectReturned, initiative.Name, period.Name, SwedishFormat.LongDate(report.Due)),
                Say(ReminderTexts.ReturnedLead, initiative.Name, period.Name, SwedishFormat.WeekdayDate(report.Due))),
            _ => Words(step?.When ?? MomentNow(report.Due), initiative.Name, period.Name, report.Due),
        };

        var body = new MailBody();
        body.Paragraph(Say(ReminderTexts.Greeting, contact.Name));
        body.Paragraph(lead);
        if (key.Kind == MailSteps.PassedOn && passed?.Message is { } message)
        {
            body.Paragraph(Say(ReminderTexts.PassedOnMessage, message));
        }

        if (key.Kind == MailSteps.Returned && report.ReturnComment is { } comment)
        {
            body.Paragraph(Say(ReminderTexts.ReturnedComment, comment));
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
        return MessageTo(key, contact.Name, contact.Email, association, subject, body) with { Attachments = await lastDay.HandleAsync(report, cancellation) };
    }

    // The owner's head: what is late, whom we have asked, and no link.
    private MailMessage ToHead(MailKey key, AssociationRecord record, ReportingPeriod period, Report report, Initiative initiative, EscalationContact head)
    {
        var association = record.Association;
        var subject = Say(ReminderTexts.SubjectOverdue, initiative.Name, period.Name, SwedishFormat.LongDate(report.Due));
        var body = new MailBody();
        body.Paragraph(Say(ReminderTexts.Greeting, head.Name));
        body.Paragraph(Say(ReminderTexts.EscalationLead, initiative.Name, period.Name, SwedishFormat.WeekdayDate(report.Due)));
        body.List(ReminderTexts.EscalationAsked, initiative.Contacts.Where(c => c.Party is null && c.Sections.IsDefaultOrEmpty).Select(c => c.Name));
        body.Paragraph(ReminderTexts.EscalationHelp);
        body.Paragraph(Say(ReminderTexts.Questions, association.Office.Phone is { } phone ? Say(ReminderTexts.QuestionsPhone, phone) : ""));
        body.Signature(association.Office.Title, association.Name);
        return MessageTo(key, head.Name, head.Email, association, subject, body);
    }

    private MailMessage MessageTo(MailKey key, string name, string address, Association association, string subject, MailBody body) => new()
    {
        Key = key,
        ToName = name,
        ToAddress = address,
        FromName = association.Name,
        ReplyTo = association.Office.Email,
        Subject = subject,
        Text = body.Text,
        Html = body.Html(subject),
        Date = clock.GetUtcNow(),
    };

    private static string NameOf(Initiative initiative, string contact) => initiative.Contacts.FirstOrDefault(c => c.Id == contact)?.Name ?? contact;

    // A reminder by hand says what is true today.
    private ReminderMoment MomentNow(DateOnly due) => SwedishTime.DateAt(clock.GetUtcNow()).CompareTo(due) switch
    {
        < 0 => ReminderMoment.BeforeDue,
        0 => ReminderMoment.OnDue,
        > 0 => ReminderMoment.AfterDue,
    };

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
