using System.Collections.Immutable;
using Finsam.App.Forms.Sharing;
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

            if (p.Due < p.Opens)
            {
                yield return new(file, path + ".due", Say(SetupTexts.DueBeforeOpens, SwedishFormat.Date(p.Due), SwedishFormat.Date(p.Opens)));
            }

            if (p.Closes < p.Due)
            {
                yield return new(file, path + ".closes", Say(SetupTexts.ClosesBeforeDue, SwedishFormat.Date(p.Closes), SwedishFormat.Date(p.Due)));
            }

            if (p.Opens <= p.End)
            {
                // An invitation may go out early so that owners know what is coming; it is doubtful, not wrong.
                yield return new(file, path + ".opens", Say(SetupTexts.OpensBeforeEnd, SwedishFormat.Date(p.Opens), SwedishFormat.Date(p.End))) { IsWarning = true };
            }

            if (p.BoardMeeting is { } meeting && BoardCycle.Before(meeting, record.Association.Settings.YearCycle).OwnersLastDay is var last && p.Due > last)
            {
                yield return new(file, path + ".due", Say(SetupTexts.DueAfterCycle, SwedishFormat.Date(p.Due), SwedishFormat.Date(last), SwedishFormat.LongDate(meeting))) { IsWarning = true };
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
            where step.Item.Id is PassOn.Step or PlanQuestions.Step
            select new PackageFinding(file, $"{path}[{step.Index}].id", Say(SetupTexts.ReservedStep, step.Item.Id)));
}
