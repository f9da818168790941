using Finsam.Domain.Associations;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Records;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Periods;

/// <summary>Slutrapporter. Each is a period of its own that only one initiative reports in: it is not written down anywhere but follows from
/// the initiative's end, so that a decision that moves the end moves the report too.</summary>
public static class FinalReports
{
    private const string Prefix = "slut-";

    /// <summary>The final reports of a record; none when the association does not ask for them.</summary>
    public static IEnumerable<ReportingPeriod> PeriodsOf(AssociationRecord record) =>
        record.Association.Settings.FinalReports is { } settings
            ? record.Initiatives.Initiatives.Where(i => i.End >= settings.EndingFrom).Select(i => PeriodOf(i, settings))
            : [];

    /// <summary>The id of an initiative's final report as a period.</summary>
    public static string IdOf(string initiative) => Prefix + initiative;

    /// <summary>The initiative a final report follows; null for a period of the calendar.</summary>
    public static string? InitiativeOf(ReportingPeriod period) => period.Kind == PeriodKind.Final ? period.Id[Prefix.Length..] : null;

    /// <summary>True when the initiative reports in the period: a final report is only its own initiative's, and what the final report answers
    /// is not asked again.</summary>
    public static bool Asks(AssociationRecord record, ReportingPeriod period, Initiative initiative) => InitiativeOf(period) is { } own
        ? own == initiative.Id
        : initiative.Overlaps(period.Start, period.End) && !Covers(record, period, initiative);

    /// <summary>True when the initiative's final report answers everything the period's form requires of it, over the same dates: the period takes
    /// its figures and asks nothing twice.</summary>
    public static bool Covers(AssociationRecord record, ReportingPeriod period, Initiative initiative)
    {
        if (record.Association.Settings.FinalReports is not { } settings
            || period.Kind == PeriodKind.Final || initiative.End < settings.EndingFrom || initiative.End < period.Start || initiative.End > period.End)
        {
            return false;
        }

        var asked = record.Templates.FirstOrDefault(t => t.Id == period.Template);
        var final = record.Templates.FirstOrDefault(t => t.Id == settings.Template);
        if (asked is null || final is null)
        {
            return false;
        }

        var answered = Spans(final, PeriodOf(initiative, settings), initiative);
        return Spans(asked, period, initiative).Where(f => f.Value.Required).All(f => answered.TryGetValue(f.Key, out var a) && a.Span == f.Value.Span);
    }

    private static Dictionary<string, (bool Required, DateSpan? Span)> Spans(FormTemplate template, ReportingPeriod period, Initiative initiative) =>
        (from section in template.SectionsFor(initiative)
         from block in section.Blocks
         let span = ScopeSpan.Of(block.Scope, period.Start, period.End, initiative.Start, initiative.End)
         from field in block.FieldsFor(initiative)
         select (field, span)).ToDictionary(f => f.field.Key, f => (f.field.Required, f.span), StringComparer.Ordinal);

    private static ReportingPeriod PeriodOf(Initiative initiative, FinalReportSettings settings)
    {
        var due = initiative.End.AddDays(7 * settings.DueWeeksAfterEnd);
        if (SwedishCalendar.IsDayOff(due))
        {
            due = SwedishCalendar.AddWorkingDays(due, 1);
        }

        return new ReportingPeriod
        {
            Id = IdOf(initiative.Id),
            Name = string.Format(System.Globalization.CultureInfo.InvariantCulture, PeriodTexts.FinalReport, initiative.Name),
            Kind = PeriodKind.Final,
            Start = initiative.Start,
            End = initiative.End,
            Opens = initiative.End.AddDays(-settings.OpensDaysBeforeEnd),
            Due = due,
            Closes = due.AddDays(7 * settings.ClosesWeeksAfterDue),
            Template = settings.Template,
            Outline = settings.Outline,
            Reminders = settings.Reminders,
        };
    }
}
