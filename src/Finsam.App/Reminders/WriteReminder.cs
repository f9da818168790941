using Finsam.App.Forms;
using Finsam.App.Records;
using Finsam.App.Reminders.Calendars;
using Finsam.App.Reminders.Wording;
using Finsam.App.Reports;
using Finsam.Domain.Associations;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;

namespace Finsam.App.Reminders;

/// <summary>Writes the mail of a step, in the association's words or the shipped: subject with insats, period and date; what to have at hand; what is left;
/// the link.</summary>
public sealed class WriteReminder(IRecordStore records, IReportStore reports, LoadForm load, MailWordings wordings, MintLink mint, AttachLastDay lastDay, TimeProvider clock) : IMailWriter
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
            return await ToReaderAsync(key, record, report, initiative, step: null, cancellation);
        }

        // A step that waited in the queue until the next one came would only be one mail more.
        var schedule = ReminderSchedule.Of(period, report, record.Association.Settings.Mail.Calendar);
        ReminderStep? Current(bool escalation) =>
            !report.IsQuiet && schedule.LatestDue(clock.GetUtcNow(), escalation) is { } step && schedule.KeyOf(step) == key.Step ? step : null;

        return Current(escalation: false) is { } reminder ? await ToReaderAsync(key, record, report, initiative, reminder, cancellation)
            : Current(escalation: true) is not null && initiative.Escalation.FirstOrDefault(c => c.Id == key.Contact) is { } chief ? await ToHeadAsync(key, record, period, report, initiative, chief, cancellation)
            : null;
    }

    // Whom a part was passed on to is a contact of this report only.
    private static Contact? Recipient(Initiative initiative, Report report, string id) =>
        initiative.Contacts.FirstOrDefault(c => c.Id == id)
        ?? (report.PassedOn.FirstOrDefault(p => p.Id == id && !p.IsTakenBack) is { } helper ? new Contact(id, helper.Name, helper.Email) : null);

    private async Task<MailMessage?> ToReaderAsync(
        MailKey key, AssociationRecord record, Report report, Initiative initiative, ReminderStep? step, CancellationToken cancellation)
    {
        if (Recipient(initiative, report, key.Contact) is not { } contact || await load.HandleAsync(key.Report, key.Contact, cancellation) is not { } form)
        {
            return null;
        }

        var passed = report.PassedOn.FirstOrDefault(p => p.Id == contact.Id);
        var values = MailValues.Of(form, contact.Name, await mint.HandleAsync(key, report.Closes, cancellation))
            .With(MailField.PassedOnBy, passed is null ? null : NameOf(initiative, passed.By))
            .With(MailField.Message, passed?.Message)
            .With(MailField.ReturnComment, report.ReturnComment);
        var message = await MessageAsync(key, KindOf(key, passed, step, report.Due), contact.Name, contact.Email, record.Association, values, cancellation);
        return message with { Attachments = await lastDay.HandleAsync(report, cancellation) };
    }

    // The owner's head: what is late, whom we have asked, and no link.
    private Task<MailMessage> ToHeadAsync(
        MailKey key, AssociationRecord record, ReportingPeriod period, Report report, Initiative initiative, EscalationContact head, CancellationToken cancellation)
    {
        var values = MailValues.Of(record.Association, initiative, period, report.Due, head.Name).With(MailField.Asked, MailValues.Asked(initiative));
        return MessageAsync(key, MailKind.Escalation, head.Name, head.Email, record.Association, values, cancellation);
    }

    private async Task<MailMessage> MessageAsync(
        MailKey key, MailKind kind, string name, string address, Association association, MailValues values, CancellationToken cancellation)
    {
        var filled = await wordings.FillAsync(association.Id, kind, values, cancellation);
        return filled.To(key, name, address, association, clock.GetUtcNow());
    }

    private static string NameOf(Initiative initiative, string contact) => initiative.Contacts.FirstOrDefault(c => c.Id == contact)?.Name ?? contact;

    private MailKind KindOf(MailKey key, PassedOn? passed, ReminderStep? step, DateOnly due) => key.Kind switch
    {
        MailSteps.PassedOn when passed is not null => MailKind.PassedOn,
        MailSteps.Returned => MailKind.Returned,
        _ => KindOf(step?.When ?? MomentNow(due)),
    };

    private static MailKind KindOf(ReminderMoment moment) => moment switch
    {
        ReminderMoment.Opens => MailKind.Invitation,
        ReminderMoment.BeforeDue => MailKind.Reminder,
        ReminderMoment.OnDue => MailKind.OnDue,
        ReminderMoment.AfterDue => MailKind.Overdue,
        _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, null),
    };

    // A reminder by hand says what is true today.
    private ReminderMoment MomentNow(DateOnly due) => SwedishTime.DateAt(clock.GetUtcNow()).CompareTo(due) switch
    {
        < 0 => ReminderMoment.BeforeDue,
        0 => ReminderMoment.OnDue,
        > 0 => ReminderMoment.AfterDue,
    };
}
