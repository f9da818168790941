using System.Collections.Immutable;

namespace Finsam.App.Reminders.Wording;

/// <summary>A kind of mail to the insatsägare and their heads, whose words an association can change.</summary>
/// <param name="Id">The id: in addresses, in mails.json, and the name of the shipped text's file.</param>
/// <param name="Name">What the chef calls it.</param>
/// <param name="When">To whom it goes, and when.</param>
public sealed record MailKind(string Id, string Name, string When)
{
    private static readonly ImmutableArray<MailField> Head =
    [
        MailField.Recipient, MailField.Initiative, MailField.Period, MailField.Year, MailField.LastDay, MailField.LastDate, MailField.Association, MailField.Sender,
        MailField.Email, MailField.Phone,
    ];

    private static readonly ImmutableArray<MailField> Form = [MailField.Link, MailField.WrongRecipient, MailField.LinkCloses, MailField.Parts];

    private static readonly ImmutableArray<MailField> Progress = [MailField.Left, MailField.PartsLeft, MailField.Takes, MailField.AtHand];

    /// <summary>The period opens.</summary>
    public static MailKind Invitation { get; } = new("inbjudan", WordingTexts.Invitation, WordingTexts.InvitationWhen) { Fields = [.. Head, .. Form, .. Progress] };

    /// <summary>The last day comes nearer.</summary>
    public static MailKind Reminder { get; } = new("paminnelse", WordingTexts.Reminder, WordingTexts.ReminderWhen) { Fields = [.. Head, .. Form, .. Progress] };

    /// <summary>The last day has come.</summary>
    public static MailKind OnDue { get; } = new("sista-dagen", WordingTexts.OnDue, WordingTexts.OnDueWhen) { Fields = [.. Head, .. Form, .. Progress] };

    /// <summary>The last day has passed.</summary>
    public static MailKind Overdue { get; } = new("forsenad", WordingTexts.Overdue, WordingTexts.OverdueWhen) { Fields = [.. Head, .. Form, .. Progress] };

    /// <summary>To the owner's head, when nothing has come in.</summary>
    public static MailKind Escalation { get; } = new("eskalering", WordingTexts.Escalation, WordingTexts.EscalationWhen) { Fields = [.. Head, MailField.Asked] };

    /// <summary>A part has been passed on.</summary>
    public static MailKind PassedOn { get; } = new("vidare", WordingTexts.PassedOn, WordingTexts.PassedOnWhen) { Fields = [.. Head, .. Form, .. Progress, MailField.PassedOnBy, MailField.Message] };

    /// <summary>The report has been sent back.</summary>
    public static MailKind Returned { get; } = new("tillbaka", WordingTexts.Returned, WordingTexts.ReturnedWhen) { Fields = [.. Head, .. Form, .. Progress, MailField.ReturnComment] };

    /// <summary>The report has come in.</summary>
    public static MailKind Receipt { get; } = new("kvitto", WordingTexts.Receipt, WordingTexts.ReceiptWhen) { Fields = [.. Head, MailField.Reference] };

    /// <summary>What the year will ask.</summary>
    public static MailKind Questions { get; } = new("fragor", WordingTexts.Questions, WordingTexts.QuestionsWhen)
    {
        Fields = [.. Head, MailField.Link, MailField.LinkCloses, MailField.Parts, MailField.Opens, MailField.MonthList, MailField.Reports, MailField.Takes, MailField.AtHand],
    };

    /// <summary>All of them, as they come in a year.</summary>
    public static ImmutableArray<MailKind> All { get; } = [Questions, Invitation, Reminder, OnDue, Overdue, Escalation, PassedOn, Returned, Receipt];

    /// <summary>The merge fields that its words may have.</summary>
    public ImmutableArray<MailField> Fields { get; private init; } = [];

    /// <summary>True when a mail without its link would be of no use.</summary>
    public bool NeedsLink => Fields.Contains(MailField.Link);

    /// <summary>A kind by its id; null when there is none.</summary>
    public static MailKind? Find(string id) => All.FirstOrDefault(k => k.Id == id);
}
