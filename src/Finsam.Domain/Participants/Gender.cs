using System.Text.Json.Serialization;

namespace Finsam.Domain.Participants;

/// <summary>Kön as participants are counted. <see cref="Other"/> and <see cref="Unknown"/> are never merged, not in the grand total either:
/// the one is what a person said, the other that nobody asked.</summary>
public enum Gender
{
    /// <summary>Kvinna.</summary>
    [JsonStringEnumMemberName("kvinna")]
    Woman,

    /// <summary>Man.</summary>
    [JsonStringEnumMemberName("man")]
    Man,

    /// <summary>Annat/vill ej uppge.</summary>
    [JsonStringEnumMemberName("annat")]
    Other,

    /// <summary>Okänt.</summary>
    [JsonStringEnumMemberName("okant")]
    Unknown,
}
