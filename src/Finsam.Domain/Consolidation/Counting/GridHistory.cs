using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.History;
using Finsam.Domain.Participants;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>An earlier year's figures beside the period's: as they were published.</summary>
internal sealed class GridHistory(PeriodMaterial material)
{
    private readonly List<HistoryFigure> _used = [];
    private readonly FigureForms _forms = new(material.Template, material.Record.History);

    /// <summary>Where the figures come from.</summary>
    public IEnumerable<string> Notes =>
        from document in _used.Select(material.Record.History.Document).OfType<PublishedDocument>().Distinct()
        let years = _used.Where(f => f.Document == document.Id).Select(f => f.Year).Distinct().Order().ToArray()
        let span = years.Length == 1 ? Year(years[0]) : $"{Year(years[0])}–{Year(years[^1])}"
        select document.Adopted is { } adopted
            ? Format(DraftTexts.FromEarlierAdopted, span, document.Title, SwedishFormat.LongDate(adopted))
            : Format(DraftTexts.FromEarlier, span, document.Title);

    /// <summary>A year's figure, with its signs, base and divisor; nothing where any part of it was not published.</summary>
    /// <param name="figure">The figure, with its base.</param>
    /// <param name="columns">The columns that are added up.</param>
    /// <param name="wholeColumns">The columns of the base.</param>
    /// <param name="year">The year.</param>
    /// <param name="initiative">Whose; null for the association's.</param>
    public CountedFigure Of(FigureExpression figure, ImmutableArray<string> columns, ImmutableArray<string> wholeColumns, int year, string? initiative)
    {
        ImmutableArray<Part>? part = Find(figure.Terms, columns, year, initiative), whole = figure.Of.IsEmpty ? [] : Find(figure.Of, wholeColumns, year, initiative);
        var divisor = figure.Of.IsEmpty ? figure.Per : figure.Per * (whole?.Sum(p => p.Value) ?? 0m);
        if (part is null || divisor == 0)
        {
            return CountedFigure.NotAsked;
        }

        ImmutableArray<Part> used = [.. part, .. whole ?? []];
        _used.AddRange(used.Select(p => p.Figure));
        return new CountedFigure
        {
            Value = part.Value.Sum(p => p.Value) / divisor,
            Sources = [.. used.Select(p => p.Source).Distinct(StringComparer.Ordinal)],
            Asked = [],
            Form = figure.Of.IsEmpty ? Form(figure.Terms[0]) : _forms.Of(figure.Terms, figure.Of),
        };
    }

    private ImmutableArray<Part>? Find(ImmutableArray<FigureTerm> terms, ImmutableArray<string> columns, int year, string? initiative)
    {
        var parts = terms.Select(term => Find(term, term.Column is { } own ? [own] : columns, year, term.Initiative ?? initiative)).ToArray();
        return parts.Any(p => p is null) ? null : [.. parts.OfType<Part>()];
    }

    // What was published is of all or of a kön: columns that are neither have no earlier year.
    private Part? Find(FigureTerm term, ImmutableArray<string> columns, int year, string? initiative)
    {
        var gender = columns is [var one] ? GenderId.Find(one) : null;
        return (columns.IsEmpty || gender is not null)
            && Measure(term) is { } measure && material.Record.History.Find(measure.Id, year, initiative, gender) is { IsOfOtherDates: false } figure
            ? new Part(figure, term.Minus ? -figure.Value : figure.Value, $"historik/{figure.Document}#{figure.Measure}.{year}" + (gender is { } g ? "." + GenderId.Of(g) : ""))
            : null;
    }

    // Printed with the decimals it was published with.
    private CountedForm Form(FigureTerm term) => Measure(term)!.Unit == "kr" ? CountedForm.Kronor : CountedForm.Quantity;

    private HistoryMeasure? Measure(FigureTerm term) => material.Record.History.Measures.FirstOrDefault(m => m.Row == $"{term.Block}.{term.Row}");

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private sealed record Part(HistoryFigure Figure, decimal Value, string Source);
}
