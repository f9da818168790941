using System.Collections.Immutable;
using Finsam.LocalWorker.LocalMail;

namespace Finsam.Cli.Rehearsals;

/// <summary>What goes wrong in a conversation with the mail server.</summary>
/// <param name="At">The step at which it does.</param>
/// <param name="Answer">What the server does there.</param>
/// <param name="IsTaken">True when the server has taken the mail all the same.</param>
internal sealed record MailFault(SmtpStepKind At, SmtpAnswer Answer, bool IsTaken = false)
{
    private const int Percent = 15;

    private static readonly ImmutableArray<MailFault> Kinds =
    [
        new(SmtpStepKind.Connect, SmtpAnswer.Refuse(421)),
        new(SmtpStepKind.Connect, SmtpAnswer.Cut),
        new(SmtpStepKind.Mail, SmtpAnswer.Refuse(451)),
        new(SmtpStepKind.Recipient, SmtpAnswer.Refuse(450)),
        new(SmtpStepKind.Recipient, SmtpAnswer.Refuse(550)),
        new(SmtpStepKind.Recipient, SmtpAnswer.Cut),
        new(SmtpStepKind.Recipient, SmtpAnswer.Silence),
        new(SmtpStepKind.Data, SmtpAnswer.Cut),
        new(SmtpStepKind.Taken, SmtpAnswer.Refuse(452)),
        new(SmtpStepKind.Taken, SmtpAnswer.Refuse(554)),
        new(SmtpStepKind.Taken, SmtpAnswer.Cut, IsTaken: true),
    ];

    /// <summary>True when whoever sends cannot know whether the mail was taken.</summary>
    public bool LeavesUncertain => At is SmtpStepKind.Data or SmtpStepKind.Taken && Answer == SmtpAnswer.Cut;

    /// <summary>True when the mail is refused for good.</summary>
    public bool Refuses => this == Kinds[4] || this == Kinds[9];

    /// <summary>What goes wrong in the next conversation; mostly nothing.</summary>
    public static MailFault? Next(Random random) => random.Next(100) < Percent ? Kinds[random.Next(Kinds.Length)] : null;
}
