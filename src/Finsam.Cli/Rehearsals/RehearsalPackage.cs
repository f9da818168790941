using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Finsam.App.Setup;
using Finsam.Cli.Demo;
using Finsam.Cli.Packages;
using Finsam.Domain.Periods;

namespace Finsam.Cli.Rehearsals;

/// <summary>The record of a rehearsed association: the standard sample's texts and registers, a form with one question, and the story's initiatives.</summary>
internal static class RehearsalPackage
{
    /// <summary>The form's only field.</summary>
    public const string Field = "laget.text";

    private static readonly TimeOnly At = new(8, 0);

    /// <summary>The days on which mail goes out.</summary>
    public static SendingCalendar Calendar { get; } = new([SendingPause.Summer, SendingPause.Christmas]);

    /// <summary>The period of an association: the first tertial, its last day not the same for all.</summary>
    public static ReportingPeriod PeriodOf(int association) => new()
    {
        Id = "2026-t1",
        Name = "tertial 1 2026",
        Kind = PeriodKind.Tertial,
        Start = new DateOnly(2026, 1, 1),
        End = new DateOnly(2026, 4, 30),
        Opens = new DateOnly(2026, 5, 4),
        Due = new DateOnly(2026, 5, 22).AddDays(association % 3),
        Closes = new DateOnly(2026, 6, 30),
        Template = "tertial",
        Outline = "tertialuppfoljning",
        Reminders =
        [
            new("inbjudan", ReminderMoment.Opens, 0, At),
            new("fore-5", ReminderMoment.BeforeDue, 5, At),
            new("fore-2", ReminderMoment.BeforeDue, 2, At),
            new("sista-dagen", ReminderMoment.OnDue, 0, At),
            new("efter-3", ReminderMoment.AfterDue, 3, At),
            new("efter-8", ReminderMoment.AfterDue, 8, At),
            new("till-chefen", ReminderMoment.Escalation, 5, At),
        ],
    };

    /// <summary>Imports the record of an association as its story stands.</summary>
    public static async Task ImportAsync(HttpClient chef, ReportingPeriod period, ImmutableArray<ReportStory> reports, CancellationToken cancellation)
    {
        var sample = Sample.Read("standard").RecordFolder;
        var folder = Directory.CreateTempSubdirectory("finsam-rehearsal-");
        try
        {
            foreach (var file in new[] { "texts.json", "registers.json" })
            {
                File.Copy(Path.Combine(sample, file), Path.Combine(folder.FullName, file));
            }

            var association = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(sample, "association.json"), cancellation))!;
            association["id"] = reports[0].Key.Association;
            association["name"] = "Samordningsförbundet " + reports[0].Key.Association;
            association["settings"]!.AsObject().Remove("finalReports");
            association["settings"]!.AsObject().Remove("questions");
            association["settings"]!["mail"] = new JsonObject { ["digest"] = false };
            await WriteAsync("association.json", association);
            await WriteAsync("goals.json", new JsonObject { ["goals"] = new JsonArray() });
            await WriteAsync("initiatives.json", new JsonObject { ["initiatives"] = new JsonArray([.. reports.Select(InitiativeOf)]) });
            await WriteAsync("periods.json", new JsonObject { ["periods"] = new JsonArray(JsonSerializer.SerializeToNode(period, RecordJson.Options)) });
            await WriteAsync($"templates/{period.Template}.json", TemplateOf(period.Template));
            await WriteAsync($"outlines/{period.Outline}.json", OutlineOf(period.Outline));
            var answer = await ImportCommand.ImportAsync(chef, folder.FullName, cancellation);
            if (!answer.Imported)
            {
                throw new UserException(string.Join('\n', ImportCommand.Lines(answer)));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Task WriteAsync(string name, JsonNode content)
        {
            var path = Path.Combine(folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return File.WriteAllTextAsync(path, content.ToJsonString(), Encoding.UTF8, cancellation);
        }
    }

    private static JsonNode InitiativeOf(ReportStory report) => new JsonObject
    {
        ["id"] = report.Key.Initiative,
        ["name"] = "Insatsen " + report.Key.Initiative,
        ["kind"] = "individual",
        ["start"] = "2025-01-01",
        ["end"] = "2027-12-31",
        ["owner"] = "Exempelstads kommun",
        ["goals"] = new JsonArray(new JsonObject { ["id"] = "1", ["text"] = "Ge stöd.", ["measure"] = new JsonObject { ["by"] = "report" } }),
        ["contacts"] = new JsonArray([.. report.Contacts.Select(PersonOf)]),
        ["escalation"] = new JsonArray(PersonOf(report.Escalation)),
    };

    private static JsonNode PersonOf(StoryContact contact) => new JsonObject { ["id"] = contact.Id, ["name"] = contact.Id, ["email"] = contact.Address };

    private static JsonObject TemplateOf(string id) => new()
    {
        ["id"] = id,
        ["title"] = "Tertialrapport",
        ["sections"] = new JsonArray(new JsonObject
        {
            ["id"] = "laget",
            ["title"] = "Läget",
            ["askedOf"] = "everyone",
            ["blocks"] = new JsonArray(new JsonObject
            {
                ["kind"] = "text",
                ["id"] = "laget",
                ["label"] = "Hur går det?",
                ["maxLength"] = 2000,
                ["required"] = true,
                ["scope"] = "period",
            }),
        }),
    };

    private static JsonObject OutlineOf(string id) => new()
    {
        ["id"] = id,
        ["title"] = "Tertialuppföljning {year}",
        ["parts"] = new JsonArray(new JsonObject { ["part"] = "heading", ["level"] = 1, ["text"] = "Insatserna" }),
    };
}
