using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Associations;
using Finsam.Domain.Budgets;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Goals;
using Finsam.Domain.History;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Records;
using Finsam.Domain.Registers;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Cli.Tests.Samples;

/// <summary>Single figures and lists that a report prints in its running text, reckoned from the record: no table holds them, but the record does.</summary>
internal static class RecordFacts
{
    public static string Of(PeriodMaterial material, string fact)
    {
        var (record, association, year) = (material.Record, material.Association, material.Period.Year);
        var initiatives = record.Initiatives.Initiatives;
        var budget = record.Budget.Budgets.First(b => b.Year == year);
        return fact.Split(':', 3) switch
        {
            ["organisation-number"] => association.OrganisationNumber!,
            ["address"] => association.Address!,
            ["website"] => association.Website!.OriginalString,
            ["email"] => association.Office.Email,
            ["phone"] => association.Office.Phone!,
            ["reference"] => record.History.Documents.Single(d => d.Year == year).Reference ?? "",
            ["period", var id] => SwedishFormat.Span(record.FindPeriod(id)!.Start, record.FindPeriod(id)!.End),
            ["initiative", var id] => record.FindInitiative(id)!.Name,
            ["text", var id, var words] => Text(record, id).Contains(words, StringComparison.Ordinal) ? words : "",
            ["motto"] => association.Motto!,
            ["name"] => association.Name,
            ["document"] => record.History.Documents.Single(d => d.Year == year).Title,
            ["adopted"] => SwedishFormat.Date(record.History.Documents.Single(d => d.Year == year).Adopted!.Value),
            ["founded"] => association.Founded!,
            ["agreements", var id] => Number(record.FindInitiative(id)!.Agreements.Length),
            ["members"] => Number(association.Members.Length),
            ["municipalities"] => Number(association.Members.Count(m => m.Kind == MemberKind.Municipality)),
            ["parties"] => Number(association.Members.Count(m => m.Kind == MemberKind.State) + association.Members.Select(m => m.Kind).Distinct().Count(k => k != MemberKind.State)),
            ["contributions"] => Number(association.Members.SelectMany(m => m.Contributions).Where(c => c.Year == year).Sum(c => c.Kronor)),
            ["contributions", "tkr"] => SwedishFormat.Thousands(association.Members.SelectMany(m => m.Contributions).Where(c => c.Year == year).Sum(c => c.Kronor)),
            ["board-ordinary"] => Number(Seats(material, SeatKind.Ordinary)),
            ["board-deputies"] => Number(Seats(material, SeatKind.Deputy)),
            ["seats", var body] => string.Join(", ", Ordinary(record, body).Select(o => $"{o.Key} {Number(o.Count())}")),
            ["parties", var body] => string.Join(", ", Ordinary(record, body).Select(o => o.Key)),
            ["posts"] => string.Join(", ", record.Registers.Staff.Select(s => s.Title)),
            ["board-decision"] => record.Registers.Decisions.Select(d => $"{SwedishFormat.Date(d.Date)}, {d.Paragraph}").Single(),
            ["board-meetings"] => Number(record.Registers.MeetingsIn("styrelse", year)!.Value),
            ["consultations"] => Number(record.Registers.MeetingsIn("medlemssamrad", year)!.Value),
            ["staff"] => SwedishFormat.Exact(record.Registers.FullTimeStaffOn(material.Period.End)!.Value),
            ["own-staff"] => Number(record.Registers.Staff.Count(s => s.Employer is null)),
            ["paid"] => SwedishFormat.Thousands(initiatives.SelectMany(i => i.Payments).Where(p => p.Year == year).Sum(p => p.Kronor)),
            ["booked"] => SwedishFormat.Thousands(record.Booked.Booked.Where(b => b.Year == year && record.Initiatives.Initiatives.All(i => i.Id != b.Row || i.FundedFrom == FundingSource.Initiatives)).Sum(b => b.Kronor)),
            ["history", var id] => History(record.History, id, year),
            ["history", var id, var of] => History(record.History, id, int.Parse(of, CultureInfo.InvariantCulture)),
            ["history-growth", var id] => SwedishFormat.Thousands(record.History.Find(id, year)!.Value - record.History.Find(id, year - 1)!.Value),
            ["budget-share", var line] => SwedishFormat.Percent(budget.Lines.Single(l => l.Id == line).In(year)!.Value, budget.Sum(BudgetKind.Income, year)!.Value)!,
            ["budget", var line] => SwedishFormat.Thousands(budget.Lines.Single(l => l.Id == line).In(year)!.Value),
            ["budget-2024", var line] => SwedishFormat.Thousands(record.Budget.For(2024)!.Lines.Single(l => l.Id == line).In(2024)!.Value),
            ["budget-deficit"] => SwedishFormat.Thousands(-budget.Result(year)!.Value),
            ["budget-costs"] => Number(budget.Sum(BudgetKind.Cost, year)!.Value),
            ["budget-initiatives"] => Number(budget.Of(BudgetRole.Initiatives, year)!.Value),
            ["not-granted"] => Number(budget.NotGranted(year, initiatives.Sum(i => i.GrantedIn(year) ?? 0))!.Value),
            ["allocation-cut"] => Number(budget.Sum(BudgetKind.Income, year)!.Value - record.Budget.For(year + 1)!.Sum(BudgetKind.Income, year + 1)!.Value),
            ["granted-initiatives"] => Number(initiatives.Count(i => i.GrantedIn(year) > 0)),
            ["started"] => Number(initiatives.Count(i => i.Start.Year == year)),
            ["ended"] => Number(initiatives.Count(i => i.End.Year == year)),
            ["individual"] => Number(initiatives.Count(i => i.Kind == InitiativeKind.Individual)),
            ["structural-count"] => Number(initiatives.Count(i => i.Kind == InitiativeKind.Structural)),
            ["goals"] => Number(initiatives.Sum(i => i.Goals.Length)),
            ["goals-not-met"] => Number(record.Goals.Assessments.Count(a => a.Initiative is not null && a.Standing == GoalAssessment.NotMet)),
            ["end", var id] => SwedishFormat.LongDate(record.FindInitiative(id)!.End.AddDays(1)),
            ["target", var id] => Target(record.Goals.Goals.Single(g => g.Id == id).Targets.Single()),
            ["figure", var id] => SwedishFormat.Exact(record.Figures.Figures.Single(f => f.Measure == id).Value),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
        };
    }

    public static ImmutableArray<ImmutableArray<string>> Rows(PeriodMaterial material, string source)
    {
        var (record, end) = (material.Record, material.Period.End);
        var initiatives = record.Initiatives.Initiatives;
        var goals = record.Goals.Goals;
        return source.Split(':') switch
        {
            ["structural"] => [.. initiatives.Where(i => i.Kind == InitiativeKind.Structural).Select(i => ImmutableArray.Create(i.Orientation ?? "", i.Name))],
            ["initiatives"] => [.. initiatives.Select(i => ImmutableArray.Create(i.Name, i.Kind == InitiativeKind.Individual ? "individ" : "strukturell", i.Purpose ?? ""))],
            ["initiative-goals"] =>
            [
                .. from initiative in initiatives
                   from goal in initiative.Goals
                   let settled = material.Settled(initiative.Id, goal.Id)?.Settled
                   select ImmutableArray.Create(initiative.Name, goal.Heading ?? "", goal.Id + ".", goal.Text, Choice(material, settled)),
            ],
            ["initiative-results", var id] =>
            [
                .. from goal in record.FindInitiative(id)!.Goals
                   let settled = material.Settled(id, goal.Id)
                   select ImmutableArray.Create(goal.Text, Targets(goal), settled?.Result ?? "", settled?.Comment ?? ""),
            ],
            ["sheet", var id] => Sheet(material, material.Initiatives.Single(i => i.Initiative.Id == id)),
            ["successions"] => [.. record.Initiatives.Successions.Select(s => ImmutableArray.Create(Names(record, s.From), Names(record, s.To), SwedishFormat.LongDate(s.Date)))],
            ["goals"] => [.. goals.Select(g => ImmutableArray.Create(g.Number!, g.Text, material.Settled(null, g.Id)?.Words ?? Word(material.Settled(null, g.Id)?.Standing)))],
            ["goal-descriptions"] => [.. goals.Select(g => ImmutableArray.Create($"{g.Number} {g.Text}", g.Description!.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal)))],
            ["goal-list", var id] => [.. goals.Single(g => g.Id == id).Description!.Split('\n').Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => ImmutableArray.Create(l[2..]))],
            ["budget-notes"] => [.. record.Budget.For(end.Year)!.Lines.Where(l => l.Note is not null).Select(l => ImmutableArray.Create($"{l.Label}: {l.Note}"))],
            ["board"] =>
            [
                .. from seat in record.Registers.Seats
                   where seat.Body == "styrelse" && Tenure.Holds(seat, end)
                   group seat.Kind by seat.Organisation ?? "" into member
                   select ImmutableArray.Create(member.Key, Number(member.Count(k => k == SeatKind.Ordinary)), Number(member.Count(k => k == SeatKind.Deputy))),
            ],
            ["text", var id] => [[Text(record, id).Split("\n\n")[0]]],
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
        };
    }

    // What the record fills in of an initiative's sheet; the rows that its report fills in are proved where there are reports.
    private static ImmutableArray<ImmutableArray<string>> Sheet(PeriodMaterial material, InitiativeMaterial initiative)
    {
        var appendix = material.Record.Outline(material.Period.Outline).Parts.OfType<AppendixPart>().Single();
        var rows = appendix.Rows.Where(r => r.Shows is not (AppendixContent.Outcome or AppendixContent.Results or AppendixContent.Activities or AppendixContent.Text));
        var year = material.Period.Year.ToString(CultureInfo.InvariantCulture);
        return
        [
            .. AppendixSheet.Build(material, initiative, [.. rows], label => label.Replace("{year}", year, StringComparison.Ordinal))
                .Rows.Select(r => ImmutableArray.Create(r.Cells[0].Text, Numbered(r.Cells[1]))),
        ];
    }

    // A numbered list is printed with its numbers; here on one line, as the expected tables have it.
    private static string Numbered(TableCell cell) => cell.Numbered ? string.Join(' ', cell.Text.Split('\n').Select((line, index) => $"{index + 1}. {line}")) : cell.Text;

    // The form's own word for an assessment: "Ja", "Nej", "Ja/nej".
    private static string Choice(PeriodMaterial material, GoalAssessment? settled) => settled is null
        ? ""
        : material.Template.Sections.SelectMany(s => s.Blocks).OfType<GoalsBlock>().Single().Assessments.Single(c => AssessmentWords.OfChoice(c.Id) == settled).Label;

    private static string Word(GoalAssessment? standing) => standing is { } word ? AssessmentWords.OfGoal(word) : "";

    private static string Text(AssociationRecord record, string id) => record.Texts.Texts.Single(t => t.Id == id).Text;

    private static string Names(AssociationRecord record, ImmutableArray<string> ids) => string.Join(" och ", ids.Select(id => record.FindInitiative(id)!.Name));

    private static int Seats(PeriodMaterial material, SeatKind kind) =>
        material.Record.Registers.Seats.Count(s => s.Body == "styrelse" && s.Kind == kind && Tenure.Holds(s, material.Period.End));

    private static IEnumerable<IGrouping<string?, Seat>> Ordinary(AssociationRecord record, string body) =>
        record.Registers.Seats.Where(s => s.Body == body && s.Kind == SeatKind.Ordinary).GroupBy(s => s.Organisation);

    private static string History(PublishedHistory history, string id, int year)
    {
        var (figure, unit) = (history.Find(id, year)!, history.Measures.Single(m => m.Id == id).Unit);
        return (figure.Approximate ? "ca " : "") + (unit == "kr" ? SwedishFormat.Thousands(figure.Value) : SwedishFormat.Exact(figure.Value));
    }

    // The year's targets as a table of goals prints them: the figure, or each with its unit when there are several.
    private static string Targets(InitiativeGoal goal)
    {
        var targets = goal.Targets.Where(t => t.Scope == Scope.Year).ToArray();
        return targets.Length == 1 ? Target(targets[0]) : string.Join(", ", targets.Select(t => $"{SwedishFormat.Exact(t.Value!.Value)} {t.Unit}"));
    }

    private static string Target(GoalTarget target) => SwedishFormat.Exact(target.Value!.Value) + (target.Unit.StartsWith('%') ? "%" : "");

    private static string Number(decimal value) => SwedishFormat.Number(value);
}
