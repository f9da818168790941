using System.Globalization;
using Finsam.App.Forms;
using Finsam.App.Records;
using Finsam.App.Reminders.Calendars;
using Finsam.App.Reports;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;

namespace Finsam.App.Reminders;

/// <summary>Writes the mail that tells what the year's reports will ask: when they are due, what to have at hand, the questions as a file, and the link
/// that shows them now and opens the form later.</summary>
public sealed class WriteQuestions(IRecordStore records, IReportStore reports, LoadForm load, MintLink mint, AttachLastDay lastDay, TimeProvider clock) : IMailWriter
{
    /// <inheritdoc/>
    public bool Writes(MailKey key) => key.Step == MailSteps.Questions;

    /// <inheritdoc/>
    public async Task<MailMessage?> WriteAsync(MailKey key, CancellationToken cancellation) =>
        await reports.FindAsync(key.Report, cancellation) is null
            && await load.BlankAsync(key.Report, key.Contact, cancellation) is { } form && SwedishTime.DateAt(clock.GetUtcNow()) < form.Period.Opens
            ? await WriteAsync(key, form, await mint.HandleAsync(key, form.Report.Closes, cancellation), cancellation)
            : null;

    private async Task<MailMessage> WriteAsync(MailKey key, FormView form, Uri link, CancellationToken cancellation)
    {
        var (association, period, initiative) = (form.Association, form.Period, form.Initiative);
        var contact = initiative.Contacts.First(c => c.Id == key.Contact);
        var subject = Say(ReminderTexts.SubjectQuestions, period.Year, initiative.Name);
        var files = QuestionsAttachments.Of(form);
        var body = new MailBody();
        body.Paragraph(Say(ReminderTexts.Greeting, contact.Name));
        body.Paragraph(Say(ReminderTexts.QuestionsLead, initiative.Name, period.Name));
        if (files.Length > 1)
        {
            body.Paragraph(ReminderTexts.QuestionsMonths);
        }

        body.Paragraph(Say(ReminderTexts.QuestionsWhen, SwedishFormat.LongDate(period.Opens), SwedishFormat.WeekdayDate(period.LastDay)));
        if (!form.Reader.IsOwner)
        {
            body.List(ReminderTexts.YourParts, form.Parts.Where(p => !p.Blocks.IsEmpty).Select(p => p.Title));
        }

        if (form.Reader.IsOwner && await YearAsync(period, initiative, association.Id, cancellation) is { Length: > 1 } year)
        {
            body.List(
                Say(ReminderTexts.QuestionsYear, period.Year),
                year.Select(p => Say(ReminderTexts.QuestionsPeriod, p.Name, SwedishFormat.LongDate(p.LastDay))));
        }

        body.Link(ReminderTexts.QuestionsLinkLead, ReminderTexts.QuestionsLinkText, link);
        if (form.Reader.IsOwner && !form.Template.HaveAtHand.IsEmpty)
        {
            body.List(ReminderTexts.HaveAtHand, form.Template.HaveAtHand);
        }

        body.Paragraph(ReminderTexts.CountsOnly);
        body.Paragraph(Say(ReminderTexts.QuestionsLinkCloses, SwedishFormat.LongDate(form.Report.Closes)));
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
            Attachments = files.AddRange(await lastDay.HandleAsync(form.Report, cancellation)),
        };
    }

    // The year's reports that the initiative is asked, the first of which the questions are of.
    private async Task<ReportingPeriod[]> YearAsync(ReportingPeriod period, Initiative initiative, string association, CancellationToken cancellation) =>
        (await records.FindAsync(association, cancellation))?.Record is { } record
            ? [.. record.Periods.Periods.Where(p => p.Year == period.Year && FinalReports.Asks(record, p, initiative)).OrderBy(p => p.LastDay)]
            : [];

    private static string Say(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
