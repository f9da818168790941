using System.Text.Json.Serialization;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Templates;

/// <summary>A text in the owner's own words.</summary>
public sealed record TextBlock : Block
{
    /// <summary>How many characters it may have, 1 to 20 000.</summary>
    public int MaxLength { get; init; } = 4000;

    /// <summary>Sending stops while it is blank.</summary>
    public bool Required { get; init; }

    /// <summary>The text's key.</summary>
    [JsonIgnore]
    public string Key => $"{Id}.text";

    /// <inheritdoc/>
    public override IEnumerable<Field> OwnFields(Initiative initiative) =>
        [new Field(Key, FieldKind.Text, Label) { MaxLength = MaxLength, Required = Required, Help = Help }];
}
