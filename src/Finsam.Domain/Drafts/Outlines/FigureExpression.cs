using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Finsam.Domain.Drafts.Outlines;

/// <summary>A figure as an outline names it. "deltagare.nya" is a row of a block over all its columns, "deltagare.nya.kvinna" one of them,
/// "nya-kommun.*" all its rows; "@hofors" after it says whose. They are added up with "+", taken away with " - ", shown as a share of another sum with "/", and divided
/// with "per 12". ":1" gives decimals, ":ord" words ("tio"). "#insatser.alla" and "#historik.kostnad" are figures of the record.</summary>
/// <param name="Terms">What is added up.</param>
/// <param name="Of">The base it is shown as a share of; empty for the figure itself.</param>
public sealed partial record FigureExpression(ImmutableArray<FigureTerm> Terms, ImmutableArray<FigureTerm> Of)
{
    /// <summary>What the figure is divided by; 1 for the figure itself.</summary>
    public int Per { get; init; } = 1;

    /// <summary>Decimals; null for none, or for one of a mean.</summary>
    public int? Decimals { get; init; }

    /// <summary>Written in words up to twelve.</summary>
    public bool InWords { get; init; }

    /// <summary>The expression; null when it is none.</summary>
    public static FigureExpression? Parse(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var form = match.Groups["form"].Value;
        return new FigureExpression(Sum(match.Groups["sum"].Value), Sum(match.Groups["of"].Value))
        {
            Per = match.Groups["per"] is { Success: true } per ? int.Parse(per.Value, CultureInfo.InvariantCulture) : 1,
            Decimals = form.Length == 1 ? form[0] - '0' : null,
            InWords = form.Length > 1,
        };
    }

    private static ImmutableArray<FigureTerm> Sum(string text) =>
        [.. text.Replace(" - ", "+-", StringComparison.Ordinal).Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Signed)];

    // An id may hold a hyphen but never begins with one: a hyphen before a term takes it away.
    private static FigureTerm Signed(string text) => text.StartsWith('-') ? Term(text[1..]) with { Minus = true } : Term(text);

    private static FigureTerm Term(string text)
    {
        var (cell, whose) = text.Split('@') is [var c, var i] ? (c, i) : (text, null);
        return cell.Split('.') is [var block, var row, var column] ? new FigureTerm(block, row, column, whose) : new FigureTerm(cell.Split('.')[0], cell.Split('.')[1], null, whose);
    }

    [GeneratedRegex(
        @"^\s*(?<sum>#?[a-z0-9-]+\.(\*|[a-z0-9-]+)(\.[a-z0-9-]+)?(@[a-z0-9-]+)?((\s*\+\s*|\s-\s)#?[a-z0-9-]+\.(\*|[a-z0-9-]+)(\.[a-z0-9-]+)?(@[a-z0-9-]+)?)*)"
        + @"(\s*/\s*(?<of>#?[a-z0-9-]+\.(\*|[a-z0-9-]+)(\.[a-z0-9-]+)?(@[a-z0-9-]+)?((\s*\+\s*|\s-\s)#?[a-z0-9-]+\.(\*|[a-z0-9-]+)(\.[a-z0-9-]+)?(@[a-z0-9-]+)?)*))?"
        + @"(\s+per\s+(?<per>[1-9][0-9]{0,3}))?(\s*:\s*(?<form>[0-4]|ord))?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}

/// <summary>One cell or row that is added up.</summary>
/// <param name="Block">The block; with "#" first, a table of the record.</param>
/// <param name="Row">The row; "*" for every row.</param>
/// <param name="Column">The column; null for all.</param>
/// <param name="Initiative">Whose; null for those the part is about.</param>
public sealed record FigureTerm(string Block, string Row, string? Column = null, string? Initiative = null)
{
    /// <summary>Every row of the block.</summary>
    public const string EveryRow = "*";

    /// <summary>Counts of the period's initiatives (<see cref="InitiativeCounts"/>).</summary>
    public const string Initiatives = "#insatser";

    /// <summary>Counts of the initiatives' goals (<see cref="GoalCounts"/>).</summary>
    public const string Goals = "#insatsmal";

    /// <summary>A measure of the history, in the period's year.</summary>
    public const string History = "#historik";

    /// <summary>A figure that somebody has entered for the period.</summary>
    public const string Entered = "#uppgifter";

    /// <summary>The counts of initiatives there are.</summary>
    public static ImmutableArray<string> InitiativeCounts { get; } = ["alla", "individinriktade", "strukturovergripande", "avslutade", "pagaende", "nya"];

    /// <summary>The counts of the initiatives' goals there are.</summary>
    public static ImmutableArray<string> GoalCounts { get; } = ["alla", "uppfyllda", "delvis", "ej-uppfyllda", "utan-bedomning"];

    /// <summary>What can be counted of activities.</summary>
    public static ImmutableArray<string> ActivityCounts { get; } = ["deltagare", "interna", "antal"];

    /// <summary>What can be counted of posts.</summary>
    public static ImmutableArray<string> StaffingCounts { get; } = ["tjanst", "vakant"];

    /// <summary>What can be counted of costs.</summary>
    public static ImmutableArray<string> EconomyCounts { get; } = ["utfall", "prognos"];

    /// <summary>True for a figure of the record.</summary>
    public bool IsOfRecord => Block.StartsWith('#');

    /// <summary>Taken away instead of added.</summary>
    public bool Minus { get; init; }
}
