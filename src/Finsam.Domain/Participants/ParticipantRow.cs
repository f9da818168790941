using System.Collections.Frozen;

namespace Finsam.Domain.Participants;

/// <summary>The ids of matrix rows that count participants. A row with one of them is known for what it is in every template: it is checked against
/// the others, derived where it is not asked, and added up over time in its own way.</summary>
public static class ParticipantRow
{
    private static readonly FrozenDictionary<string, ParticipantMeasure> ById = new Dictionary<string, ParticipantMeasure>(StringComparer.Ordinal)
    {
        ["start"] = ParticipantMeasure.OngoingAtStart,
        ["nya"] = ParticipantMeasure.New,
        ["deltagit"] = ParticipantMeasure.Touched,
        ["avslutade"] = ParticipantMeasure.Ended,
        ["slut"] = ParticipantMeasure.OngoingAtEnd,
        ["overforda-in"] = ParticipantMeasure.TransferredIn,
        ["overforda-ut"] = ParticipantMeasure.TransferredOut,
    }.ToFrozenDictionary();

    /// <summary>The measure of a row; null for a row that counts something else.</summary>
    public static ParticipantMeasure? Find(string id) => ById.TryGetValue(id, out var measure) ? measure : null;

    /// <summary>The row of a measure.</summary>
    public static string Of(ParticipantMeasure measure) => ById.First(r => r.Value == measure).Key;
}
