using Finsam.Domain.Answers;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Rules;

/// <summary>How far a part of the form has come, by its answers: that somebody has pressed Spara says nothing.</summary>
/// <param name="IsBegun">True when something in it is answered.</param>
/// <param name="Left">How many fields still have to be filled in before the report can be sent.</param>
public readonly record struct PartProgress(bool IsBegun, int Left)
{
    /// <summary>True when something is answered and nothing more has to be.</summary>
    public bool IsDone => IsBegun && Left == 0;

    /// <summary>True when nothing is answered and nothing has to be.</summary>
    public bool IsOptional => !IsBegun && Left == 0;

    /// <summary>How far a part has come.</summary>
    /// <param name="part">The part.</param>
    /// <param name="initiative">Whose report it is.</param>
    /// <param name="answers">What has been answered.</param>
    /// <param name="findings">What <see cref="CheckReport"/> says of the answers: a rule may need an answer that is not needed by itself.</param>
    public static PartProgress Of(FormPart part, Initiative initiative, AnswerSheet answers, IEnumerable<Finding> findings)
    {
        var keys = part.FieldsFor(initiative).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        return new PartProgress(
            keys.Any(key => answers[key] is not null),
            findings.Where(f => f.Severity == Severity.Error).Select(f => f.Fields[0]).Where(keys.Contains).Distinct(StringComparer.Ordinal).Count(key => answers[key] is null));
    }
}
