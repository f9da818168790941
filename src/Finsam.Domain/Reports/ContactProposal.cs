namespace Finsam.Domain.Reports;

/// <summary>A contact that somebody with a link has asked for: "fel mottagare", or a colleague beside oneself. Nothing changes until the chef says yes.</summary>
/// <param name="Id">Stable within the report.</param>
/// <param name="Name">The new contact's name or function.</param>
/// <param name="Email">Where the link should go.</param>
/// <param name="Replaces">The contact who no longer answers; null when the new one comes beside the others.</param>
/// <param name="By">The contact who asked.</param>
/// <param name="At">When.</param>
public sealed record ContactProposal(string Id, string Name, string Email, string? Replaces, string By, DateTimeOffset At)
{
    /// <summary>A word to the chef.</summary>
    public string? Message { get; init; }
}
