using System.Collections.Immutable;
using Finsam.Domain.Answers;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Reports;

/// <summary>A report as it was sent: what drafts read. Never changed; a new sending is a new snapshot.</summary>
public sealed record ReportSnapshot
{
    /// <summary>Which report it is.</summary>
    public required ReportKey Key { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The contact whose link was used.</summary>
    public required string SubmittedBy { get; init; }

    /// <summary>SHA-256 of the template.</summary>
    public required string TemplateHash { get; init; }

    /// <summary>The initiative as the record had it.</summary>
    public required Initiative Initiative { get; init; }

    /// <summary>The answers.</summary>
    public required AnswerSheet Answers { get; init; }

    /// <summary>The warnings there were, each with the owner's explanation.</summary>
    public required ImmutableArray<ExplainedWarning> ExplainedWarnings { get; init; }
}

/// <summary>A warning that did not stop the report, and why it is right all the same.</summary>
/// <param name="Message">What the warning says.</param>
/// <param name="Comment">The owner's words.</param>
public sealed record ExplainedWarning(string Message, string Comment);
