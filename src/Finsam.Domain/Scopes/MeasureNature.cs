namespace Finsam.Domain.Scopes;

/// <summary>How a measure behaves over time, which decides what can be derived from what.</summary>
public enum MeasureNature
{
    /// <summary>Nya, avslutade, kronor: happens on a day, so spans that adjoin add up.</summary>
    Flow,

    /// <summary>Pågående vid slutet: a state at the span's last day, whatever its first.</summary>
    Level,

    /// <summary>Deltagit någon gång: the level at the span's start and the flows of nya and of those transferred in. Never adds up over spans: who took part in two is in both.</summary>
    Touched,

    /// <summary>What nobody has said the nature of: persons of an age, of whom some may be in both spans. Neither added nor taken away; known only
    /// for the very span it was given for.</summary>
    Own,
}
