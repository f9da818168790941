using System.Collections.Immutable;
using Finsam.App.Reports;
using Finsam.Domain.Answers;
using Finsam.Domain.Associations;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms;

/// <summary>Everything a page of the form shows.</summary>
public sealed record FormView
{
    /// <summary>The association that asks.</summary>
    public required Association Association { get; init; }

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>The initiative: as it was when the report was sent, else as the record has it.</summary>
    public required Initiative Initiative { get; init; }

    /// <summary>The template the report is answered in.</summary>
    public required FormTemplate Template { get; init; }

    /// <summary>The report with what has been saved.</summary>
    public required ReportInProgress Saved { get; init; }

    /// <summary>The answers: what was sent, or what has been saved so far.</summary>
    public required AnswerSheet Answers { get; init; }

    /// <summary>The report's head.</summary>
    public Report Report => Saved.Head.Value;

    /// <summary>The sections the initiative is asked.</summary>
    public ImmutableArray<Section> Sections => [.. Template.SectionsFor(Initiative)];

    /// <summary>Everything that does not hold.</summary>
    public ImmutableArray<Finding> Findings => CheckReport.Run(Template, Initiative, Answers, Period);

    /// <summary>What a block's counts and amounts cover, with dates: "under perioden 1 januari–1 mars 2023".</summary>
    public string Covers(Block block) =>
        ScopeSpan.Of(block.Scope, Period.Start, Period.End, Initiative.Start, Initiative.End) is { } span ? ScopeWords.Full(block.Scope, span) : "";

    /// <summary>The section a field stands in.</summary>
    public Section? SectionOf(string field) => Sections.FirstOrDefault(s => s.FieldsFor(Initiative).Any(f => f.Key == field));

    /// <summary>The name of whoever saved or sent.</summary>
    public string ContactName(string contact) => Initiative.Contacts.FirstOrDefault(c => c.Id == contact)?.Name ?? contact;

    /// <summary>The address of the report's pages.</summary>
    public string Address(string page = "") => FormRoutes.Address(Report.Key) + (page.Length == 0 ? "" : "/" + page);
}

/// <summary>The addresses of the form's pages.</summary>
public static class FormRoutes
{
    /// <summary>A form link.</summary>
    public const string Link = "r/{token}";

    /// <summary>The report's first page.</summary>
    public const string Home = "rapport/{association}/{period}/{initiative}";

    /// <summary>A section.</summary>
    public const string Section = Home + "/del/{section}";

    /// <summary>Review and send.</summary>
    public const string Review = Home + "/granska";

    /// <summary>The answers, for printing.</summary>
    public const string Print = Home + "/utskrift";

    /// <summary>The address of a report's first page.</summary>
    public static string Address(ReportKey report) => $"/rapport/{report.Association}/{report.Period}/{report.Initiative}";
}
