using System.Diagnostics.Metrics;

namespace Finsam.App.Telemetry;

/// <summary>The figures that say whether the service does what it is for. Counted by association only, so that no series names an initiative or a person.</summary>
public static class Measures
{
    /// <summary>The name that exporters and tests listen for.</summary>
    public const string Name = "Finsam";

    /// <summary>The tag that says which association.</summary>
    public const string Association = "finsam.association";

    /// <summary>The tag that says which kind of mail.</summary>
    public const string Kind = "finsam.mail.kind";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Submitted = Meter.CreateCounter<long>("finsam.reports.submitted", "{report}", "Reports sent in.");
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>("finsam.mails.sent", "{mail}", "Mails that a provider took.");
    private static readonly Counter<long> Failed = Meter.CreateCounter<long>("finsam.mails.failed", "{mail}", "Mails that a provider refused, or that were tried too many times.");
    private static readonly Counter<long> Uncertain = Meter.CreateCounter<long>("finsam.mails.uncertain", "{mail}", "Mails of which nobody knows whether they went out.");
    private static readonly Counter<long> Late = Meter.CreateCounter<long>("finsam.reminders.late", "{mail}", "Reminders planned more than two hours after their time.");
    private static readonly Counter<long> Drafts = Meter.CreateCounter<long>("finsam.drafts.made", "{draft}", "Drafts compiled.");

    /// <summary>A report has been sent in.</summary>
    public static void ReportSubmitted(string association) => Submitted.Add(1, Of(association));

    /// <summary>A mail has been sent.</summary>
    public static void MailSent(string association, string kind) => Sent.Add(1, Of(association), new(Kind, kind));

    /// <summary>A mail has failed for good.</summary>
    public static void MailFailed(string association, string kind) => Failed.Add(1, Of(association), new(Kind, kind));

    /// <summary>A mail has become uncertain.</summary>
    public static void MailUncertain(string association, string kind) => Uncertain.Add(1, Of(association), new(Kind, kind));

    /// <summary>A reminder was planned long after its time.</summary>
    public static void ReminderLate(string association, string kind) => Late.Add(1, Of(association), new(Kind, kind));

    /// <summary>A draft has been made.</summary>
    public static void DraftMade(string association) => Drafts.Add(1, Of(association));

    private static KeyValuePair<string, object?> Of(string association) => new(Association, association);
}
