using System.Collections.Immutable;
using Finsam.App.Forms;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Options;

namespace Finsam.App.Reminders.Wording;

/// <summary>A mail as it would be now, of what an initiative has reported or will be asked. What has not happened to the report, as that a part was passed on, is
/// shown by the field's example; the link is an address that opens nothing.</summary>
public sealed class PreviewMail(LoadForm load, IOptions<Settings> settings, TimeProvider clock)
{
    private const string NoLink = "r/exempel";

    /// <summary>The period that a preview is of: the one that is reported now, else the next, else the last.</summary>
    public ReportingPeriod? PeriodOf(AssociationRecord record)
    {
        var today = SwedishTime.DateAt(clock.GetUtcNow());
        var periods = record.Periods.Periods.Where(p => record.Initiatives.Initiatives.Any(i => FinalReports.Asks(record, p, i))).OrderBy(p => p.LastDay).ToArray();
        return periods.FirstOrDefault(p => p.Closes >= today) ?? periods.LastOrDefault();
    }

    /// <summary>The initiatives that are asked in it.</summary>
    public ImmutableArray<Initiative> InitiativesOf(AssociationRecord record) =>
        PeriodOf(record) is { } period ? [.. record.Initiatives.Initiatives.Where(i => FinalReports.Asks(record, period, i))] : [];

    /// <summary>What the fields of a kind of mail become for an initiative; null when nothing is asked of it.</summary>
    public async Task<(ReportKey Report, MailValues Values)?> HandleAsync(AssociationRecord record, MailKind kind, string? initiative, CancellationToken cancellation)
    {
        var asked = InitiativesOf(record);
        if (PeriodOf(record) is not { } period || (asked.FirstOrDefault(i => i.Id == initiative) ?? asked.FirstOrDefault()) is not { } chosen)
        {
            return null;
        }

        var key = new ReportKey(record.Association.Id, period.Id, chosen.Id);
        var contact = chosen.Contacts.FirstOrDefault(c => c is { Party: null, Sections.IsEmpty: true }) ?? chosen.Contacts.FirstOrDefault();
        var form = await load.HandleAsync(key, contact?.Id, cancellation) ?? await load.BlankAsync(key, contact?.Id, cancellation);
        return form is null ? null : (key, Of(record, kind, form, contact?.Name ?? MailField.Recipient.Example));
    }

    private MailValues Of(AssociationRecord record, MailKind kind, FormView form, string recipient)
    {
        var (initiative, period, report) = (form.Initiative, form.Period, form.Report);
        if (kind == MailKind.Escalation)
        {
            var head = initiative.Escalation.FirstOrDefault()?.Name ?? WordingTexts.HeadExample;
            return MailValues.Of(record.Association, initiative, period, report.Due, head).With(MailField.Asked, MailValues.Asked(initiative));
        }

        var values = MailValues.Of(form, recipient, settings.Value.AddressOf(NoLink))
            .With(MailField.ReturnComment, report.ReturnComment ?? MailField.ReturnComment.Example)
            .With(MailField.Reference, report.Reference is { Length: > 0 } reference ? reference : MailField.Reference.Example)
            .With(MailField.MonthList, QuestionsAttachments.MonthListOf(form))
            .With(MailField.Reports, MailValues.Reports(record, period, initiative));
        if (kind != MailKind.PassedOn)
        {
            return values;
        }

        var passed = report.PassedOn.FirstOrDefault(p => !p.IsTakenBack);
        var parts = form.AllParts.Where(p => !p.Blocks.IsEmpty && (passed is null || passed.Parts.Contains(p.Id, StringComparer.Ordinal))).Select(p => p.Title);
        return values
            .With(MailField.Recipient, passed?.Name ?? WordingTexts.ColleagueExample)
            .With(MailField.PassedOnBy, passed is null ? recipient : form.ContactName(passed.By))
            .With(MailField.Message, passed is null ? MailField.Message.Example : passed.Message)
            .With(MailField.Parts, passed is null ? parts.TakeLast(1) : parts);
    }
}
