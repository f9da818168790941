using System.Collections.Immutable;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>A figure added up over reports, with what it lacks.</summary>
internal sealed record CountedFigure
{
    /// <summary>Nobody is asked.</summary>
    public static CountedFigure NotAsked { get; } = new() { Asked = [], Form = CountedForm.Count };

    /// <summary>The exact value of what is known; null when nothing is.</summary>
    public decimal? Value { get; init; }

    /// <summary>What it was added up from.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The initiatives that are asked.</summary>
    public required ImmutableArray<InitiativeMaterial> Asked { get; init; }

    /// <summary>Those of them whose report has not come.</summary>
    public ImmutableArray<InitiativeMaterial> Missing { get; init; } = [];

    /// <summary>Those of them that have not answered it, or said that the figure is not to be had.</summary>
    public ImmutableArray<InitiativeMaterial> Unknown { get; init; } = [];

    /// <summary>What kind of figure it is, which decides how it is printed.</summary>
    public required CountedForm Form { get; init; }

    /// <summary>Persons who moved between the initiatives and are counted once.</summary>
    public decimal Moved { get; init; }

    /// <summary>As printed: the figure, or which kind of nothing stands in its place.</summary>
    public TableCell Cell(MoneyUnit unit, int? decimals = null) => Value is { } value
        ? new TableCell(Text(unit, decimals), Form == CountedForm.Kronor ? In(unit, value) : value, new FigureSource(Sources))
        : Asked.IsEmpty ? DraftTexts.NotAsked : Unknown.IsEmpty ? DraftTexts.Missing : DraftTexts.Unknown;

    private string Text(MoneyUnit unit, int? decimals) => Form switch
    {
        CountedForm.Kronor => SwedishFormat.Number(In(unit, Value!.Value)),
        CountedForm.Share => SwedishFormat.Percent(Value!.Value, 1m, decimals ?? 0)!,
        CountedForm.Mean => SwedishFormat.Number(Value!.Value, decimals ?? 1),
        CountedForm.Quantity when decimals is null => SwedishFormat.Exact(Value!.Value),
        _ => SwedishFormat.Number(Value!.Value, decimals ?? 0),
    };
}

/// <summary>What kind of figure it is.</summary>
internal enum CountedForm
{
    /// <summary>Persons or things.</summary>
    Count,

    /// <summary>Kronor.</summary>
    Kronor,

    /// <summary>Hours, årsarbetare.</summary>
    Quantity,

    /// <summary>A mean.</summary>
    Mean,

    /// <summary>A share, 1 for the whole.</summary>
    Share,
}
