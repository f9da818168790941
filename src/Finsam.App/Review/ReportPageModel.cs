using System.Collections.Immutable;
using Finsam.App.Forms;
using Finsam.App.Reports;
using Finsam.Domain.Reports;

namespace Finsam.App.Review;

/// <summary>A report as the association sees it.</summary>
/// <param name="Form">The form with its answers.</param>
/// <param name="History">What has happened to it, oldest first.</param>
public sealed record ReportPageModel(FormView Form, ImmutableArray<ReportEvent> History)
{
    /// <summary>The report as it was sent; null before that.</summary>
    public ReportSnapshot? Sent { get; init; }
}
