using System.Collections.Immutable;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>Figures that the record knows without any report: how many initiatives there are, what was published or entered for the year.</summary>
internal static class RecordFigures
{
    /// <summary>The sum of some terms of the record.</summary>
    public static CountedFigure Sum(PeriodMaterial material, ImmutableArray<FigureTerm> terms)
    {
        var figures = terms.Select(t => Of(material, t)).ToArray();
        var known = figures.OfType<(decimal Value, string Source)>().ToArray();
        return new CountedFigure
        {
            Value = known.Length == figures.Length ? known.Sum(f => f.Value) : null,
            Sources = [.. known.Select(f => f.Source)],
            Asked = material.Initiatives,
            Form = terms.Any(t => t.Block is not (FigureTerm.Initiatives or FigureTerm.Goals)) ? Form(material, terms[0].Row) : CountedForm.Count,
        };
    }

    private static (decimal Value, string Source)? Of(PeriodMaterial material, FigureTerm term) => term.Block switch
    {
        FigureTerm.Initiatives => (material.Initiatives.Count(i => Is(material, i.Initiative, term.Row)), "register/insatser"),
        FigureTerm.Goals => (material.Initiatives.Sum(i => i.Initiative.Goals.Count(g => Counts(InitiativeGoals.Standing(material, i, g), term.Row))), "register/insatser#mal"),
        FigureTerm.History => material.Record.History.Find(term.Row, material.Period.Year) is { } figure
            ? (figure.Value, $"historik/{figure.Document}#{figure.Measure}.{figure.Year}")
            : null,
        FigureTerm.Entered => material.Record.Figures.Figures.FirstOrDefault(f => f.Measure == term.Row && f.Period == material.Period.Id && f is { Initiative: null, Gender: null }) is { } entered
            ? (entered.Value, $"register/egna-uppgifter/{term.Row}#{material.Period.Id}")
            : null,
        _ => null,
    };

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

    private static CountedForm Form(PeriodMaterial material, string measure) =>
        material.Record.History.Measures.FirstOrDefault(m => m.Id == measure)?.Unit == "kr" ? CountedForm.Kronor : CountedForm.Quantity;
}
