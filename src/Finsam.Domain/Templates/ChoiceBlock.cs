using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Templates;

/// <summary>A question with given answers: one of them, or several.</summary>
public sealed record ChoiceBlock : Block
{
    /// <summary>The alternatives.</summary>
    public required ImmutableArray<Choice> Choices { get; init; }

    /// <summary>Several may be ticked.</summary>
    public bool Several { get; init; }

    /// <summary>Sending stops while it is unanswered; only of a question with one answer.</summary>
    public bool Required { get; init; }

    /// <summary>The key of the one answer.</summary>
    [JsonIgnore]
    public string Key => $"{Id}.val";

    /// <summary>The key of an alternative that may be ticked.</summary>
    public string KeyOf(string choice) => $"{Id}.{choice}";

    /// <inheritdoc/>
    public override IEnumerable<Field> OwnFields(Initiative initiative) => Several
        ? Choices.Select(choice => new Field(KeyOf(choice.Id), FieldKind.Flag, choice.Label) { Help = choice.Help })
        : [new Field(Key, FieldKind.Choice, Label) { Choices = Choices, Required = Required, Help = Help }];
}
