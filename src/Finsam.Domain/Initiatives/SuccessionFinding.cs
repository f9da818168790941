namespace Finsam.Domain.Initiatives;

/// <summary>What is wrong with a succession.</summary>
/// <param name="Fault">The case.</param>
/// <param name="Succession">The succession's id.</param>
/// <param name="Subject">The initiative it is about, by id; null when it is about the whole succession.</param>
public sealed record SuccessionFinding(SuccessionFault Fault, string Succession, string? Subject = null);

/// <summary>The faults of successions.</summary>
public enum SuccessionFault
{
    /// <summary>No initiative is succeeded, or its id is blank.</summary>
    FromIsEmpty,

    /// <summary>No initiative succeeds, or its id is blank.</summary>
    ToIsEmpty,

    /// <summary>Not several to one when merged, one to several when split, one to one when renamed.</summary>
    WrongNumber,

    /// <summary>The initiative stands more than once in the succession.</summary>
    Repeated,

    /// <summary>The initiative is succeeded by another succession too.</summary>
    SucceededTwice,

    /// <summary>The initiative is in the end succeeded by itself.</summary>
    Cycle,

    /// <summary>Before 2004, when lag (2003:1210) came into force, or after 2099.</summary>
    DateOutOfRange,

    /// <summary>The initiative is succeeded before or on the day it itself succeeds another.</summary>
    DateOutOfOrder,

    /// <summary>Participants are transferred from an initiative that the succession doesn't end.</summary>
    TransferFromOutside,

    /// <summary>Participants are transferred to an initiative that the succession doesn't begin.</summary>
    TransferToOutside,

    /// <summary>Fewer than no participants are transferred; the subject is the initiative they left.</summary>
    NegativeTransfer,
}
