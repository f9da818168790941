using System.Diagnostics;
using Finsam.Domain.Reports;

namespace Finsam.App.Telemetry;

/// <summary>The traces: from a request or the hour, through the queue, to storage and the mail. They carry ids only: never an address, a token, a name or an answer.</summary>
public static class Traces
{
    /// <summary>The name that exporters and tests listen for.</summary>
    public const string Name = "Finsam";

    /// <summary>The hour's work.</summary>
    public const string Hour = "hour";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins a step of what is going on.</summary>
    public static Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);

    /// <summary>Goes on with what another process has put in a queue. A message from before traces were kept begins a trace of its own.</summary>
    /// <param name="name">The step.</param>
    /// <param name="parent">The traceparent that the message carries.</param>
    public static Activity? GoOn(string name, string? parent) =>
        Source.StartActivity(name, ActivityKind.Consumer, ActivityContext.TryParse(parent, null, isRemote: true, out var context) ? context : default);

    /// <summary>The traceparent for a message (W3C Trace Context); null when nobody listens.</summary>
    public static string? Parent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>Says which association, period and initiative it is about.</summary>
    public static Activity? About(this Activity? activity, ReportKey report) => activity.About(report.PeriodKey)?.SetTag("finsam.initiative", report.Initiative);

    /// <summary>Says which association and period it is about.</summary>
    public static Activity? About(this Activity? activity, PeriodKey period) => activity.About(period.Association)?.SetTag("finsam.period", period.Period);

    /// <summary>Says which association it is about.</summary>
    public static Activity? About(this Activity? activity, string association) => activity?.SetTag("finsam.association", association);
}
