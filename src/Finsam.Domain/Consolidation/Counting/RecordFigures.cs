using System.Collections.Immutable;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>Figures that the record knows without any report: how many initiatives there are, what was published or entered for the year.</summary>
internal static class RecordFigures
{
    /// <summary>The sum of some terms of the record.</summary>
    /// <param name="material">The period.</param>
    /// <param name="terms">The terms, each with its sign.</param>
    /// <param name="form">What kind of figure they are.</param>
    public static CountedFigure Sum(PeriodMaterial material, ImmutableArray<FigureTerm> terms, CountedForm form)
    {
        var figures = terms.Select(t => Of(material, t) is var (value, source) ? (t.Minus ? -value : value, source) : ((decimal Value, string Source)?)null).ToArray();
        var known = figures.OfType<(decimal Value, string Source)>().ToArray();
        return new CountedFigure
        {
            Value = known.Length == figures.Length ? known.Sum(f => f.Value) : null,
            Sources = [.. known.Select(f => f.Source)],
            Asked = material.Initiatives,
            Form = form,
        };
    }

    private static (decimal Value, string Source)? Of(PeriodMaterial material, FigureTerm term) => term.Block switch
    {
        FigureTerm.Initiatives => (material.Initiatives.Count(i => Is(material, i.Initiative, term.Row)), "register/insatser"),
        FigureTerm.Goals => (
            material.Initiatives.Where(i => term.Initiative is null || term.Initiative == i.Initiative.Id)
                .Sum(i => i.Initiative.Goals.Count(g => Counts(InitiativeGoals.Standing(material, i, g), term.Row))),
            "register/insatser#mal" + Whose(term)),
        FigureTerm.History => material.Record.History.Find(term.Row, material.Period.Year, term.Initiative) is { } figure
            ? (figure.Value, $"historik/{figure.Document}#{figure.Measure}.{figure.Year}{Whose(term)}")
            : null,
        FigureTerm.Entered => material.Record.Figures.Figures.FirstOrDefault(
            f => f.Measure == term.Row && f.Period == material.Period.Id && f.Gender is null && f.Initiative == term.Initiative) is { } entered
            ? (entered.Value, $"register/egna-uppgifter/{term.Row}#{material.Period.Id}{Whose(term)}")
            : null,
        _ => null,
    };

    private static string Whose(FigureTerm term) => term.Initiative is { } id ? "." + id : "";

    private static bool Is(PeriodMaterial material, Initiative initiative, string kind) => kind switch
    {
        "individinriktade" => initiative.Kind == InitiativeKind.Individual,
        "strukturovergripande" => initiative.Kind == InitiativeKind.Structural,
        "avslutade" => initiative.HasEndedBy(material.Period.End),
        "pagaende" => !initiative.HasEndedBy(material.Period.End),
        "nya" => initiative.Start >= material.Period.Start,
        _ => true,
    };

    private static bool Counts(GoalAssessment? standing, string kind) => kind switch
    {
        "uppfyllda" => standing is GoalAssessment.Met,
        "delvis" => standing is GoalAssessment.MostlyMet or GoalAssessment.PartlyMet,
        "ej-uppfyllda" => standing is GoalAssessment.NotMet,
        "utan-bedomning" => standing is null,
        _ => true,
    };
}
