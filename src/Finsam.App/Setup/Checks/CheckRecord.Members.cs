using Finsam.Domain.Associations;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;

namespace Finsam.App.Setup.Checks;

public static partial class CheckRecord
{
    private static IEnumerable<PackageFinding> Members(Association association)
    {
        const string file = "association.json";
        foreach (var finding in Duplicates(file, "$.members", association.Members.Select(m => m.Id)))
        {
            yield return finding;
        }

        foreach (var (index, member) in association.Members.Index())
        {
            foreach (var finding in DuplicateYears(file, $"$.members[{index}].contributions", member.Contributions))
            {
                yield return finding;
            }
        }

        var years = association.Members.SelectMany(m => m.Contributions).Select(c => c.Year).Distinct().Order();
        foreach (var year in years)
        {
            decimal Paid(MemberKind kind) => association.Members.Where(m => m.Kind == kind)
                .SelectMany(m => m.Contributions).Where(c => c.Year == year).Sum(c => c.Kronor);
            var (state, region, municipalities) = (Paid(MemberKind.State), Paid(MemberKind.Region), Paid(MemberKind.Municipality));
            var whole = state + region + municipalities;
            if (whole > 0 && (Off(state, whole, 0.50m) || Off(region, whole, 0.25m) || Off(municipalities, whole, 0.25m)))
            {
                yield return new(file, "$.members", Say(
                    SetupTexts.Shares, year, SwedishFormat.Percent(state, whole, 1), SwedishFormat.Percent(region, whole, 1),
                    SwedishFormat.Percent(municipalities, whole, 1)))
                { IsWarning = true };
            }
        }

        // Contributions are agreed in whole thousands, so half a per cent is rounding.
        static bool Off(decimal part, decimal whole, decimal share) => Math.Abs((part / whole) - share) > 0.005m;
    }


    private static IEnumerable<PackageFinding> Settings(AssociationRecord record)
    {
        const string file = "association.json";
        if (record.Association.Settings.InterimReport is { PeriodEnd: var end } interim)
        {
            if (!IsInEveryYear(end))
            {
                yield return new(file, "$.settings.interimReport.periodEnd", Say(SetupTexts.NoSuchDay, end.Day, end.Month));
            }
            else if (!interim.CoversHalfToTwoThirds)
            {
                yield return new(file, "$.settings.interimReport.periodEnd", SetupTexts.InterimSpan) { IsWarning = true };
            }
        }

        if (record.Association.Settings.Questions is { } questions && !IsInEveryYear(new MonthDay(questions.Month, questions.Day)))
        {
            yield return new(file, "$.settings.questions.day", Say(SetupTexts.NoSuchDay, questions.Day, questions.Month));
        }

        if (record.Association.Settings.FinalReports is not { } final)
        {
            yield break;
        }

        const string path = "$.settings.finalReports";
        if (record.Templates.All(t => t.Id != final.Template))
        {
            yield return new(file, path + ".template", Say(SetupTexts.UnknownTemplate, final.Template));
        }

        if (record.Outlines.All(o => o.Id != final.Outline))
        {
            yield return new(file, path + ".outline", Say(SetupTexts.UnknownOutline, final.Outline));
        }

        foreach (var finding in Steps(file, path + ".reminders", final.Reminders))
        {
            yield return finding;
        }
    }

    // Some year has 28 days in February.
    private static bool IsInEveryYear(MonthDay day) => day.Month is >= 1 and <= 12 && day.Day >= 1 && day.Day <= DateTime.DaysInMonth(2023, day.Month);
}
