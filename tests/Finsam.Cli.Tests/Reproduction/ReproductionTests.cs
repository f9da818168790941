using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Finsam.Cli.Tests.Samples;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;

namespace Finsam.Cli.Tests.Reproduction;

/// <summary>What the associations published comes out of the same inputs, table by table and cell by cell. The committed pages say what does and what
/// does not; when a figure changes, a page does.</summary>
public sealed class ReproductionTests
{
    private const string Switch = "FINSAM_ATERSKAPAT";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    public static TheoryData<string> Reports => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Published"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_committed_page_says_what_comes_out_of_the_published_inputs(string name)
    {
        var report = Read(name);
        var page = ReproductionPage.Of(report, Compare(report));
        var file = Path.Combine(Pages(), name + ".md");
        if (Environment.GetEnvironmentVariable(Switch) is not null)
        {
            File.WriteAllText(file, page);
        }

        Assert.Equal(File.ReadAllText(file), page);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Nearly_all_cells_come_out_and_the_rest_have_their_reasons(string name)
    {
        var tables = Compare(Read(name));
        var cells = tables.SelectMany(t => t.Cells.Select(c => (t.Published.Id, Cell: c))).ToArray();
        Assert.Equal([], cells.Where(c => c.Cell.Verdict == Verdict.Unexplained).Select(c => $"{c.Id}: {c.Cell.RowName} [{c.Cell.ColumnName}] {c.Cell.Printed} | {c.Cell.Ours}"));
        var share = (decimal)tables.Sum(t => t.Same) / tables.Sum(t => t.Countable);
        Assert.True(share >= 0.95m, $"{share:P1}");
    }

    // What is written of a draft finds its tables and charts again by their ids.
    [Theory]
    [MemberData(nameof(Reports))]
    public void No_two_tables_of_a_draft_have_the_same_id(string name)
    {
        var report = Read(name);
        var material = FilledSample.Of(report.Sample).Material();
        var parts = BuildDraft.From(material, material.Record.Outline(report.Outline ?? material.Period.Outline), "").Parts;
        var ids = parts.Select(p => p switch { DraftPart.Table t => t.Id, DraftPart.Chart c => c.Id, _ => null }).OfType<string>().ToArray();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    private static ImmutableArray<ComparedTable> Compare(PublishedReport report)
    {
        var material = FilledSample.Of(report.Sample).Material();
        var draft = new DraftView(BuildDraft.From(material, material.Record.Outline(report.Outline ?? material.Period.Outline), ""));
        return [.. report.Tables.Where(t => t.FedBy is not (FedBy.Accounts or FedBy.Survey)).Select(t => CompareTables.Run(t, draft))];
    }

    private static PublishedReport Read(string name) =>
        JsonSerializer.Deserialize<PublishedReport>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Published", name + ".json")), Options)!;

    // The pages are documents of the repository, not of the build.
    private static string Pages()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Finsam.Functions.sln")))
        {
            folder = folder.Parent!;
        }

        return Directory.CreateDirectory(Path.Combine(folder.FullName, "docs", "aterskapat")).FullName;
    }
}
