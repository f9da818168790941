using Finsam.App.Drafts;
using Finsam.App.Reminders;
using Finsam.Domain.Reports;

namespace Finsam.App.Storage;

/// <summary>A message that asks for a mail to be sent: the mail's key as it has always been written, and beside it the trace it is part of.
/// A message from an earlier version, or to one, is read as if the trace were not there.</summary>
public sealed record QueuedMail(ReportKey Report, string Step, string Contact, string? TraceParent = null)
{
    /// <summary>Which mail.</summary>
    /// <returns>A method and not a property, so that it is not written into the message.</returns>
    public MailKey ToKey() => new(Report, Step, Contact);
}

/// <summary>A message that asks for a draft to be compiled, with the trace it is part of.</summary>
public sealed record QueuedDraft(PeriodKey Period, string Kind, int Version, string? TraceParent = null)
{
    /// <summary>Which draft.</summary>
    public DraftKey ToKey() => new(Period, Kind, Version);
}
