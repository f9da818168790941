using System.Collections.Immutable;

namespace Finsam.Domain.Participants;

/// <summary>The ids of kön in field keys and JSON: "kvinna", "man", "annat", "okant".</summary>
public static class GenderId
{
    private static readonly ImmutableArray<string> Ids = ["kvinna", "man", "annat", "okant"];

    /// <summary>The id.</summary>
    public static string Of(Gender gender) => Ids[(int)gender];

    /// <summary>The gender of an id, written exactly so; null when it is none of the four.</summary>
    public static Gender? Find(string id) => Ids.IndexOf(id) is var index and >= 0 ? (Gender)index : null;
}
