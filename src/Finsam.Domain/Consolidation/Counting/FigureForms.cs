using System.Collections.Immutable;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.History;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>Tells what kind of figure it is that an outline names, before anything is counted.</summary>
/// <param name="template">The form that is asked.</param>
/// <param name="history">What the record has of earlier years, whose measures have units.</param>
public sealed class FigureForms(FormTemplate template, PublishedHistory history)
{
    /// <summary>The kind of a figure, with its share and divisor.</summary>
    public CountedForm Of(FigureExpression figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Of.IsEmpty ? Of(figure.Terms) : Of(figure.Terms, figure.Of);
    }

    /// <summary>The kind of a sum: its first term's.</summary>
    public CountedForm Of(ImmutableArray<FigureTerm> terms) => Of(terms[0]);

    /// <summary>The kind of a part beside its whole. Like in like is a share; kronor by persons are kronor for each, and other things a mean.</summary>
    public CountedForm Of(ImmutableArray<FigureTerm> part, ImmutableArray<FigureTerm> whole) =>
        Counted(part[0]) == Counted(whole[0]) ? CountedForm.Share : Of(part) == CountedForm.Kronor ? CountedForm.Kronor : CountedForm.Mean;

    /// <summary>True when the terms can be added up: kronor to kronor, persons to persons, initiatives to initiatives, and means among themselves.</summary>
    public bool AreAlike(ImmutableArray<FigureTerm> terms) => terms.Select(Counted).Select(t => t.Form == CountedForm.Quantity ? t with { Form = CountedForm.Count } : t).Distinct().Count() <= 1;

    private CountedForm Of(FigureTerm term) => term.Block switch
    {
        FigureTerm.Initiatives or FigureTerm.Goals => CountedForm.Count,
        FigureTerm.History or FigureTerm.Entered => history.Measures.FirstOrDefault(m => m.Id == term.Row)?.Unit == "kr" ? CountedForm.Kronor : CountedForm.Quantity,
        _ => template.Blocks.FirstOrDefault(b => b.Id == term.Block) switch
        {
            EconomyBlock => CountedForm.Kronor,
            MatrixBlock { Cells: NumberKind.Kronor } => CountedForm.Kronor,
            MatrixBlock { Cells: NumberKind.Quantity } => CountedForm.Quantity,
            FiguresBlock figures => figures.Figures.FirstOrDefault(f => f.Id == term.Row)?.Kind switch
            {
                NumberKind.Kronor => CountedForm.Kronor,
                NumberKind.Quantity => CountedForm.Quantity,
                _ => CountedForm.Count,
            },
            StaffingBlock => CountedForm.Quantity,
            MeansBlock => CountedForm.Mean,
            _ => CountedForm.Count,
        },
    };

    // Persons are no share of initiatives, though both are counted. What the record has of persons is kept with its decimals and counts persons all the same.
    private (CountedForm Form, string? Of) Counted(FigureTerm term) => term.Block switch
    {
        FigureTerm.Initiatives or FigureTerm.Goals => (CountedForm.Count, term.Block),
        FigureTerm.History or FigureTerm.Entered when Of(term) == CountedForm.Quantity => (CountedForm.Count, null),
        _ => (Of(term), null),
    };
}

/// <summary>What kind of figure it is.</summary>
public enum CountedForm
{
    /// <summary>Persons or things.</summary>
    Count,

    /// <summary>Kronor.</summary>
    Kronor,

    /// <summary>Hours, årsarbetare.</summary>
    Quantity,

    /// <summary>A mean.</summary>
    Mean,

    /// <summary>A share, 1 for the whole.</summary>
    Share,
}
