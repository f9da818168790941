using System.Collections.Immutable;
using Finsam.Domain.Answers;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Templates;

/// <summary>A form of one block.</summary>
internal static class OneBlock
{
    public static FormTemplate Template(this Block block) => new() { Id = "ett", Title = "Ett", Sections = [new Section("del", "Del", AskedOf.Everyone, [block])] };

    public static ImmutableArray<Finding> Check(this Block block, params (string Key, object Value)[] answers) => block.CheckOf(Some.Initiative(), answers);

    public static ImmutableArray<Finding> CheckOf(this Block block, Initiative initiative, params (string Key, object Value)[] answers) =>
        CheckReport.Run(block.Template(), initiative, Some.Answers(answers), Some.Period);

    public static string[] Messages(this IEnumerable<Finding> findings) => [.. findings.Select(f => f.Message)];

    /// <summary>An initiative that two parties answer for.</summary>
    public static Initiative Shared { get; } = Some.Initiative() with { Parties = [new ReportingParty("a", "Arbetsförmedlingen"), new ReportingParty("b", "Bollnäs kommun")] };

    public static Answer Unknown => Answer.Unknown.Instance;
}
