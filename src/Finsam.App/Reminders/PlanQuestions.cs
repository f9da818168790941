using Finsam.App.Records;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Reminders;

/// <summary>Decides whether the questions go out to an initiative before its report is there: "det här frågar vi om i år". Once to each contact, by the
/// outbox's key.</summary>
public sealed partial class PlanQuestions(IRecordStore records, TakeUpMail takeUp, PlanMail plan, TimeProvider clock, ILogger<PlanQuestions> log)
{
    /// <summary>Plans what is due.</summary>
    /// <returns>The next date to look at the period and the initiative; null when nothing more will be sent.</returns>
    public async Task<DateOnly?> HandleAsync(ReportKey key, ReportingPeriod period, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (mails, settled) = await takeUp.HandleAsync(key, cancellation);
        var record = (await records.FindAsync(key.Association, cancellation))?.Record;
        DateOnly? later = null;
        if (record is { Association.Settings.Questions: { } settings } && record.FindInitiative(key.Initiative) is { } initiative
            && QuestionsDate.Of(record, period, initiative) is { } date)
        {
            foreach (var contact in QuestionsDate.IsDue(date, settings, period.Opens, now) ? Asked(record, period, initiative) : [])
            {
                var mail = new MailKey(key, MailSteps.Questions, contact.Id);
                if (!mails.ContainsKey(mail) && await plan.HandleAsync(mail, cancellation))
                {
                    settled = false;
                    LogPlanned(key.Association, key.Period, key.Initiative, contact.Id);
                }
            }

            later = now < SwedishTime.At(date, settings.At) ? date : null;
        }

        return settled ? later : SwedishTime.DateAt(now);
    }

    // Not those who would find nothing to answer.
    private static IEnumerable<Contact> Asked(AssociationRecord record, ReportingPeriod period, Initiative initiative) =>
        record.Templates.FirstOrDefault(t => t.Id == period.Template) is { } template
            ? initiative.Contacts.Where(c => template.PartsFor(initiative).Any(p => !p.Blocks.IsEmpty && c.Answers(p)))
            : [];

    [LoggerMessage(Level = LogLevel.Information, Message = "Planned the questions of {Association} {Period} {Initiative} to contact {Contact}")]
    private partial void LogPlanned(string association, string period, string initiative, string contact);
}
