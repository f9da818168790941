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

    /// <summary>The warnings that the sender confirmed.</summary>
    public required ImmutableArray<string> ConfirmedWarnings { get; init; }
}
