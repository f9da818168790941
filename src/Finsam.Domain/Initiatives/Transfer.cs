using Finsam.Domain.Participants;

namespace Finsam.Domain.Initiatives;

/// <summary>Participants who were överförda: neither ended in the old nor new in the new. Numbers of persons, 0 or more; the kinds of
/// <see cref="Gender"/> are never merged.</summary>
public sealed record Transfer
{
    /// <summary>The initiative they left, by id.</summary>
    public required string From { get; init; }

    /// <summary>The initiative they came to, by id.</summary>
    public required string To { get; init; }

    /// <summary>Kvinnor.</summary>
    public required int Women { get; init; }

    /// <summary>Män.</summary>
    public required int Men { get; init; }

    /// <summary>Annat/vill ej uppge.</summary>
    public required int Other { get; init; }

    /// <summary>Okänt.</summary>
    public required int Unknown { get; init; }

    /// <summary>The persons of one gender.</summary>
    public int Count(Gender gender) => gender switch
    {
        Gender.Woman => Women,
        Gender.Man => Men,
        Gender.Other => Other,
        Gender.Unknown => Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(gender), gender, null),
    };
}
