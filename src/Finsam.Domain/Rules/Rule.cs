using System.Text.Json.Serialization;
using Finsam.Domain.Answers;
using Finsam.Domain.Formats;

namespace Finsam.Domain.Rules;

/// <summary>What must hold between answers. Data in the template: a kind, the cells it points at, a severity and a Swedish message. A new kind is a
/// record here, a definition in template.schema.json and a line below.</summary>
/// <param name="Id">Stable within the template: comments that explain a warning hang on it.</param>
/// <param name="Severity">What happens when it does not hold.</param>
/// <param name="Message">The Swedish sentence shown at the cells; {field} is the first cell's name, the other words in braces are the kind's own.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CompareRule), "compare")]
[JsonDerivedType(typeof(RequiredRule), "required")]
[JsonDerivedType(typeof(RangeRule), "range")]
[JsonDerivedType(typeof(ChangeRule), "change")]
[JsonDerivedType(typeof(AccumulatedRule), "accumulated")]
[JsonDerivedType(typeof(TextFiguresRule), "text-figures")]
public abstract record Rule(string Id, Severity Severity, string Message)
{
    /// <summary>The keys of the cells it reads, with "{each}" spelled out.</summary>
    [JsonIgnore]
    public abstract IEnumerable<string> Keys { get; }

    /// <summary>What does not hold. A rule whose cells the initiative is not asked says nothing.</summary>
    public abstract IEnumerable<Finding> Check(ReportUnderCheck report);

    /// <summary>The sum of some cells. A sum with a blank or unknown part is not a sum: null.</summary>
    protected static decimal? Sum(IEnumerable<string> keys, AnswerSheet answers) =>
        keys.Aggregate((decimal?)0m, (sum, key) => sum + answers.Number(key));

    /// <summary>The finding, with the message's words filled in.</summary>
    protected Finding Say(ReportUnderCheck report, IEnumerable<string> fields, params (string Word, decimal Value)[] words)
    {
        var keys = fields.ToArray();
        var message = words.Aggregate(
            Message.Replace("{field}", report.LabelOf(keys[0]), StringComparison.Ordinal),
            (text, word) => text.Replace($"{{{word.Word}}}", SwedishFormat.Exact(word.Value), StringComparison.Ordinal));
        return new Finding(Severity, message, [.. keys], Id);
    }

    /// <summary>A key with "{each}" spelled out.</summary>
    protected static string Spelled(string key, string each) => key.Replace("{each}", each, StringComparison.Ordinal);
}

/// <summary>What a finding does.</summary>
public enum Severity
{
    /// <summary>Sending stops until it is put right.</summary>
    Error,

    /// <summary>Sending asks for a comment that explains it.</summary>
    Warning,
}
