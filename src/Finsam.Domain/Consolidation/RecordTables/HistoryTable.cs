using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.History;
using Finsam.Domain.Participants;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.RecordTables;

/// <summary>Figures over several years: the period's own from its reports where they give the whole year, earlier ones as they were published. A note
/// names the documents, a footnote every figure that was printed wrong.</summary>
internal static class HistoryTable
{
    private const string Footnotes = "¹²³⁴⁵⁶⁷⁸⁹";

    private static readonly ImmutableArray<Gender?> WithAll = [null, Gender.Woman, Gender.Man, Gender.Other, Gender.Unknown];

    public static DraftPart.Table Build(PeriodMaterial material, RecordPart part, string caption)
    {
        var used = new List<HistoryFigure>();
        var own = new List<string>();
        var measures = part.Measures.Select(id => material.Record.History.Measures.First(m => m.Id == id)).ToImmutableArray();
        var unit = part.Unit ?? material.Association.Settings.Units.Overview;
        var years = Enumerable.Range(0, part.Years).Select(back => material.Period.Year - back).ToImmutableArray();
        TableCell Cell(HistoryMeasure measure, int year, Gender? gender) => Shown(material, unit, measure, year, gender, used, own);
        var (columns, rows) = part.Layout switch
        {
            RecordLayout.YearsDown => YearsDown(material, measures[0], years, Cell),
            RecordLayout.ByGender => ByGender(material, measures, years, Cell),
            _ => Across(measures, years, Cell),
        };
        var head = part.Layout != RecordLayout.YearsDown && measures.Any(m => m.Unit == "kr") ? columns[0] with { Header = Format(DraftTexts.AmountIn, Texts.Word(unit)) } : columns[0];
        return new DraftPart.Table("historik-" + part.Measures[0], caption, columns.SetItem(0, head), rows, [.. own.Distinct(StringComparer.Ordinal), .. Notes(material, used)]);
    }

    private static (ImmutableArray<TableColumn> Columns, ImmutableArray<TableRow> Rows) Across(
        ImmutableArray<HistoryMeasure> measures, ImmutableArray<int> years, Func<HistoryMeasure, int, Gender?, TableCell> cell) =>
    (
        [new("", Width: 4), .. years.Select(y => new TableColumn(Year(y), Alignment.Right, 2))],
        [.. measures.Select(m => new TableRow([m.Name, .. years.Select(y => cell(m, y, null))]))]);

    private static (ImmutableArray<TableColumn> Columns, ImmutableArray<TableRow> Rows) YearsDown(
        PeriodMaterial material, HistoryMeasure measure, ImmutableArray<int> years, Func<HistoryMeasure, int, Gender?, TableCell> cell)
    {
        var genders = Genders(material, [measure], years);
        return (
            [new(DraftTexts.Year, Width: 2), .. genders.Select(g => new TableColumn(Word(g), Alignment.Right, 2))],
            [.. years.Reverse().Select(y => new TableRow([Year(y), .. genders.Select(g => cell(measure, y, g))]))]);
    }

    private static (ImmutableArray<TableColumn> Columns, ImmutableArray<TableRow> Rows) ByGender(
        PeriodMaterial material, ImmutableArray<HistoryMeasure> measures, ImmutableArray<int> years, Func<HistoryMeasure, int, Gender?, TableCell> cell)
    {
        var genders = Genders(material, measures, years);
        var columns = years.SelectMany(y => genders.Select(g => (Year: y, Gender: g))).ToImmutableArray();
        return (
            [new("", Width: 4), .. columns.Select(c => new TableColumn(Format(DraftTexts.GenderIn, Year(c.Year), Word(c.Gender).ToLowerInvariant()), Alignment.Right, 2))],
            [.. measures.Select(m => new TableRow([m.Name, .. columns.Select(c => cell(m, c.Year, c.Gender))]))]);
    }

    // Only those kön that any of the figures is told for: two columns more, all blank, tell nobody anything.
    private static ImmutableArray<Gender?> Genders(PeriodMaterial material, ImmutableArray<HistoryMeasure> measures, ImmutableArray<int> years) =>
    [
        .. WithAll.Where(g => g is null || measures.Any(m => years.Any(y =>
            material.Record.History.Find(m.Id, y, gender: g) is not null || (y == material.Period.Year && Entered(material, m, g) is not null) || (y == material.Period.Year && IsWholeYear(material) && Reported(material, m, g) is { Cell.Value: not (null or 0) })))),
    ];

    private static TableCell Shown(
        PeriodMaterial material, MoneyUnit unit, HistoryMeasure measure, int year, Gender? gender, List<HistoryFigure> used, List<string> own)
    {
        if (year == material.Period.Year && Entered(material, measure, gender) is { } entered)
        {
            own.Add(Format(DraftTexts.EnteredFrom, Year(year), measure.Name, entered.Source));
            return Value(unit, measure, entered.Value, FigureSource.Of($"register/egna-uppgifter/{measure.Id}#{material.Period.Id}" + (gender is { } of ? "." + GenderId.Of(of) : "")));
        }

        var reported = year == material.Period.Year ? Reported(material, measure, gender) : null;
        if (reported is not null && IsWholeYear(material))
        {
            own.AddRange(reported.Notes.Select(n => Format(DraftTexts.OfYear, Year(year), n)));
            return reported.Cell;
        }

        if (material.Record.History.Find(measure.Id, year, gender: gender) is not { } figure)
        {
            if (reported is not null)
            {
                own.Add(Format(
                    DraftTexts.YearNotReported, Year(year), ScopeWords.Brief(Scope.Period, new DateSpan(new DateOnly(year, 1, 1), material.Period.End))));
            }

            return "";
        }

        used.Add(figure);
        var cell = Value(unit, measure, figure.Value, FigureSource.Of(
            $"historik/{figure.Document}#{figure.Measure}.{year}" + (gender is { } g ? "." + GenderId.Of(g) : "")));
        cell = figure.Approximate ? cell with { Text = Format(DraftTexts.About, cell.Text) } : cell;
        var corrected = used.Where(f => f.Correction is not null).Distinct().ToList().IndexOf(figure);
        return corrected < 0 ? cell : cell with { Text = cell.Text + SwedishFormat.NoBreakSpace + Mark(corrected) };
    }

    // What only a person can know, with where she has it from.
    private static EnteredFigure? Entered(PeriodMaterial material, HistoryMeasure measure, Gender? gender) => material.Record.Figures.Figures.FirstOrDefault(f =>
        f.Measure == measure.Id && f.Period == material.Period.Id && f.Initiative is null && f.Gender == gender
        && (f.Scope == Scope.Year || (f.Scope == Scope.Period && IsWholeYear(material))));

    // The other years are whole: what the reports say to a day within the year does not stand beside them.
    private static bool IsWholeYear(PeriodMaterial material) => material.Period.End is { Month: 12, Day: 31 };

    private static OwnFigure? Reported(PeriodMaterial material, HistoryMeasure measure, Gender? gender)
    {
        // A measure that is entered is never reckoned: participations are not persons.
        if (material.Record.Figures.Figures.Any(f => f.Measure == measure.Id) || measure.Row?.Split('.') is not [var blockId, var row]
            || material.Template.Sections.SelectMany(s => s.Blocks).OfType<MatrixBlock>().FirstOrDefault(b => b.Id == blockId) is not { } block
            || material.Initiatives.All(i => i.Report is null))
        {
            return null;
        }

        var part = new ParticipantsPart("", blockId, row) { Scope = Scope.Year };
        var table = ParticipantsTable.Build(material, "", part);
        var column = gender is { } g ? block.Columns.Index().Where(c => c.Item.Id == GenderId.Of(g)).Select(c => c.Index + 2).FirstOrDefault() : 1;
        return column == 0 ? null : new OwnFigure(table.Rows[^1].Cells[column], table.Notes);
    }

    private static TableCell Value(MoneyUnit unit, HistoryMeasure measure, decimal value, FigureSource source) => measure.Unit switch
    {
        "kr" => Money(value, source, unit),
        "%" => new TableCell(SwedishFormat.Exact(value) + SwedishFormat.NoBreakSpace + "%", value / 100m, source),
        _ => new TableCell(SwedishFormat.Exact(value), value, source),
    };

    private static IEnumerable<string> Notes(PeriodMaterial material, List<HistoryFigure> used)
    {
        foreach (var document in used.Select(f => material.Record.History.Document(f)).OfType<PublishedDocument>().Distinct().OrderByDescending(d => d.Year))
        {
            var years = used.Where(f => f.Document == document.Id).Select(f => f.Year).Distinct().Order().ToArray();
            var span = years.Length == 1 ? Year(years[0]) : $"{Year(years[0])}–{Year(years[^1])}";
            yield return document.Adopted is { } adopted
                ? Format(DraftTexts.FromEarlierAdopted, span, document.Title, SwedishFormat.LongDate(adopted))
                : Format(DraftTexts.FromEarlier, span, document.Title);
        }

        foreach (var (index, figure) in used.Where(f => f.Correction is not null).Distinct().Index())
        {
            yield return Format(
                DraftTexts.Corrected, Mark(index), SwedishFormat.Exact(figure.Value), SwedishFormat.Exact(figure.Correction!.Printed), figure.Correction.Reason.TrimEnd('.'));
        }
    }

    private static string Mark(int index) => index < Footnotes.Length ? Footnotes[index].ToString() : $"({index + 1})";

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Word(Gender? gender) => gender switch
    {
        null => DraftTexts.All,
        Gender.Woman => DraftTexts.Women,
        Gender.Man => DraftTexts.Men,
        Gender.Other => DraftTexts.OtherGender,
        _ => DraftTexts.UnknownGender,
    };

    /// <summary>The year's own figure and what must be said of it: whose reports it does not include.</summary>
    private sealed record OwnFigure(TableCell Cell, ImmutableArray<string> Notes);
}
