namespace Finsam.EndToEnd.Tests.Kills;

/// <summary>Where our process is killed: at a step it takes towards storage or the mail server, before or after that step has taken effect.</summary>
/// <param name="Step">The step, as <see cref="WriteStep"/> or <see cref="MailServer"/> names it, with the number of its occurrence.</param>
/// <param name="Moment">Before the step is done, or after it was done and before our process hears of it.</param>
internal sealed record KillPoint(string Step, KillMoment Moment)
{
    public override string ToString() => $"killed {(Moment == KillMoment.Before ? "before" : "after")} «{Step}»";
}

internal enum KillMoment
{
    Before,
    After,
}
