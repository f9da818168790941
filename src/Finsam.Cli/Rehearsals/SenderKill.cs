using System.Collections.Immutable;
using Finsam.LocalWorker.LocalMail;

namespace Finsam.Cli.Rehearsals;

/// <summary>When a process that sends is killed.</summary>
/// <param name="At">At this step of its conversation with the mail server; null for in the middle of planning.</param>
/// <param name="IsAfter">True for after the server has taken the mail, and before the process hears of it.</param>
/// <param name="Delay">In the middle of planning: how long after it began.</param>
internal sealed record SenderKill(SmtpStepKind? At, bool IsAfter, TimeSpan Delay)
{
    private static readonly ImmutableArray<(SmtpStepKind? At, bool IsAfter)> Kinds =
    [
        (null, false), (null, false), (SmtpStepKind.Connect, false), (SmtpStepKind.Mail, false), (SmtpStepKind.Recipient, false), (SmtpStepKind.Data, false),
        (SmtpStepKind.Taken, false), (SmtpStepKind.Taken, true),
    ];

    /// <summary>So many kills, of every kind.</summary>
    public static ImmutableArray<SenderKill> Of(int count, Random random) =>
    [
        .. Enumerable.Range(0, count).Select(_ =>
        {
            var (at, isAfter) = Kinds[random.Next(Kinds.Length)];
            return new SenderKill(at, isAfter, TimeSpan.FromMilliseconds(random.Next(250)));
        }),
    ];

    /// <summary>The same in the middle of planning: where there is no mail to be killed over.</summary>
    public SenderKill WhilePlanning() => this with { At = null, IsAfter = false };
}
