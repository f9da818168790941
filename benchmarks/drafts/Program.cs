using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Finsam.Cli.Tests.Samples;
using Finsam.Documents;
using Finsam.Documents.Excel;
using Finsam.Documents.Word;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;

// Writes Gävleborg's draft in Word and Excel, lets docxtemplater and exceljs fill the same content, and prints how long each took.
const int rounds = 30;
var here = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf("bin" + Path.DirectorySeparatorChar, StringComparison.Ordinal)];
var folder = Directory.CreateTempSubdirectory("finsam-benchmark-").FullName;
var material = FilledSample.Of("gavleborg-2023").Material();
var content = BuildDraft.From(material, material.Record.Outline("arsredovisning"), "Arbetsversion 1");

var json = Path.Combine(folder, "content.json");
await File.WriteAllTextAsync(json, JsonSerializer.Serialize(content.Parts.Select(Part).Where(p => p is not null), JsonSerializerOptions.Web));
var ours = (Word: Median(() => WordWriter.Write(content, new DraftIdentity("gavleborg", 1))), Excel: Median(() => DraftWorkbookWriter.Write(content)));

if (!Directory.Exists(Path.Combine(here, "node_modules")))
{
    await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci");
}

var theirs = JsonDocument.Parse(await RunAsync("node", "fill.mjs", json, rounds.ToString(CultureInfo.InvariantCulture), Path.Combine(folder, "docxtemplater.docx"))).RootElement;
Print("Word", ours.Word, "docxtemplater", theirs.GetProperty("word").GetDouble());
Print("Excel", ours.Excel, "exceljs", theirs.GetProperty("excel").GetDouble());
Directory.Delete(folder, recursive: true);

static void Print(string what, double ours, string name, double theirs) =>
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {ours:F1} ms; {name}: {theirs:F1} ms; ratio {ours / theirs:F2}"));

// Charts go along as the tables they are of: docxtemplater makes none.
static object? Part(DraftPart part) => part switch
{
    DraftPart.Heading heading => new { text = heading.Text },
    DraftPart.Paragraph paragraph => new { text = Text(paragraph.Inlines) },
    DraftPart.List list => new { text = string.Join('\n', list.Items.Select(item => Text(item))) },
    DraftPart.Table table => Table(table),
    DraftPart.Chart chart => Table(ChartData.Of(chart)),
    _ => null,
};

static object Table(DraftPart.Table table) => new
{
    caption = table.Caption,
    columns = table.Columns.Select(c => c.Header),
    rows = table.Rows.Select(r => r.Cells.Select(c => new { text = c.Text, value = c.Value })),
};

static string Text(IEnumerable<Inline> runs) => string.Concat(runs.Select(run => run switch
{
    Inline.Text text => text.Value,
    Inline.Figure figure => figure.Display,
    _ => "",
}));

static double Median(Func<byte[]> write)
{
    var times = new List<double>();
    for (var i = -3; i < rounds; i++)
    {
        var start = Stopwatch.GetTimestamp();
        write();
        if (i >= 0)
        {
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    return times.Order().ElementAt(rounds / 2);
}

async Task<string> RunAsync(string program, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = here, RedirectStandardOutput = true })!;
    var said = await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} stopped with {process.ExitCode}.");
}
