using Finsam.App.Forms;
using Finsam.App.Records;
using Finsam.App.Reminders.Calendars;
using Finsam.App.Reminders.Wording;
using Finsam.App.Reports;
using Finsam.Domain.Periods;

namespace Finsam.App.Reminders;

/// <summary>Writes the mail that tells what the year's reports will ask: when they are due, what to have at hand, the questions as a file, and the link
/// that shows them now and opens the form later.</summary>
public sealed class WriteQuestions(IRecordStore records, IReportStore reports, LoadForm load, MailWordings wordings, MintLink mint, AttachLastDay lastDay, TimeProvider clock) : IMailWriter
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
        var files = QuestionsAttachments.Of(form);
        var values = MailValues.Of(form, contact.Name, link)
            .With(MailField.MonthList, files.Skip(1).Select(f => f.Name).FirstOrDefault())
            .With(MailField.Reports, form.Reader.IsOwner && (await records.FindAsync(association.Id, cancellation))?.Record is { } record ? MailValues.Reports(record, period, initiative) : []);
        var filled = await wordings.FillAsync(association.Id, MailKind.Questions, values, cancellation);
        return filled.To(key, contact.Name, contact.Email, association, clock.GetUtcNow()) with
        {
            Attachments = files.AddRange(await lastDay.HandleAsync(form.Report, cancellation)),
        };
    }
}
