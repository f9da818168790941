namespace Finsam.Domain.Budgets;

/// <summary>What the accounts say an initiative or a group cost. Kept beside what its owner reported; a difference is a finding.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Row">The initiative's or the group's id.</param>
/// <param name="Kronor">Exact kronor.</param>
public sealed record BookedOutcome(int Year, string Row, decimal Kronor)
{
    /// <summary>Why it differs from what was reported. Only a comment closes the finding.</summary>
    public string? Comment { get; init; }
}
