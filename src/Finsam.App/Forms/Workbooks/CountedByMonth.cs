using Finsam.Domain.Participants;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Workbooks;

/// <summary>What months come to in a row of a matrix.</summary>
public enum MonthRule
{
    /// <summary>Nothing: who takes part in two months is one person, and who has an age in both is too.</summary>
    Nothing,

    /// <summary>Their sum: what happens on a day.</summary>
    Sum,

    /// <summary>The first month's: the state when the span begins.</summary>
    First,

    /// <summary>The last month's: the state when the span ends.</summary>
    Last,
}

/// <summary>Which rows of a matrix can be counted month by month. A row says it by what it counts of participants, else by what its matrix is to add
/// up to: parts of those who ended are added up as those are. What nobody has said the nature of (<see cref="MeasureNature.Own"/>) is not added.</summary>
public static class CountedByMonth
{
    /// <summary>True when the block counts persons by kön.</summary>
    public static bool Has(MatrixBlock matrix) => matrix.Cells == NumberKind.Count && matrix.Columns.Any(c => GenderId.Find(c.Id) is not null);

    /// <summary>What months come to in a row.</summary>
    public static MonthRule Of(MatrixBlock matrix, string row) => ParticipantRow.Find(row) is { } measure
        ? Of(measure)
        : matrix.Whole?.Rows.Select(r => ParticipantRow.Find(r.Split('.')[^1]) is { } whole ? Of(whole) : MonthRule.Nothing).Distinct().ToArray() is [var only]
            ? only
            : MonthRule.Nothing;

    private static MonthRule Of(ParticipantMeasure measure) => measure switch
    {
        ParticipantMeasure.OngoingAtStart => MonthRule.First,
        ParticipantMeasure.OngoingAtEnd => MonthRule.Last,
        ParticipantMeasure.Touched => MonthRule.Nothing,
        _ => MonthRule.Sum,
    };
}
