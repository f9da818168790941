using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.History;
using Finsam.Domain.Participants;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>An earlier year's figures beside the period's: as they were published.</summary>
internal sealed class GridHistory(PeriodMaterial material, MoneyUnit unit)
{
    private readonly List<HistoryFigure> _used = [];

    /// <summary>Where the figures come from.</summary>
    public IEnumerable<string> Notes =>
        from document in _used.Select(material.Record.History.Document).OfType<PublishedDocument>().Distinct()
        let years = _used.Where(f => f.Document == document.Id).Select(f => f.Year).Distinct().Order().ToArray()
        let span = years.Length == 1 ? Year(years[0]) : $"{Year(years[0])}–{Year(years[^1])}"
        select document.Adopted is { } adopted
            ? Format(DraftTexts.FromEarlierAdopted, span, document.Title, SwedishFormat.LongDate(adopted))
            : Format(DraftTexts.FromEarlier, span, document.Title);

    /// <summary>A year's figure of a row; nothing where none was published.</summary>
    public TableCell Cell(ImmutableArray<FigureTerm> terms, ImmutableArray<string> columns, int year)
    {
        var gender = columns is [var one] ? GenderId.Find(one) : null;
        var figures = terms.Select(term => Find(term, gender, year)).ToArray();
        if ((columns.Length > 0 && gender is null) || figures.Length == 0 || figures.Any(f => f is null))
        {
            return DraftTexts.NotAsked;
        }

        _used.AddRange(figures!);
        var sum = figures.Sum(f => f!.Value);
        var source = new FigureSource([.. figures.Select(f => $"historik/{f!.Document}#{f.Measure}.{year}" + (gender is { } g ? "." + GenderId.Of(g) : ""))]);
        return Measure(terms[0])!.Unit == "kr" ? Money(sum, source, unit) : new TableCell(SwedishFormat.Exact(sum), sum, source);
    }

    private HistoryFigure? Find(FigureTerm term, Gender? gender, int year) =>
        Measure(term) is { } measure && material.Record.History.Find(measure.Id, year, term.Initiative, gender) is { IsOfOtherDates: false } figure ? figure : null;

    private HistoryMeasure? Measure(FigureTerm term) => material.Record.History.Measures.FirstOrDefault(m => m.Row == $"{term.Block}.{term.Row}");

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
