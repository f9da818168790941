using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Reminders;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;

namespace Finsam.App.Setup.Checks;

public static partial class CheckRecord
{
    private static IEnumerable<PackageFinding> Periods(AssociationRecord record)
    {
        const string file = "periods.json";
        var templates = record.Templates.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var outlines = record.Outlines.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        return Duplicates(file, "$.periods", record.Periods.Periods.Select(p => p.Id))
            .Concat(record.Periods.Periods.SelectMany((period, index) => One(period, $"$.periods[{index}]")));

        IEnumerable<PackageFinding> One(ReportingPeriod p, string path)
        {
            if (p.End < p.Start)
            {
                yield return new(file, path + ".end", Say(SetupTexts.EndBeforeStart, SwedishFormat.Date(p.End), SwedishFormat.Date(p.Start)));
            }

            if (p.LastDay < p.Opens)
            {
                yield return new(file, path + ".due", Say(SetupTexts.DueBeforeOpens, SwedishFormat.Date(p.LastDay), SwedishFormat.Date(p.Opens)));
            }

            if (p.Closes < p.LastDay)
            {
                yield return new(file, path + ".closes", Say(SetupTexts.ClosesBeforeDue, SwedishFormat.Date(p.Closes), SwedishFormat.Date(p.LastDay)));
            }

            if (p.Opens <= p.End)
            {
                // An invitation may go out early so that owners know what is coming; it is doubtful, not wrong.
                yield return new(file, path + ".opens", Say(SetupTexts.OpensBeforeEnd, SwedishFormat.Date(p.Opens), SwedishFormat.Date(p.End))) { IsWarning = true };
            }

            if (p.BoardMeeting is { } meeting && BoardCycle.Before(meeting, record.Association.Settings.YearCycle).OwnersLastDay is var last && p.LastDay > last)
            {
                yield return new(file, path + ".due", Say(SetupTexts.DueAfterCycle, SwedishFormat.Date(p.LastDay), SwedishFormat.Date(last), SwedishFormat.LongDate(meeting))) { IsWarning = true };
            }

            if (!templates.Contains(p.Template))
            {
                yield return new(file, path + ".template", Say(SetupTexts.UnknownTemplate, p.Template));
            }

            if (!outlines.Contains(p.Outline))
            {
                yield return new(file, path + ".outline", Say(SetupTexts.UnknownOutline, p.Outline));
            }

            foreach (var finding in Steps(file, path + ".reminders", p.Reminders))
            {
                yield return finding;
            }
        }
    }

    // A step of one of our own mails' ids would have gone out already, as the other mail.
    private static IEnumerable<PackageFinding> Steps(string file, string path, ImmutableArray<ReminderStep> steps) =>
        Duplicates(file, path, steps.Select(s => s.Id)).Concat(
            from step in steps.Index()
            where MailSteps.IsReserved(step.Item.Id)
            select new PackageFinding(file, $"{path}[{step.Index}].id", Say(SetupTexts.ReservedStep, step.Item.Id))).Concat(
            from step in steps.Index()
            where step.Item.At < SendingCalendar.Opens || step.Item.At >= SendingCalendar.Closes
            select new PackageFinding(file, $"{path}[{step.Index}].at", Say(SetupTexts.OutsideHours, Hour(SendingCalendar.Opens), Hour(SendingCalendar.Closes))));

    private static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static IEnumerable<PackageFinding> Pauses(AssociationRecord record)
    {
        const string file = "association.json";
        const string path = "$.settings.mail.pauses";
        foreach (var (index, pause) in record.Association.Settings.Mail.Pauses.Index())
        {
            var isWeeks = pause is { FromWeek: not null, ToWeek: not null, From: null, To: null };
            if (!isWeeks && pause is not { FromWeek: null, ToWeek: null, From: not null, To: not null })
            {
                yield return new(file, $"{path}[{index}]", SetupTexts.PauseNeither);
            }
            else if (isWeeks && pause.ToWeek < pause.FromWeek)
            {
                yield return new(file, $"{path}[{index}].toWeek", SetupTexts.PauseBackwards);
            }
        }

        // Mail that never goes out is worse than mail at a bad moment.
        if (Enumerable.Range(0, 366).Count(day => record.Association.Settings.Mail.Calendar.IsSendingDay(new DateOnly(2024, 1, 1).AddDays(day))) < 120)
        {
            yield return new(file, path, SetupTexts.PausesTooLong);
        }
    }
}
