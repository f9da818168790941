using System.Globalization;
using Finsam.App.Reminders;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.App.FollowUp;

/// <summary>What the chef reads of a mail: which it is, to whom, what has become of it, and what to do about it.</summary>
public static class MailWords
{
    /// <summary>Which mail it is.</summary>
    public static string Step(OutgoingMail mail, ReportingPeriod period) => mail.Key.Kind switch
    {
        MailSteps.Questions => MailTexts.Questions,
        MailSteps.PassedOn => MailTexts.PassedOn,
        MailSteps.ByHand => MailTexts.ByHand,
        MailSteps.Returned => MailTexts.Returned,
        MailSteps.Receipt => MailTexts.Receipt,
        var id => period.Reminders.FirstOrDefault(s => s.Id == id) is { } step ? Step(step.When) : MailTexts.Reminder,
    };

    /// <summary>Which step of a schedule it is.</summary>
    public static string Step(ReminderMoment when) => when switch
    {
        ReminderMoment.Opens => MailTexts.Invitation,
        ReminderMoment.BeforeDue => MailTexts.BeforeDue,
        ReminderMoment.OnDue => MailTexts.OnDue,
        ReminderMoment.AfterDue => MailTexts.AfterDue,
        ReminderMoment.Escalation => MailTexts.Escalation,
        _ => throw new ArgumentOutOfRangeException(nameof(when), when, null),
    };

    /// <summary>To whom; the id only when nobody has it any more.</summary>
    public static string To(OutgoingMail mail, Initiative initiative, Report? report) =>
        initiative.Contacts.FirstOrDefault(c => c.Id == mail.Key.Contact)?.Name
        ?? initiative.Escalation.FirstOrDefault(c => c.Id == mail.Key.Contact)?.Name
        ?? report?.PassedOn.FirstOrDefault(p => p.Id == mail.Key.Contact)?.Name
        ?? mail.Key.Contact;

    /// <summary>What has become of it.</summary>
    public static string State(OutgoingMail mail) => mail.State switch
    {
        MailState.Planned or MailState.Queued => MailTexts.Waits,
        MailState.Sending => MailTexts.IsSent,
        MailState.Sent => mail.Delivery?.Kind switch
        {
            DeliveryKind.Deferred => MailTexts.Deferred,
            DeliveryKind.Delivered => MailTexts.Delivered,
            DeliveryKind.Reported => MailTexts.Reported,
            DeliveryKind.Blocked => MailTexts.Blocked,
            DeliveryKind.Bounced => MailTexts.Bounced,
            _ => MailTexts.Sent,
        },
        MailState.Failed => MailTexts.Failed,
        MailState.Uncertain => MailTexts.IsUncertain,
        MailState.NotNeeded => MailTexts.NotNeeded,
        _ => "",
    };

    /// <summary>When that was.</summary>
    public static DateTimeOffset At(OutgoingMail mail) => mail.Delivery?.At ?? mail.Since;

    /// <summary>Why: ours when we could not hand it over, the receiving server's when it could not be delivered; null when nothing is said.</summary>
    public static string? Why(OutgoingMail mail) => mail.Reason
        ?? (mail.Delivery is { Kind: not DeliveryKind.Delivered, Reason: { } said } ? string.Format(CultureInfo.InvariantCulture, MailTexts.ServerSaid, said) : null);

    /// <summary>What to do about it; null when there is nothing to do.</summary>
    public static string? WhatToDo(OutgoingMail mail) => (mail.State, mail.Delivery?.Kind) switch
    {
        (MailState.Failed, _) => MailTexts.DoFailed,
        (MailState.Uncertain, _) => MailTexts.DoUncertain,
        (_, DeliveryKind.Bounced) => MailTexts.DoBounced,
        (_, DeliveryKind.Blocked) => MailTexts.DoBlocked,
        (_, DeliveryKind.Reported) => MailTexts.DoReported,
        _ => null,
    };
}
