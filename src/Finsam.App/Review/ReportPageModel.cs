using System.Collections.Immutable;
using Finsam.App.FollowUp;
using Finsam.App.Forms;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.Domain.Associations;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.App.Review;

/// <summary>A report as the association sees it.</summary>
/// <param name="Form">The form with its answers.</param>
/// <param name="History">What has happened to it, oldest first.</param>
public sealed record ReportPageModel(FormView Form, ImmutableArray<ReportEvent> History)
{
    /// <summary>The report as it was sent; null before that.</summary>
    public ReportSnapshot? Sent { get; init; }

    /// <summary>The mails about it, oldest first.</summary>
    public ImmutableArray<OutgoingMail> Mails { get; init; } = [];

    /// <summary>When what is sent by itself is due; null when the period is gone from the record.</summary>
    public ReminderSchedule? Schedule { get; init; }

    /// <summary>As what it is seen: what the viewer may not do is not offered.</summary>
    public Role Viewer { get; init; } = Role.Reader;

    /// <summary>When it is seen.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What was asked for and could not be done; null when nothing was.</summary>
    public FollowUpTrouble? Trouble { get; init; }
}
