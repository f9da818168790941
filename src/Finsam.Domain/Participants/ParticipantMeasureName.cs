namespace Finsam.Domain.Participants;

/// <summary>The measures' Swedish names.</summary>
public static class ParticipantMeasureName
{
    /// <summary>The name as it stands in a sentence, e.g. "pågående vid periodens start".</summary>
    public static string Of(ParticipantMeasure measure) => measure switch
    {
        ParticipantMeasure.OngoingAtStart => ParticipantTexts.OngoingAtStart,
        ParticipantMeasure.New => ParticipantTexts.New,
        ParticipantMeasure.Touched => ParticipantTexts.Touched,
        ParticipantMeasure.Ended => ParticipantTexts.Ended,
        ParticipantMeasure.OngoingAtEnd => ParticipantTexts.OngoingAtEnd,
        ParticipantMeasure.TransferredIn => ParticipantTexts.TransferredIn,
        ParticipantMeasure.TransferredOut => ParticipantTexts.TransferredOut,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };
}
