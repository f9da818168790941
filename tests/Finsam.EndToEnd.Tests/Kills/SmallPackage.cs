using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Finsam.Cli.Packages;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Kills;

/// <summary>How a record differs from the one that was imported first.</summary>
public enum PackageChange
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A second step, whose time has come too.</summary>
    LaterStep,

    /// <summary>The first contact has left.</summary>
    ContactGone,
}

/// <summary>A record with one initiative, two contacts and a period that opened yesterday: the sample's form, its outline without the parts that name
/// the sample's own initiatives, what the outline prints, and nothing else.</summary>
internal static class SmallPackage
{
    public const string Period = "perioden";
    public const string Initiative = "insatsen";
    public const string Invitation = "inbjudan";
    public const string Later = "senare";

    public static ImmutableArray<string> Contacts { get; } = ["kontakt-1", "kontakt-2"];

    public static string Address(string association, string contact) => $"{contact}@{association}.example.org";

    /// <summary>Imports the record of an association.</summary>
    /// <param name="chef">A signed-in client.</param>
    /// <param name="association">Its id.</param>
    /// <param name="change">How it differs.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task ImportAsync(HttpClient chef, string association, PackageChange change, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("finsam-package-");
        try
        {
            var sample = TestInstance.Gavleborg.RecordFolder;
            foreach (var part in new[] { "templates", "outlines" })
            {
                folder.CreateSubdirectory(part);
                foreach (var file in Directory.GetFiles(Path.Combine(sample, part)))
                {
                    var content = JsonNode.Parse(await File.ReadAllTextAsync(file, cancellation))!;
                    (content["parts"] as JsonArray)?.RemoveAll(NamesInitiatives);
                    await WriteAsync(Path.Combine(part, Path.GetFileName(file)), content);
                }
            }

            foreach (var file in new[] { "texts.json", "registers.json", "history.json" })
            {
                File.Copy(Path.Combine(sample, file), Path.Combine(folder.FullName, file));
            }

            var head = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(sample, "association.json"), cancellation))!;
            head["id"] = association;
            await WriteAsync("association.json", head);
            var goals = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(sample, "goals.json"), cancellation))!;
            goals["assessments"] = new JsonArray();
            await WriteAsync("goals.json", goals);
            await WriteAsync("booked.json", new JsonObject { ["booked"] = new JsonArray() });
            await WriteAsync("initiatives.json", new JsonObject { ["initiatives"] = new JsonArray(InitiativeOf(association, change)) });
            await WriteAsync("periods.json", new JsonObject { ["periods"] = new JsonArray(PeriodOf(change)) });
            var answer = await ImportCommand.ImportAsync(chef, folder.FullName, cancellation);
            Assert.True(answer.Imported, string.Join('\n', answer.Findings));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Task WriteAsync(string name, JsonNode content) =>
            File.WriteAllTextAsync(Path.Combine(folder.FullName, name), content.ToJsonString(), Encoding.UTF8, cancellation);
    }

    // By its property, or by @ in a figure: {deltagare.deltagit@insatsen}.
    private static bool NamesInitiatives(JsonNode? part) => part!["initiatives"] is JsonArray || part.ToJsonString().Contains('@', StringComparison.Ordinal);

    private static JsonObject InitiativeOf(string association, PackageChange change) => new()
    {
        ["id"] = Initiative,
        ["name"] = "Insatsen",
        ["kind"] = "individual",
        ["start"] = Day(-400),
        ["end"] = Day(400),
        ["owner"] = "Hofors kommun",
        ["goals"] = new JsonArray(new JsonObject { ["id"] = "1", ["text"] = "Ge stöd.", ["measure"] = new JsonObject { ["by"] = "report" } }),
        ["contacts"] = new JsonArray(
            [.. Contacts.Skip(change == PackageChange.ContactGone ? 1 : 0).Select(c => (JsonNode)new JsonObject { ["id"] = c, ["name"] = c, ["email"] = Address(association, c) })]),
    };

    private static JsonObject PeriodOf(PackageChange change) => new()
    {
        ["id"] = Period,
        ["name"] = "perioden",
        ["kind"] = "full-year",
        ["start"] = Day(-360),
        ["end"] = Day(-2),
        ["opens"] = Day(-1),
        ["due"] = Day(30),
        ["closes"] = Day(60),
        ["template"] = "helar",
        ["outline"] = "arsredovisning",
        ["reminders"] = new JsonArray(change == PackageChange.LaterStep ? [Step(Invitation, "07:01:00"), Step(Later, "07:02:00")] : [Step(Invitation, "07:01:00")]),
    };

    private static JsonObject Step(string id, string at) => new() { ["id"] = id, ["when"] = "opens", ["workingDays"] = 0, ["at"] = at };

    private static string Day(int fromToday) => SwedishFormat.Date(SwedishTime.DateAt(KillClock.Now).AddDays(fromToday));
}
