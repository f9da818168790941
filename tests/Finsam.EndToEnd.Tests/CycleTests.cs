using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Cli.Demo;

namespace Finsam.EndToEnd.Tests;

/// <summary>The demo's whole cycle, and its Word draft held cell by cell against values typed from the published report's text,
/// not from the sample that filled in the forms.</summary>
public sealed class CycleTests(CycleTests.Demo demo) : IClassFixture<CycleTests.Demo>
{
    private static readonly JsonNode Expected = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Expected", "gavleborg-2023.json")))!;

    [Fact]
    public void The_demo_goes_through_every_step() => Assert.Equal(0, demo.ExitCode);

    [Fact]
    public void The_draft_is_valid_by_the_open_xml_validator()
    {
        using var word = demo.Open();
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void The_outcome_table_has_the_published_figures_and_the_total_that_adds_up()
    {
        var rows = demo.TableWith("Bokfört utfall 2023, tkr").Skip(1).ToArray();
        foreach (var expected in Rows("outcome"))
        {
            var row = Assert.Single(rows, r => r[0] == Text(expected, "row"));
            Assert.Equal(Text(expected, "outcomeTkr"), row[1]);
            Assert.Equal(Text(expected, "budgetTkr"), row[2]);
            Assert.Equal(Text(expected, "usage"), row[3]);
        }

        Assert.Equal("11\u00A0773", Assert.Single(rows, r => r[0] == "Totalt")[1]);
        Assert.Contains(rows, r => r[0].Contains("Välfärdsguiden", StringComparison.Ordinal) && r[0].Contains("ingår inte i totalen", StringComparison.Ordinal));
    }

    [Fact]
    public void The_difference_between_reported_and_booked_is_said_with_its_cause()
    {
        var text = demo.Text();
        Assert.Contains("Rapporterat utfall är 11\u00A0779 tkr, bokfört 11\u00A0773 tkr: skillnad 6 tkr.", text, StringComparison.Ordinal);
        Assert.Contains("Trisam: rapporterat 5\u00A0477 tkr (3\u00A0991 + 1\u00A0486), bokfört 5\u00A0471 tkr, skillnad 6 tkr.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_participants_are_as_in_section_2_6()
    {
        var rows = demo.TableWith("Okänt kön").Skip(1).ToArray();
        foreach (var expected in Rows("participants"))
        {
            var row = Assert.Single(rows, r => r[0].StartsWith(Text(expected, "row"), StringComparison.Ordinal));
            Assert.Equal([Text(expected, "total"), Text(expected, "women"), Text(expected, "men"), Text(expected, "other"), Text(expected, "unknown")], row[1..]);
        }
    }

    [Fact]
    public void The_staff_reached_are_as_in_section_2_6()
    {
        var text = demo.Text();
        Assert.All(Rows("reached"), expected => Assert.Contains(Text(expected, "says"), text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_goal_fulfilment_lists_the_same_nine_with_status_and_assessment()
    {
        var rows = demo.TableWith("Status").Skip(1).ToArray();
        Assert.Equal(Rows("goals").Select(e => $"{Text(e, "row")}|{Text(e, "status")}|{Text(e, "assessment")}"), rows.Select(r => string.Join('|', r[1..])));
    }

    [Fact]
    public void Every_initiative_has_its_sheet_in_the_appendix()
    {
        Assert.Equal(14, Rows("appendix").Count());
        foreach (var expected in Rows("appendix"))
        {
            var sheet = demo.Sheet(Text(expected, "row"));
            void Same(string label, string property)
            {
                if (expected[property]?.GetValue<string>() is { } value)
                {
                    Assert.Equal(value, sheet[label]);
                }
            }

            Same("Inriktning – Uppföljning Finsam", "orientation");
            Same("Period", "dates");
            Same("Huvudman för insats", "owner");
            Same("Samverkansparter", "partners");
            Same("Budget 2023", "budget");
            Same("Utfall 2023", "outcome");
            Same("Kommentar", "comment");
            Assert.Equal(Lines(expected, "goals"), sheet["Mål"]);
            Assert.Equal(Lines(expected, "results"), sheet.GetValueOrDefault("Resultat", ""));
        }
    }

    [Fact]
    public void Each_contact_got_one_invitation_and_only_the_late_ones_a_reminder()
    {
        var mails = Directory.GetFiles(Path.Combine(demo.Folder, "mejl"), "*.eml").Select(f => Path.GetFileNameWithoutExtension(f)!).ToArray();
        Assert.Equal(mails.Length, mails.Distinct(StringComparer.Ordinal).Count());
        var reminded = mails.Where(m => m.Contains(".fore-5.", StringComparison.Ordinal)).Select(m => m.Split('.')[2]).Distinct();
        Assert.Single(reminded);
        Assert.Empty(Directory.GetFiles(Path.Combine(demo.Folder, "mejl"), "*.tmp"));
    }

    [Fact]
    public void The_manifest_names_every_report_by_its_hash_and_the_draft_by_its_own()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(demo.Folder, "utkast", "manifest-v1.json")))!;
        var word = File.ReadAllBytes(Path.Combine(demo.Folder, "utkast", (string)manifest["file"]!));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(word)), (string?)manifest["sha256"]);
        Assert.Equal(14, manifest["reports"]!.AsArray().Count(r => r!["sha256"] is not null));
    }

    private static IEnumerable<JsonNode> Rows(string table) => Expected[table]!.AsArray().Select(r => r!);

    private static string Text(JsonNode row, string property) => (string)row[property]!;

    private static string Lines(JsonNode row, string property) =>
        string.Join('\n', row[property]!.AsArray().Select(l => (string)l!));

    /// <summary>The demo, run once.</summary>
    public sealed class Demo : IAsyncLifetime
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("finsam-demo-").FullName;

        public int ExitCode { get; private set; } = -1;

        public async ValueTask InitializeAsync() =>
            ExitCode = await DemoCommand.RunAsync("gavleborg-2023", Folder, storage: null, verbose: false, TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync()
        {
            Directory.Delete(Folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        public WordprocessingDocument Open() =>
            WordprocessingDocument.Open(Directory.GetFiles(Path.Combine(Folder, "utkast"), "*-v1.docx").Single(), isEditable: false);

        public string Text()
        {
            using var word = Open();
            return word.MainDocumentPart!.Document!.Body!.InnerText;
        }

        /// <summary>The rows of the table that has this column head, cells as text.</summary>
        public string[][] TableWith(string head) => Tables().Single(t => t[0].Contains(head, StringComparer.Ordinal));

        /// <summary>An initiative's sheet, value by label.</summary>
        public Dictionary<string, string> Sheet(string initiative) =>
            Tables().Single(t => t[0] is ["Insatsnamn", var name] && name == initiative).ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

        // The hyphens of a date are elements of their own, which do not break.
        private static string Words(Paragraph paragraph) =>
            string.Concat(paragraph.Descendants().Select(e => e switch { DocumentFormat.OpenXml.Wordprocessing.Text t => t.Text, NoBreakHyphen => "-", _ => "" }));

        private List<string[][]> Tables()
        {
            using var word = Open();
            return [.. word.MainDocumentPart!.Document!.Body!.Descendants<Table>().Select(table => table.Elements<TableRow>()
                .Select(row => row.Descendants<TableCell>().Select(cell => string.Join('\n', cell.Descendants<Paragraph>().Select(Words))).ToArray())
                .ToArray())];
        }
    }
}
