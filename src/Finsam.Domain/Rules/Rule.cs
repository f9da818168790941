using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Finsam.Domain.Rules;

/// <summary>What must hold between answers: a sum of cells compared with a sum of cells. Data in the template.</summary>
/// <param name="Id">Stable within the template.</param>
/// <param name="Left">The cells on the left. "{each}" in a key stands for each of <see cref="Each"/> in turn.</param>
/// <param name="Comparison">How left and right must compare.</param>
/// <param name="Right">The cells on the right.</param>
/// <param name="Severity">What happens when it does not hold.</param>
/// <param name="Message">The Swedish sentence shown at the left-hand cells; {left} and {right} are the two sums.</param>
public sealed record Rule(
    string Id,
    ImmutableArray<string> Left,
    Comparison Comparison,
    ImmutableArray<string> Right,
    Severity Severity,
    string Message)
{
    /// <summary>What "{each}" stands for; empty when the rule holds once.</summary>
    public ImmutableArray<string> Each { get; init; } = [];
}

/// <summary>How two sums compare.</summary>
public enum Comparison
{
    /// <summary>Left is at most right.</summary>
    [JsonStringEnumMemberName("<=")]
    AtMost,

    /// <summary>Left equals right.</summary>
    [JsonStringEnumMemberName("=")]
    Equal,

    /// <summary>Left is at least right.</summary>
    [JsonStringEnumMemberName(">=")]
    AtLeast,
}

/// <summary>What a finding does.</summary>
public enum Severity
{
    /// <summary>Sending stops until it is put right.</summary>
    Error,

    /// <summary>Sending asks that it be confirmed.</summary>
    Warning,
}

/// <summary>Something that does not hold, at the fields it concerns.</summary>
/// <param name="Severity">Stops or asks.</param>
/// <param name="Message">A Swedish sentence that says what to do.</param>
/// <param name="Fields">The keys of the fields, the first one the place to go to.</param>
public sealed record Finding(Severity Severity, string Message, ImmutableArray<string> Fields);
