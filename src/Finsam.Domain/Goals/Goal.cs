using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Goals;

/// <summary>A goal of an initiative.</summary>
/// <param name="Id">Stable within the initiative; answers point at it.</param>
/// <param name="Text">The goal word for word.</param>
public sealed record InitiativeGoal(string Id, string Text)
{
    /// <summary>The heading it stands under, where the initiative groups its goals ("Delmål").</summary>
    public string? Heading { get; init; }

    /// <summary>How it is measured. A goal that nobody can measure cannot be assessed: the check asks for it.</summary>
    public GoalMeasure? Measure { get; init; }

    /// <summary>What is to be reached, where it is a figure: one target, or several ("50–60 personer" is at least 50 and at most 60).</summary>
    public ImmutableArray<GoalTarget> Targets { get; init; } = [];
}

/// <summary>A goal of the verksamhetsplan, with what shows whether it is reached.</summary>
public sealed record AssociationGoal
{
    /// <summary>The id that initiatives point at.</summary>
    public required string Id { get; init; }

    /// <summary>The number it has in print ("5.1"); null when its place says it.</summary>
    public string? Number { get; init; }

    /// <summary>The goal word for word.</summary>
    public required string Text { get; init; }

    /// <summary>The heading it stands under.</summary>
    public string? Heading { get; init; }

    /// <summary>What the plan says about it besides.</summary>
    public string? Description { get; init; }

    /// <summary>First calendar year it holds; null: from the beginning.</summary>
    public int? FromYear { get; init; }

    /// <summary>Last calendar year it holds; null: still.</summary>
    public int? ToYear { get; init; }

    /// <summary>How it is measured, where it has no indicators of its own.</summary>
    public GoalMeasure? Measure { get; init; }

    /// <summary>What is to be reached, where it is a figure: one target, or several ("50–60 personer" is at least 50 and at most 60).</summary>
    public ImmutableArray<GoalTarget> Targets { get; init; } = [];

    /// <summary>Its indicators.</summary>
    public ImmutableArray<GoalIndicator> Indicators { get; init; } = [];

    /// <summary>True for a goal that holds in the year.</summary>
    public bool HoldsIn(int year) => (FromYear ?? year) <= year && year <= (ToYear ?? year);
}

/// <summary>Something that shows whether a goal of the verksamhetsplan is reached.</summary>
/// <param name="Id">Stable within the goal.</param>
/// <param name="Text">The indicator word for word.</param>
public sealed record GoalIndicator(string Id, string Text)
{
    /// <summary>The number it has in print; null when its place says it.</summary>
    public string? Number { get; init; }

    /// <summary>How it is measured.</summary>
    public GoalMeasure? Measure { get; init; }

    /// <summary>What is to be reached, where it is a figure: one target, or several ("50–60 personer" is at least 50 and at most 60).</summary>
    public ImmutableArray<GoalTarget> Targets { get; init; } = [];
}

/// <summary>How a goal is measured.</summary>
public sealed record GoalMeasure
{
    /// <summary>Where the result comes from.</summary>
    public required MeasuredBy By { get; init; }

    /// <summary>The measure in words, as printed ("Mäts genom att räkna antal deltagare").</summary>
    public string? Text { get; init; }

    /// <summary>For a count or a share: the cells of the form that are added up, as rules name them.</summary>
    public ImmutableArray<string> Cells { get; init; } = [];

    /// <summary>For a share: the cells that are its base.</summary>
    public ImmutableArray<string> Base { get; init; } = [];
}

/// <summary>Where a goal's result comes from.</summary>
public enum MeasuredBy
{
    /// <summary>The owner's words and assessment in the report.</summary>
    Report,

    /// <summary>A count in the report.</summary>
    Count,

    /// <summary>A share of two counts in the report, in per cent.</summary>
    Share,

    /// <summary>The initiatives' own goals, counted together.</summary>
    Initiatives,

    /// <summary>The indicator survey (NNS) or another.</summary>
    Survey,

    /// <summary>The accounts.</summary>
    Accounts,

    /// <summary>What the board or the office can see for itself.</summary>
    Board,
}

/// <summary>What is to be reached.</summary>
/// <param name="Comparison">At least, at most or exactly.</param>
/// <param name="Unit">What is counted, as printed ("personer", "%", "träffar per termin").</param>
/// <param name="Scope">What the figure covers: only a result of the same scope is compared with it.</param>
public sealed record GoalTarget(Comparison Comparison, string Unit, Scope Scope)
{
    /// <summary>How many, or how many per cent; null for a target that is measured against another figure.</summary>
    public decimal? Value { get; init; }

    /// <summary>The figure it is measured against, where it is not a number of its own.</summary>
    public TargetAgainst? Against { get; init; }

    /// <summary>The calendar year it holds ("volymmål 2023: 25 deltagare"); null for all.</summary>
    public int? Year { get; init; }
}

/// <summary>The figures a target can be measured against.</summary>
public enum TargetAgainst
{
    /// <summary>The national result.</summary>
    National,

    /// <summary>The association's own result of the year before.</summary>
    LastYear,
}

/// <summary>What the chef or the board has settled about a goal in a period, beside what was proposed. Both are kept.</summary>
public sealed record SettledAssessment
{
    /// <summary>The period.</summary>
    public required string Period { get; init; }

    /// <summary>The initiative; null for a goal of the verksamhetsplan.</summary>
    public string? Initiative { get; init; }

    /// <summary>The goal; null for an initiative's overall assessment.</summary>
    public string? Goal { get; init; }

    /// <summary>The goal's indicator; null for the goal itself.</summary>
    public string? Indicator { get; init; }

    /// <summary>What the office proposed, for the association's own goals; an initiative's proposal stands in its report.</summary>
    public GoalAssessment? Proposed { get; init; }

    /// <summary>What was settled; null while it is only proposed.</summary>
    public GoalAssessment? Settled { get; init; }

    /// <summary>The result in words, as printed ("374", "27 %").</summary>
    public string? Result { get; init; }

    /// <summary>The assessment in the association's own words, where they are not those of the scale ("får anses tillräckligt uppfyllt").</summary>
    public string? Words { get; init; }

    /// <summary>What was measured and why it was settled so, as printed.</summary>
    public string? Comment { get; init; }

    /// <summary>What stands: the settled assessment, else the proposed one.</summary>
    [JsonIgnore]
    public GoalAssessment? Standing => Settled ?? Proposed;
}
