using System.Collections.Immutable;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Templates;

/// <summary>Named single numbers.</summary>
public sealed record FiguresBlock : Block
{
    /// <summary>The figures asked.</summary>
    public required ImmutableArray<Figure> Figures { get; init; }

    /// <summary>The key of a figure.</summary>
    public string KeyOf(string figure) => $"{Id}.{figure}";

    /// <inheritdoc/>
    public override IEnumerable<Field> OwnFields(Initiative initiative) => Figures.Select(figure => new Field(KeyOf(figure.Id), (FieldKind)figure.Kind, figure.Label)
    {
        Help = figure.Help,
        Unit = figure.Unit,
        Required = figure.Required,
    });
}

/// <summary>A number that is asked by itself.</summary>
/// <param name="Id">Stable within the block.</param>
/// <param name="Label">The question.</param>
public sealed record Figure(string Id, string Label)
{
    /// <summary>A count, an amount in kronor or a decimal.</summary>
    public NumberKind Kind { get; init; }

    /// <summary>What it is counted in, after the field: "personer", "grupper", "timmar".</summary>
    public string? Unit { get; init; }

    /// <summary>What to think of.</summary>
    public string? Help { get; init; }

    /// <summary>Sending stops while it is blank.</summary>
    public bool Required { get; init; }
}
