namespace Finsam.Domain.Participants;

/// <summary>What must hold between the measures of one period.</summary>
public enum ParticipantIdentity
{
    /// <summary>Deltagit någon gång = pågående vid start + nya + överförda in.</summary>
    Touched,

    /// <summary>Pågående vid slutet = deltagit någon gång − avslutade − överförda ut.</summary>
    OngoingAtEnd,
}

/// <summary>What does not hold in participants' counts, for one gender. Counts are persons.</summary>
/// <param name="Gender">Whose counts.</param>
public abstract record ParticipantFinding(Gender Gender)
{
    /// <summary>The two sides of an identity differ.</summary>
    /// <param name="Identity">Which identity.</param>
    /// <param name="Left">Its left side, the measure it is named after.</param>
    /// <param name="Right">Its right side, the sum.</param>
    public sealed record Contradiction(Gender Gender, ParticipantIdentity Identity, decimal Left, decimal Right) : ParticipantFinding(Gender);

    /// <summary>A count is less than zero.</summary>
    /// <param name="Measure">Which count.</param>
    /// <param name="Persons">The count.</param>
    /// <param name="IsDerived">True when nobody entered it: the entered ones it follows from are wrong.</param>
    public sealed record Negative(Gender Gender, ParticipantMeasure Measure, decimal Persons, bool IsDerived) : ParticipantFinding(Gender);

    /// <summary>A period does not start where the one before it ended.</summary>
    /// <param name="PreviousEnd">Pågående vid slutet of the period before.</param>
    /// <param name="Start">Pågående vid start of this one.</param>
    public sealed record Interrupted(Gender Gender, decimal PreviousEnd, decimal Start) : ParticipantFinding(Gender);
}
