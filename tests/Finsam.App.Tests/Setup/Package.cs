using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Finsam.App.Setup;

namespace Finsam.App.Tests.Setup;

/// <summary>A small valid package that a test breaks where it matters.</summary>
internal sealed class Package
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal)
    {
        ["association.json"] = """
            {
              "id": "gavleborg",
              "name": "Samordningsförbund Gävleborg",
              "office": { "title": "Förbundschef", "email": "forbundschef@gavleborg.example.org" },
              "members": [
                { "id": "fk", "name": "Försäkringskassan", "kind": "state", "contributions": [{ "year": 2023, "kronor": 9460000 }] },
                { "id": "region", "name": "Region Gävleborg", "kind": "region", "contributions": [{ "year": 2023, "kronor": 4730000 }] },
                { "id": "hofors", "name": "Hofors kommun", "kind": "municipality", "contributions": [{ "year": 2023, "kronor": 4730000 }] }
              ],
              "access": [{ "role": "chief", "tenantId": "11111111-1111-1111-1111-111111111111", "objectId": "22222222-2222-2222-2222-222222222222" }]
            }
            """,
        ["initiatives.json"] = """
            {
              "groups": [{ "id": "trisam", "name": "Trisam" }],
              "initiatives": [
                {
                  "id": "hofors",
                  "name": "Ett hållbart arbetsliv",
                  "kind": "individual",
                  "start": "2021-01-01",
                  "end": "2023-03-01",
                  "owner": "Hofors kommun",
                  "link": "https://finsamgavleborg.se/hofors",
                  "goals": [{ "id": "1", "text": "Stöd till 25 personer.", "measure": { "by": "report" } }],
                  "decisions": [{ "date": "2022-11-25", "paragraph": "§ 90", "kind": "grant", "year": 2023, "kronor": 176000 }],
                  "contacts": [{ "id": "insatsagare", "name": "Insatsägare", "email": "hofors@insats.example.org" }],
                  "feedsGoals": ["mal-1"]
                },
                {
                  "id": "tid",
                  "name": "Trisam tid",
                  "kind": "structural",
                  "start": "2022-01-01",
                  "end": "2023-12-31",
                  "owner": "Region Gävleborg",
                  "contacts": [{ "id": "insatsagare", "name": "Insatsägare", "email": "tid@insats.example.org" }],
                  "sections": ["deltagare", "ekonomi"],
                  "group": "trisam"
                }
              ]
            }
            """,
        ["goals.json"] = """{ "goals": [{ "id": "mal-1", "text": "Personer når arbetsförmåga.", "measure": { "by": "initiatives" } }] }""",
        ["registers.json"] = """
            {
              "bodies": [{ "id": "styrelse", "name": "Styrelsen", "kind": "board" }],
              "seats": [{ "body": "styrelse", "organisation": "Region Gävleborg", "role": "chair", "from": "2023-01-01", "to": "2026-12-31", "signs": true }],
              "meetings": [{ "body": "styrelse", "date": "2024-03-22" }]
            }
            """,
        ["budget.json"] = """
            {
              "budgets": [
                {
                  "id": "2023", "year": 2023, "adopted": "2022-11-25",
                  "lines": [
                    { "id": "bidrag", "label": "Bidrag", "kind": "income", "amounts": [{ "year": 2023, "kronor": 18920000 }] },
                    { "id": "insatser", "label": "Insatsmedel", "kind": "cost", "role": "initiatives", "amounts": [{ "year": 2023, "kronor": 17260000 }] }
                  ]
                }
              ]
            }
            """,
        ["history.json"] = """
            {
              "documents": [{ "id": "ar-2022", "title": "Årsredovisning 2022", "year": 2022, "adopted": "2023-03-24" }],
              "measures": [{ "id": "deltagare", "name": "Deltagare", "unit": "personer" }],
              "figures": [{ "measure": "deltagare", "year": 2022, "value": 193, "document": "ar-2022", "page": 8 }]
            }
            """,
        ["booked.json"] = """{ "booked": [{ "year": 2023, "row": "hofors", "kronor": 201000 }, { "year": 2023, "row": "trisam", "kronor": 5471000 }] }""",
        ["periods.json"] = """
            {
              "periods": [
                {
                  "id": "2023-helar", "name": "helåret 2023", "kind": "full-year", "start": "2023-01-01", "end": "2023-12-31",
                  "opens": "2024-01-08", "due": "2024-01-31", "closes": "2024-03-22", "template": "helar", "outline": "arsredovisning",
                  "reminders": [
                    { "id": "inbjudan", "when": "opens", "workingDays": 0, "at": "08:00:00" },
                    { "id": "fore-5", "when": "before-due", "workingDays": 5, "at": "08:00:00" }
                  ]
                }
              ]
            }
            """,
        ["templates/helar.json"] = """
            {
              "id": "helar",
              "title": "Årsrapport",
              "sections": [
                {
                  "id": "deltagare", "title": "Deltagare", "askedOf": "individual",
                  "blocks": [
                    {
                      "kind": "matrix", "id": "deltagare", "label": "Deltagare",
                      "rows": [{ "id": "deltagit", "label": "Deltagit" }, { "id": "nya", "label": "Varav nya" }],
                      "columns": [{ "id": "kvinna", "label": "Kvinna" }, { "id": "man", "label": "Man" }],
                      "requiredRows": ["deltagit"]
                    },
                    { "kind": "figures", "id": "natt", "label": "Personer", "figures": [{ "id": "chefer", "label": "Chefer" }] }
                  ]
                },
                {
                  "id": "ekonomi", "title": "Ekonomi", "askedOf": "everyone",
                  "blocks": [
                    { "kind": "economy", "id": "ekonomi", "label": "Ekonomi", "outcomeLabel": "Kostnad", "commentLabel": "Kommentar" },
                    {
                      "kind": "goals", "id": "mal", "label": "Mål", "overallLabel": "Samlad bedömning",
                      "assessments": [{ "id": "uppfylld", "label": "Uppfylld" }]
                    },
                    { "kind": "text", "id": "kommentar", "label": "Kommentar" },
                    { "kind": "activities", "id": "aktiviteter", "label": "Aktiviteter" }
                  ]
                }
              ],
              "rules": [
                {
                  "kind": "compare", "id": "nya-ryms", "each": ["kvinna", "man"], "left": ["deltagare.nya.{each}"], "comparison": "<=",
                  "right": ["deltagare.deltagit.{each}"], "severity": "error", "message": "För många nya."
                }
              ]
            }
            """,
        ["outlines/arsredovisning.json"] = """
            {
              "id": "arsredovisning",
              "title": "Årsredovisning {year}",
              "parts": [
                { "part": "findings", "heading": "Att se över" },
                { "part": "participants", "caption": "Deltagare", "block": "deltagare", "row": "deltagit" },
                { "part": "figures", "caption": "Chefer", "block": "natt", "figure": "chefer" },
                { "part": "goals", "caption": "Mål 1", "block": "mal", "goal": "mal-1" },
                { "part": "outcome", "caption": "Utfall" },
                { "part": "appendix", "rows": [{ "label": "Utfall", "shows": "outcome", "block": "ekonomi" }, { "label": "Resultat", "shows": "results", "block": "mal" }] }
              ]
            }
            """,
    };

    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>The public sample of Gävleborg 2023.</summary>
    public static SortedDictionary<string, string> Gavleborg()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Package");
        return new(
            Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>The package with a file written anew; null takes it away.</summary>
    public Package With(string file, string? text)
    {
        if (text is null)
        {
            _files.Remove(file);
        }
        else
        {
            _files[file] = text;
        }

        return this;
    }

    /// <summary>The package with one value changed: <paramref name="json"/> is set at <paramref name="path"/>, "-" takes it away.
    /// A path's last step may be an index one past the end of a list: then it is added.</summary>
    public Package With(string file, string path, string json)
    {
        var root = JsonNode.Parse(_files[file])!;
        var steps = path[1..].Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        var parent = steps[..^1].Aggregate(root, (node, step) => (node is JsonArray array ? array[Index(step)] : node[step])!);
        switch (parent, json)
        {
            case (JsonObject properties, "-"):
                Assert.True(properties.Remove(steps[^1]), $"There is no {path} to take away.");
                break;
            case (JsonObject properties, _):
                properties[steps[^1]] = JsonNode.Parse(json);
                break;
            case (JsonArray array, _) when Index(steps[^1]) == array.Count:
                array.Add(JsonNode.Parse(json));
                break;
            default:
                parent[Index(steps[^1])] = JsonNode.Parse(json);
                break;
        }

        return With(file, root.ToJsonString());
    }

    /// <summary>What reading it comes to.</summary>
    public ReadPackage.Outcome Read() => ReadPackage.From(_files);

    /// <summary>The package as a zip.</summary>
    public MemoryStream Zip(string folder = "") => Zip(_files.Select(f => KeyValuePair.Create(folder + f.Key, Encoding.UTF8.GetBytes(f.Value))));

    public static MemoryStream Zip(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        bytes.Position = 0;
        return bytes;
    }

    private static int Index(string step) => int.Parse(step, System.Globalization.CultureInfo.InvariantCulture);
}
