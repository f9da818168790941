using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Finsam.Domain.Rules;

/// <summary>Something that does not hold, at the fields it concerns.</summary>
/// <param name="Severity">Stops or asks.</param>
/// <param name="Message">A Swedish sentence that says what to do.</param>
/// <param name="Fields">The keys of the fields, the first one the place to go to.</param>
/// <param name="Rule">The rule of the template; null for what the kind of block demands.</param>
/// <param name="IsIdentity">True for the participants' identities: passed over where a rule of the template's own has said it already.</param>
public sealed record Finding(Severity Severity, string Message, ImmutableArray<string> Fields, string? Rule = null, bool IsIdentity = false)
{
    /// <summary>True when it says of a field that has to be filled in that it is blank.</summary>
    public bool IsBlank { get; init; }

    /// <summary>What a comment that explains the warning hangs on: the same for as long as the same rule speaks of the same field.</summary>
    public string Id => $"{Rule ?? "krav"}:{Fields[0]}";

    /// <summary>Equal when they say the same of the same fields.</summary>
    public bool Equals([NotNullWhen(true)] Finding? other) =>
        other is not null && (Severity, Message, Rule) == (other.Severity, other.Message, other.Rule) && Fields.SequenceEqual(other.Fields, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Severity, Message, Rule);
}
