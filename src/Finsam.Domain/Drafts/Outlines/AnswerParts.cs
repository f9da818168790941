using System.Collections.Immutable;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Drafts.Outlines;

/// <summary>What has been held and done, a row an activity.</summary>
/// <param name="Caption">The table's caption.</param>
/// <param name="Block">The block of activities.</param>
public sealed record ActivitiesPart(string Caption, string Block) : CountedPart
{
    /// <summary>What stands in the columns; empty for what the block asks.</summary>
    public ImmutableArray<ActivityColumn> Columns { get; init; } = [];

    /// <summary>The heads, in the columns' order; empty for the usual ones.</summary>
    public ImmutableArray<string> Heads { get; init; } = [];

    /// <summary>Only those held for others, only the association's own, or all.</summary>
    public ActivitiesShown Shown { get; init; } = ActivitiesShown.External;

    /// <summary>With a sum of the participants.</summary>
    public bool Total { get; init; }
}

/// <summary>Which activities are shown.</summary>
public enum ActivitiesShown
{
    /// <summary>Those that are counted: held for others.</summary>
    External,

    /// <summary>The association's own people's.</summary>
    Internal,

    /// <summary>Both.</summary>
    All,
}

/// <summary>Posts and vacancies, a row a post, with sums.</summary>
/// <param name="Caption">The table's caption.</param>
/// <param name="Block">The block of staffing.</param>
public sealed record StaffingPart(string Caption, string Block) : CountedPart
{
    /// <summary>A row a role, added up over the initiatives, instead of a row a post.</summary>
    public bool ByRole { get; init; }
}

/// <summary>How many initiatives have given each answer to a choice, and which.</summary>
/// <param name="Caption">The table's caption.</param>
/// <param name="Block">The choice.</param>
public sealed record ChoicesPart(string Caption, string Block) : CountedPart;

/// <summary>The files that came with the reports.</summary>
/// <param name="Caption">The table's caption.</param>
/// <param name="Block">The block of attachments.</param>
public sealed record FilesPart(string Caption, string Block) : CountedPart;

/// <summary>The owners' own words, initiative by initiative.</summary>
/// <param name="Block">The text.</param>
public sealed record AnswersPart(string Block) : CountedPart
{
    /// <summary>How they are set.</summary>
    public AnswersLayout Layout { get; init; } = AnswersLayout.Named;
}

/// <summary>How the owners' words are set.</summary>
public enum AnswersLayout
{
    /// <summary>A paragraph each, with the initiative's name first.</summary>
    Named,

    /// <summary>Items of a list, with the initiative's name first.</summary>
    NamedList,

    /// <summary>Items of a list.</summary>
    List,
}

/// <summary>A table of goals and results for each initiative.</summary>
/// <param name="Caption">The tables' caption; {initiative} is the initiative's name.</param>
/// <param name="Block">The block of goals.</param>
public sealed record GoalResultsPart(string Caption, string Block) : CountedPart
{
    /// <summary>How the tables are laid out.</summary>
    public GoalResultsLayout Layout { get; init; } = GoalResultsLayout.Results;
}

/// <summary>How an initiative's goals and results are laid out.</summary>
public enum GoalResultsLayout
{
    /// <summary>A row a goal: goal, target, result, comment.</summary>
    Results,

    /// <summary>A row an initiative: its goals, and the results in a column for ja and one for nej.</summary>
    YesNo,
}

/// <summary>The list for the board: each initiative's report, outcome, assessment and what remains to do.</summary>
/// <param name="Caption">The table's caption.</param>
public sealed record StatusPart(string Caption) : CountedPart;
