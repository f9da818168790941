using System.Collections.Immutable;
using Finsam.Domain.Formats;
using Finsam.Domain.History;
using Finsam.Domain.Records;

namespace Finsam.App.Setup.Checks;

public static partial class CheckRecord
{
    private static IEnumerable<PackageFinding> History(AssociationRecord record)
    {
        const string file = "history.json";
        var history = record.History;
        var documents = history.Documents.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var measures = history.Measures.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var initiatives = record.Initiatives.Initiatives.Select(i => i.Id).Concat(record.Initiatives.Groups.Select(g => g.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in Duplicates(file, "$.documents", history.Documents.Select(d => d.Id))
            .Concat(Duplicates(file, "$.measures", history.Measures.Select(m => m.Id))))
        {
            yield return finding;
        }

        var seen = new HashSet<(string, int, object, string?, object?, string)>();
        foreach (var (index, figure) in history.Figures.Index())
        {
            var path = $"$.figures[{index}]";
            if (!documents.Contains(figure.Document))
            {
                yield return new(file, path + ".document", Say(SetupTexts.UnknownDocument, figure.Document));
            }

            if (!measures.Contains(figure.Measure))
            {
                yield return new(file, path + ".measure", Say(SetupTexts.UnknownMeasure, figure.Measure));
            }

            if (figure.Initiative is { } id && !initiatives.Contains(id))
            {
                yield return new(file, path + ".initiative", Say(SetupTexts.UnknownRow, id));
            }

            if (!seen.Add((figure.Measure, figure.Year, figure.Scope, figure.Initiative, figure.Gender, figure.Document + figure.From + figure.To)))
            {
                yield return new(file, path, SetupTexts.DuplicateFigure);
            }
        }

        foreach (var finding in Differing(history).Concat(PartsOfTotals(history)))
        {
            yield return finding;
        }

        foreach (var (index, figure) in record.Figures.Figures.Index())
        {
            if (figure.Initiative is { } id && !initiatives.Contains(id))
            {
                yield return new("figures.json", $"$.figures[{index}].initiative", Say(SetupTexts.UnknownRow, id));
            }

            if (record.FindPeriod(figure.Period) is null)
            {
                yield return new("figures.json", $"$.figures[{index}].period", Say(SetupTexts.UnknownPeriod, figure.Period));
            }
        }
    }

    // The same thing printed differently in two documents: the comparison of record is the adopted one of its year, but somebody should know.
    private static IEnumerable<PackageFinding> Differing(PublishedHistory history) =>
        from same in history.Figures.Index().GroupBy(f => (f.Item.Measure, f.Item.Year, f.Item.Scope, f.Item.Initiative, f.Item.Gender))
        let values = same.Select(f => f.Item.Value).Distinct().ToArray()
        where values.Length > 1
        select new PackageFinding("history.json", $"$.figures[{same.Last().Index}].value", Say(
            SetupTexts.FiguresDiffer, same.Key.Measure, same.Key.Year, string.Join(", ", values.Select(SwedishFormat.Exact))))
        { IsWarning = true };

    private static IEnumerable<PackageFinding> PartsOfTotals(PublishedHistory history) =>
        from figure in history.Figures.Index()
        where figure.Item.Gender is null && history.Measures.FirstOrDefault(m => m.Id == figure.Item.Measure)?.Unit == Persons
        let parts = history.Figures.Where(f => f.Gender is not null && (f.Measure, f.Year, f.Scope, f.Initiative, f.Document)
            == (figure.Item.Measure, figure.Item.Year, figure.Item.Scope, figure.Item.Initiative, figure.Item.Document)).ToImmutableArray()
        where parts.Length > 1 && parts.Sum(p => p.Value) != figure.Item.Value
        select new PackageFinding("history.json", $"$.figures[{figure.Index}].value", Say(
            SetupTexts.GendersDoNotAddUp, figure.Item.Measure, figure.Item.Year, SwedishFormat.Exact(figure.Item.Value), SwedishFormat.Exact(parts.Sum(p => p.Value))))
        { IsWarning = true };

    private const string Persons = "personer";

    private static IEnumerable<PackageFinding> Columns(AssociationRecord record) =>
        from list in record.Columns.Lists.Index()
        where record.Columns.Lists.Take(list.Index).Any(l => l.List == list.Item.List)
        select new PackageFinding("columns.json", $"$.lists[{list.Index}].list", Say(SetupTexts.DuplicateId, list.Item.List));
}
