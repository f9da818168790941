namespace Finsam.Domain.Participants;

/// <summary>What is counted of participants: numbers of persons, never a person. A bare "inskrivna" is none of these.</summary>
public enum ParticipantMeasure
{
    /// <summary>Pågående vid periodens start.</summary>
    OngoingAtStart,

    /// <summary>Nya: begun in the period, and not taken over from another initiative.</summary>
    New,

    /// <summary>Deltagit någon gång: ongoing at the start, new and transferred in.</summary>
    Touched,

    /// <summary>Avslutade: ended in the period, and not handed over to another initiative.</summary>
    Ended,

    /// <summary>Pågående vid slutet.</summary>
    OngoingAtEnd,

    /// <summary>Överförda from an initiative that this one succeeds.</summary>
    TransferredIn,

    /// <summary>Överförda to an initiative that succeeds this one.</summary>
    TransferredOut,
}
