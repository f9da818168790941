using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Finsam.Adapters;
using Finsam.Adapters.Tables;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Upgrades;

/// <summary>What an installation has stored, in a file: the rows of every table with their columns' kinds, and the blobs that they point at.</summary>
public static class StoredRows
{
    private const string When = "at";

    private static readonly string[] Pointed = ["records/", "templates/", "snapshots/", "documents/"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The folder with a folder for each version.</summary>
    public static string Folder => Repository.PathOf("tests/Finsam.EndToEnd.Tests/Fixtures");

    /// <summary>The file of a version.</summary>
    public static string FileOf(string version) => Path.Combine(Folder, version, "rows.json");

    /// <summary>Writes what an account holds, of the rows that are wanted.</summary>
    public static async Task WriteAsync(StorageAccount account, string file, Func<string, TableEntity, bool> isWanted, CancellationToken cancellation)
    {
        var (tables, blobs) = (new JsonObject(), new JsonObject());
        foreach (var table in TableNames.All)
        {
            var rows = new JsonArray();
            await foreach (var row in account.Tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellation))
            {
                if (isWanted(table, row))
                {
                    rows.Add(new JsonObject(row.Where(c => !c.Key.StartsWith("odata.", StringComparison.Ordinal) && c.Key != "Timestamp").Select(c => KeyValuePair.Create(c.Key, Cell(c.Value)))));
                }
            }

            tables[table] = rows;
        }

        await foreach (var blob in account.Blobs.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (Pointed.Any(p => blob.Name.StartsWith(p, StringComparison.Ordinal)))
            {
                blobs[blob.Name] = (await account.Blobs.GetBlobClient(blob.Name).DownloadContentAsync(cancellation)).Value.Content.ToString();
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, new JsonObject { ["tables"] = tables, ["blobs"] = blobs }.ToJsonString(Indented) + "\n", cancellation);
    }

    /// <summary>Puts what a file holds into an account.</summary>
    public static async Task ReadAsync(StorageAccount account, string file, CancellationToken cancellation)
    {
        var stored = JsonNode.Parse(await File.ReadAllTextAsync(file, cancellation))!;
        foreach (var (table, rows) in stored["tables"]!.AsObject())
        {
            foreach (var row in rows!.AsArray())
            {
                await account.Tables.GetTableClient(table).AddEntityAsync(new TableEntity(row!.AsObject().ToDictionary(c => c.Key, c => Value(c.Value!))), cancellation);
            }
        }

        foreach (var (name, content) in stored["blobs"]!.AsObject())
        {
            await account.Blobs.GetBlobClient(name).UploadAsync(new BinaryData(Encoding.UTF8.GetBytes(content!.GetValue<string>())), cancellation);
        }
    }

    private static JsonNode? Cell(object value) => value switch
    {
        string text => text,
        int number => number,
        bool yes => yes,
        DateTimeOffset at => new JsonObject { [When] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) },
        _ => throw new NotSupportedException($"A column of kind {value.GetType()} needs a line here."),
    };

    private static object Value(JsonNode cell) => cell.GetValueKind() switch
    {
        JsonValueKind.String => cell.GetValue<string>(),
        JsonValueKind.Number => cell.GetValue<int>(),
        JsonValueKind.Object => DateTimeOffset.Parse(cell[When]!.GetValue<string>(), CultureInfo.InvariantCulture),
        _ => cell.GetValue<bool>(),
    };
}
