using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Finsam.App.Setup;
using Finsam.Cli.Demo;
using Finsam.Domain.Associations;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.Cli.Tests.Samples;

/// <summary>Everything that five published documents print and that the record feeds comes out of the record as it was printed: cell for cell, but
/// for the differences that are listed with their reason.</summary>
public sealed class RecordTableTests
{
    private const string Header = "(tabellhuvud)";

    private static readonly ImmutableArray<string> Samples = ["gavleborg-2023", "gavleborg-plan-2020", "harnosand-timra-2022", "jamtland-2023", "vast-2023"];

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string, string> Tables
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var sample in Samples)
            {
                foreach (var table in Expected(sample))
                {
                    data.Add(sample, table.Id);
                }
            }

            return data;
        }
    }

    [Theory]
    [InlineData("gavleborg-2023")]
    [InlineData("gavleborg-plan-2020")]
    [InlineData("harnosand-timra-2022")]
    [InlineData("jamtland-2023")]
    [InlineData("vast-2023")]
    public void A_draft_can_be_made_before_anybody_has_answered(string sample)
    {
        var material = Material(Sample.Read(sample), null);
        var draft = BuildDraft.From(material, material.Record.Outline(material.Period.Outline), "Arbetsversion 1");
        Assert.Contains(draft.Parts, p => p is DraftPart.Table { Rows.IsEmpty: false });
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_printed_table_comes_out_of_the_record(string sample, string table)
    {
        var printed = Expected(sample).Single(t => t.Id == table);
        var ours = Ours(Sample.Read(sample), printed);
        if (ours is null)
        {
            // Nothing can make it: the one difference says so for the whole table.
            var whole = Assert.Single(printed.Differences);
            Assert.Null(whole.Row);
            Assert.NotEmpty(whole.Why);
            return;
        }

        var found = Differing(printed, ours).ToArray();
        Assert.Equal(
            printed.Differences.Select(d => $"{d.Row} [{d.Column}] {Plain(d.Printed)} | {Plain(d.Ours)}"),
            found.Select(d => $"{d.Row} [{d.Column}] {Plain(d.Printed)} | {Plain(d.Ours)}"));
        Assert.All(printed.Differences, d => Assert.NotEmpty(d.Why));
        ImmutableArray<int?> taken = printed.Take?.Rows ?? [.. Enumerable.Range(0, printed.Rows.Length).Select(i => (int?)i)];
        Assert.Equal(printed.OursOnly, ours.Rows.Index().Where(r => !taken.Contains(r.Index)).Select(r => r.Item[0]));
    }

    private static ImmutableArray<PrintedTable> Expected(string sample) =>
        JsonSerializer.Deserialize<PrintedTables>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Expected", sample + "-record.json")), Web)!.Tables;

    private static IEnumerable<Difference> Differing(PrintedTable printed, OurTable ours)
    {
        ImmutableArray<int> columns = printed.Take?.Columns ?? [.. Enumerable.Range(0, printed.Columns.Length)];
        var header = printed.ColumnsOurs ? [] : new[] { (Label: Header, Printed: printed.Columns, Ours: (ImmutableArray<string>?)ours.Columns) };
        var rows = printed.Rows.Index().Select(r => (Label: r.Item[0], Printed: r.Item, Ours: OurRow(r.Index)));
        return from row in header.Concat(rows)
               from cell in row.Printed.Index()
               let our = row.Ours is { } found ? found[columns[cell.Index]] : ""
               where Plain(cell.Item) != Plain(our)
               select new Difference(row.Label, printed.Columns[cell.Index], cell.Item, our, "");

        ImmutableArray<string>? OurRow(int index) =>
            (printed.Take?.Rows is { } map ? map[index] : index) is { } place && place < ours.Rows.Length ? ours.Rows[place] : null;
    }

    // Typography is the product's own and not a difference: the space in a figure, the minus sign, the space before the per cent sign.
    private static string Plain(string text) =>
        text.Replace(SwedishFormat.NoBreakSpace, ' ').Replace(SwedishFormat.Minus, '-').Replace(" %", "%", StringComparison.Ordinal).Trim();

    private static OurTable? Ours(Sample sample, PrintedTable printed)
    {
        var material = Material(sample, printed);
        if (printed.Part is { } json)
        {
            var outline = new Outline { Id = "x", Title = "x", Parts = [JsonSerializer.Deserialize<OutlinePart>(json, RecordJson.Options)!] };
            var table = BuildDraft.From(material, outline, "").Parts.OfType<DraftPart.Table>().Single();
            return new OurTable([.. table.Columns.Select(c => c.Header)], [.. table.Rows.Select(r => r.Cells.Select(c => c.Text).ToImmutableArray())]);
        }

        if (printed.Facts is { } facts)
        {
            return new OurTable(printed.Columns, [.. facts.Index().Select(f => ImmutableArray.Create(printed.Rows[f.Index][0], RecordFacts.Of(material, f.Item)))]);
        }

        return printed.Source is { } source ? new OurTable(printed.Columns, RecordFacts.Rows(material, source)) : null;
    }

    private static PeriodMaterial Material(Sample sample, PrintedTable? printed)
    {
        var period = sample.Record.Periods.Periods.Last(p => p.Kind == PeriodKind.FullYear);
        if (printed?.Year is { } year)
        {
            period = period with { Start = new DateOnly(year, 1, 1), End = new DateOnly(year, 12, 31) };
        }

        var association = sample.Record.Association;
        if (printed?.Unit is { } unit)
        {
            association = association with
            {
                Settings = association.Settings with { Units = association.Settings.Units with { Overview = unit == "kr" ? MoneyUnit.Kronor : MoneyUnit.Thousands } },
            };
        }

        var goals = sample.Record.Goals;
        if (printed?.Goal is { } goal)
        {
            goals = goals with { Goals = [.. goals.Goals.Where(g => g.Id == goal)] };
        }

        return new PeriodMaterial
        {
            Record = sample.Record with { Association = association, Goals = goals },
            Period = period,
            Template = sample.Record.Templates.Single(t => t.Id == period.Template),
            Initiatives =
            [
                .. sample.Record.Initiatives.Initiatives.Where(i => i.Overlaps(period.Start, period.End))
                    .Select(i => new InitiativeMaterial(new ReportKey(association.Id, period.Id, i.Id), i, null)),
            ],
        };
    }

    private sealed record OurTable(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows);

    private sealed record PrintedTables(ImmutableArray<PrintedTable> Tables);

    private sealed record PrintedTable(string Id, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<Difference> Differences)
    {
        public JsonObject? Part { get; init; }

        public string? Source { get; init; }

        public ImmutableArray<string>? Facts { get; init; }

        public int? Year { get; init; }

        public string? Unit { get; init; }

        public string? Goal { get; init; }

        public Taken? Take { get; init; }

        public ImmutableArray<string> OursOnly { get; init; } = [];

        public bool ColumnsOurs { get; init; }
    }

    private sealed record Taken(ImmutableArray<int?>? Rows, ImmutableArray<int>? Columns);

    private sealed record Difference(string? Row, string? Column, string Printed, string Ours, string Why);
}
