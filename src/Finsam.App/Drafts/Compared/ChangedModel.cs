using Finsam.App.Overview;

namespace Finsam.App.Drafts.Compared;

/// <summary>What the page of changes shows.</summary>
/// <param name="Period">The period.</param>
/// <param name="Versions">The versions, compared.</param>
public sealed record ChangedModel(PeriodStatus Period, ComparedVersions Versions);
