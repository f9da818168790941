using System.Collections.Immutable;

namespace Finsam.Domain.Reports;

/// <summary>Somebody whom the owner has asked to answer a part of the report: the ekonom. Has a link to only that part, and cannot send the report.</summary>
/// <param name="Id">Stable within the report; no contact of the initiative has it.</param>
/// <param name="Name">The name the mail greets.</param>
/// <param name="Email">Where the link is sent.</param>
/// <param name="Parts">The parts, by id.</param>
/// <param name="By">The contact who asked.</param>
/// <param name="At">When.</param>
public sealed record PassedOn(string Id, string Name, string Email, ImmutableArray<string> Parts, string By, DateTimeOffset At)
{
    /// <summary>A word from the one who asks, in the mail.</summary>
    public string? Message { get; init; }

    /// <summary>True when it has been taken back: the link no longer opens.</summary>
    public bool IsTakenBack { get; init; }
}
