using System.Text.Json.Serialization;

namespace Finsam.Domain.Reports;

/// <summary>A period of an association.</summary>
/// <param name="Association">The association's id.</param>
/// <param name="Period">The period's id.</param>
public sealed record PeriodKey(string Association, string Period)
{
    /// <summary>The period's report from an initiative.</summary>
    public ReportKey Report(string initiative) => new(Association, Period, initiative);
}

/// <summary>One initiative's report in one period.</summary>
/// <param name="Association">The association's id.</param>
/// <param name="Period">The period's id.</param>
/// <param name="Initiative">The initiative's id.</param>
public sealed record ReportKey(string Association, string Period, string Initiative)
{
    /// <summary>The period it belongs to.</summary>
    [JsonIgnore]
    public PeriodKey PeriodKey => new(Association, Period);

    /// <summary>The stable address of the report, or of an answer in it, as drafts name their sources.</summary>
    public string Address(string? field = null) => $"rapport/{Period}/{Initiative}" + (field is null ? "" : "#" + field);
}
