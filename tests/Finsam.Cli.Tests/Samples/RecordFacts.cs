using System.Collections.Immutable;
using Finsam.Domain.Associations;
using Finsam.Domain.Budgets;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Formats;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Records;
using Finsam.Domain.Registers;
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
        return fact.Split(':') switch
        {
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
            ["board-ordinary"] => Number(Seats(record, SeatKind.Ordinary)),
            ["board-deputies"] => Number(Seats(record, SeatKind.Deputy)),
            ["board-meetings"] => Number(record.Registers.MeetingsIn("styrelse", year)!.Value),
            ["consultations"] => Number(record.Registers.MeetingsIn("medlemssamrad", year)!.Value),
            ["staff"] => SwedishFormat.Exact(record.Registers.FullTimeStaffOn(material.Period.End)!.Value),
            ["own-staff"] => Number(record.Registers.Staff.Count(s => s.Employer is null)),
            ["paid"] => SwedishFormat.Thousands(initiatives.SelectMany(i => i.Payments).Where(p => p.Year == year).Sum(p => p.Kronor)),
            ["budget", var line] => SwedishFormat.Thousands(budget.Lines.Single(l => l.Id == line).In(year)!.Value),
            ["budget-2024", var line] => SwedishFormat.Thousands(record.Budget.For(2024)!.Lines.Single(l => l.Id == line).In(2024)!.Value),
            ["budget-deficit"] => SwedishFormat.Thousands(-budget.Result(year)!.Value),
            ["budget-costs"] => Number(budget.Sum(BudgetKind.Cost, year)!.Value),
            ["budget-initiatives"] => Number(budget.Of(BudgetRole.Initiatives, year)!.Value),
            ["not-granted"] => Number(budget.NotGranted(year, initiatives.Sum(i => i.GrantedIn(year) ?? 0))!.Value),
            ["allocation-cut"] => Number(budget.Sum(BudgetKind.Income, year)!.Value - record.Budget.For(year + 1)!.Sum(BudgetKind.Income, year + 1)!.Value),
            ["granted-initiatives"] => Number(initiatives.Count(i => i.GrantedIn(year) > 0)),
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
        var initiatives = material.Record.Initiatives.Initiatives;
        return source switch
        {
            "structural" => [.. initiatives.Where(i => i.Kind == InitiativeKind.Structural).Select(i => ImmutableArray.Create(i.Orientation ?? "", i.Name))],
            "initiative-goals" =>
            [
                .. from initiative in initiatives
                   from goal in initiative.Goals
                   let settled = material.Settled(initiative.Id, goal.Id)?.Settled
                   select ImmutableArray.Create(initiative.Name, goal.Heading ?? "", goal.Id + ".", goal.Text, Choice(material, settled)),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
        };
    }

    // The form's own word for an assessment: "Ja", "Nej", "Ja/nej".
    private static string Choice(PeriodMaterial material, GoalAssessment? settled) => settled is null
        ? ""
        : material.Template.Sections.SelectMany(s => s.Blocks).OfType<GoalsBlock>().Single().Assessments.Single(c => AssessmentWords.OfChoice(c.Id) == settled).Label;

    private static int Seats(AssociationRecord record, SeatKind kind) => record.Registers.Seats.Count(s => s.Body == "styrelse" && s.Kind == kind);

    private static string Target(GoalTarget target) => SwedishFormat.Exact(target.Value!.Value) + (target.Unit.StartsWith('%') ? "%" : "");

    private static string Number(decimal value) => SwedishFormat.Number(value);
}
