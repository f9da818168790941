using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Associations;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Registers;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Drafts.Outlines;

/// <summary>Disposition: what a draft holds and in which order. Data, so that an association orders and names its own tables.
/// In every text {year}, {period}, {start}, {end} and {association} are filled in.</summary>
public sealed record Outline
{
    /// <summary>The id that periods point at.</summary>
    public required string Id { get; init; }

    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>The parts in order.</summary>
    public required ImmutableArray<OutlinePart> Parts { get; init; }
}

/// <summary>One part of an outline. A new kind is a record here and a builder in Finsam.Domain.Consolidation.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "part")]
[JsonDerivedType(typeof(HeadingPart), "heading")]
[JsonDerivedType(typeof(TextPart), "text")]
[JsonDerivedType(typeof(InitiativesPart), "initiatives")]
[JsonDerivedType(typeof(OutcomePart), "outcome")]
[JsonDerivedType(typeof(ParticipantsPart), "participants")]
[JsonDerivedType(typeof(FiguresPart), "figures")]
[JsonDerivedType(typeof(GoalsPart), "goals")]
[JsonDerivedType(typeof(ComparisonPart), "comparison")]
[JsonDerivedType(typeof(RecordPart), "record")]
[JsonDerivedType(typeof(KeptTextPart), "kept-text")]
[JsonDerivedType(typeof(FindingsPart), "findings")]
[JsonDerivedType(typeof(AppendixPart), "appendix")]
[JsonDerivedType(typeof(GridPart), "grid")]
[JsonDerivedType(typeof(SentencesPart), "sentences")]
[JsonDerivedType(typeof(ActivitiesPart), "activities")]
[JsonDerivedType(typeof(StaffingPart), "staffing")]
[JsonDerivedType(typeof(ChoicesPart), "choices")]
[JsonDerivedType(typeof(FilesPart), "files")]
[JsonDerivedType(typeof(AnswersPart), "answers")]
[JsonDerivedType(typeof(GoalResultsPart), "goal-results")]
[JsonDerivedType(typeof(StatusPart), "status")]
public abstract record OutlinePart;

/// <summary>A heading.</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Text">The heading.</param>
/// <param name="NewPage">Starts on a new page.</param>
public sealed record HeadingPart(int Level, string Text, bool NewPage = false) : OutlinePart;

/// <summary>A paragraph kept between years.</summary>
/// <param name="Text">The paragraph.</param>
public sealed record TextPart(string Text) : OutlinePart;

/// <summary>The initiatives with their dates.</summary>
/// <param name="Caption">The table's caption.</param>
public sealed record InitiativesPart(string Caption) : OutlinePart
{
    /// <summary>Only those of a kind; null for all.</summary>
    public InitiativeKind? Kind { get; init; }

    /// <summary>What stands beside each name, in order.</summary>
    public ImmutableArray<InitiativeColumn> Columns { get; init; } = [InitiativeColumn.Name, InitiativeColumn.Dates];
}

/// <summary>What a list of initiatives can show.</summary>
public enum InitiativeColumn
{
    /// <summary>The name.</summary>
    Name,

    /// <summary>First and last day.</summary>
    Dates,

    /// <summary>The heading it stands under in print.</summary>
    Heading,

    /// <summary>Preciserad inriktning.</summary>
    Orientation,

    /// <summary>Individinriktad or strukturövergripande.</summary>
    Kind,

    /// <summary>Pågående or avslutad.</summary>
    Status,

    /// <summary>The municipalities it works in.</summary>
    Municipalities,

    /// <summary>Huvudman.</summary>
    Owner,

    /// <summary>Samverkansparter.</summary>
    Partners,

    /// <summary>Syfte.</summary>
    Purpose,
}

/// <summary>Outcome against what was granted, with usage rate and total.</summary>
/// <param name="Caption">The table's caption.</param>
public sealed record OutcomePart(string Caption) : OutlinePart
{
    /// <summary>Shows reported and booked side by side with their difference, instead of one of them against the budget.</summary>
    public bool SideBySide { get; init; }
}

/// <summary>Participants per initiative by kön, from one row of a matrix.</summary>
/// <param name="Caption">The table's caption.</param>
/// <param name="Block">The matrix.</param>
/// <param name="Row">Its row.</param>
public sealed record ParticipantsPart(string Caption, string Block, string Row) : OutlinePart
{
    /// <summary>What the counts are to cover, reckoned from earlier reports where it is not what was asked; null for what was asked.</summary>
    public Scope? Scope { get; init; }
}

/// <summary>One named figure per initiative, with a sum.</summary>
/// <param name="Caption">The table's caption.</param>
/// <param name="Block">The block of figures.</param>
/// <param name="Figure">The figure.</param>
public sealed record FiguresPart(string Caption, string Block, string Figure) : OutlinePart;

/// <summary>Status and overall assessment of the initiatives that feed one of the association's goals.</summary>
/// <param name="Caption">The table's caption.</param>
/// <param name="Block">The block of goals.</param>
/// <param name="Goal">The association's goal.</param>
public sealed record GoalsPart(string Caption, string Block, string Goal) : OutlinePart
{
    /// <summary>The rows are numbered.</summary>
    public bool Numbered { get; init; }
}

/// <summary>A figure of each initiative beside last year's. Initiatives that succeed each other are compared together.</summary>
/// <param name="Caption">The table's caption.</param>
/// <param name="Row">A row of a matrix ("deltagare.deltagit"), or the outcome ("ekonomi.utfall").</param>
public sealed record ComparisonPart(string Caption, string Row) : OutlinePart;

/// <summary>A table of what the record itself holds, as it held in the period.</summary>
/// <param name="Caption">The table's caption.</param>
/// <param name="Shows">What it shows.</param>
public sealed record RecordPart(string Caption, RecordContent Shows) : OutlinePart
{
    /// <summary>For seats and meetings: the body.</summary>
    public string? Body { get; init; }

    /// <summary>For seats: only ordinarie or only ersättare; null for both.</summary>
    public SeatKind? Seats { get; init; }

    /// <summary>For history: what is followed, in order.</summary>
    public ImmutableArray<string> Measures { get; init; } = [];

    /// <summary>For history: how many years, the period's own among them; 1 to 10.</summary>
    public int Years { get; init; } = 5;

    /// <summary>The unit of its amounts, where it is not the association's own for tables of this kind.</summary>
    public MoneyUnit? Unit { get; init; }

    /// <summary>How the table is laid out, where there is a choice.</summary>
    public RecordLayout Layout { get; init; } = RecordLayout.Plain;
}

/// <summary>What a table of the record shows.</summary>
public enum RecordContent
{
    /// <summary>The members' contributions, this year and last.</summary>
    Contributions,

    /// <summary>The members.</summary>
    Members,

    /// <summary>Who sat in a body.</summary>
    Seats,

    /// <summary>Who signs.</summary>
    Signatures,

    /// <summary>How often the bodies met.</summary>
    Meetings,

    /// <summary>Revisorer.</summary>
    Auditors,

    /// <summary>Kansli and årsarbetare.</summary>
    Staff,

    /// <summary>Ordlista.</summary>
    Glossary,

    /// <summary>Bilagor.</summary>
    Appendices,

    /// <summary>Services that are bought.</summary>
    Services,

    /// <summary>What the board decided in the period besides initiatives' money.</summary>
    BoardDecisions,

    /// <summary>What the board decided about initiatives' money in the period.</summary>
    Decisions,

    /// <summary>What each party has agreed to.</summary>
    Agreements,

    /// <summary>What was paid out in the period.</summary>
    Payments,

    /// <summary>What remains of the grants, at the period's end and a year before.</summary>
    Remaining,

    /// <summary>The adopted budget with the years ahead.</summary>
    Budget,

    /// <summary>The goals of the verksamhetsplan with what was settled.</summary>
    Goals,

    /// <summary>The goals of the verksamhetsplan by themselves, as the plan lists them.</summary>
    GoalList,

    /// <summary>The goals' assessments by themselves, a row a goal.</summary>
    Assessments,

    /// <summary>Figures over several years.</summary>
    History,

    /// <summary>Which initiatives took over from which.</summary>
    Successions,
}

/// <summary>How a table of the record is laid out.</summary>
public enum RecordLayout
{
    /// <summary>As it comes: a row per thing; years stand across.</summary>
    Plain,

    /// <summary>Seats: an organisation's ordinarie and ersättare side by side. Contributions: a row per kind of member. Goals: a goal's assessment, its
    /// indicators' results and the comment in one cell.</summary>
    Together,

    /// <summary>History: a row per year, kön across.</summary>
    YearsDown,

    /// <summary>History: a row per measure, kön across for each year.</summary>
    ByGender,
}

/// <summary>A text kept between years.</summary>
/// <param name="Text">Its id in texts.json.</param>
public sealed record KeptTextPart(string Text) : OutlinePart;

/// <summary>What is missing and what does not add up, for the chef before the board. Left out when there is nothing.</summary>
/// <param name="Heading">The heading above it.</param>
public sealed record FindingsPart(string Heading) : OutlinePart;

/// <summary>One sheet per initiative.</summary>
/// <param name="Rows">The sheet's rows; one whose content is blank is left out.</param>
public sealed record AppendixPart(ImmutableArray<AppendixRow> Rows) : OutlinePart;

/// <summary>A row of an initiative's sheet.</summary>
/// <param name="Label">The row's heading.</param>
/// <param name="Shows">What stands in it.</param>
/// <param name="Block">The block it is taken from, for answers.</param>
public sealed record AppendixRow(string Label, AppendixContent Shows, string? Block = null);

/// <summary>What a row of an initiative's sheet can show.</summary>
public enum AppendixContent
{
    /// <summary>The initiative's name.</summary>
    Name,

    /// <summary>Inriktning.</summary>
    Orientation,

    /// <summary>First and last day.</summary>
    Dates,

    /// <summary>Syfte.</summary>
    Purpose,

    /// <summary>Mål, numbered.</summary>
    Goals,

    /// <summary>Deltagarregistrering.</summary>
    Registration,

    /// <summary>Specifik målgrupp.</summary>
    TargetGroup,

    /// <summary>What was granted for the year.</summary>
    Granted,

    /// <summary>What it cost.</summary>
    Outcome,

    /// <summary>Huvudman.</summary>
    Owner,

    /// <summary>Samverkansparter.</summary>
    Partners,

    /// <summary>Resultat per goal, numbered as the goals.</summary>
    Results,

    /// <summary>Aktiviteter.</summary>
    Activities,

    /// <summary>A text of the owner's.</summary>
    Text,

    /// <summary>Where the public can read more.</summary>
    Link,

    /// <summary>The answers to a block of any kind, a line each.</summary>
    Answers,

    /// <summary>What the owner wrote about the difference between cost and grant.</summary>
    OutcomeComment,

    /// <summary>Pågående or avslutad.</summary>
    Status,

    /// <summary>The overall assessment: the settled one, else the proposed.</summary>
    Assessment,
}
