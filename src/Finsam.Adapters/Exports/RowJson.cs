using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Finsam.App.Setup;

namespace Finsam.Adapters.Exports;

/// <summary>A row as a line of JSON, with its types said as the table service itself says them ("Count@odata.type": "Edm.Int64").</summary>
internal static class RowJson
{
    private const string TypeMark = "@odata.type";

    // The service sets them anew.
    private static readonly string[] Unkept = ["odata.etag", "Timestamp"];

    /// <summary>The line of a row.</summary>
    public static string Line(TableEntity row)
    {
        var json = new JsonObject();
        foreach (var (name, value) in row.Where(p => p.Value is not null && !Unkept.Contains(p.Key)))
        {
            var (type, written) = Written(value);
            if (type is not null)
            {
                json[name + TypeMark] = type;
            }

            json[name] = written;
        }

        return json.ToJsonString(RecordJson.Options);
    }

    /// <summary>The row of a line.</summary>
    /// <exception cref="JsonException">The line is not one that <see cref="Line"/> has written.</exception>
    public static TableEntity Row(string line)
    {
        var json = JsonNode.Parse(line) as JsonObject ?? throw new JsonException("A row is an object.");
        var row = new TableEntity();
        foreach (var (name, value) in json.Where(p => !p.Key.EndsWith(TypeMark, StringComparison.Ordinal)))
        {
            row[name] = Read(value!, (string?)json[name + TypeMark]);
        }

        return row;
    }

    private static (string? Type, JsonNode Value) Written(object value) => value switch
    {
        string text => (null, text),
        bool isTrue => (null, isTrue),
        int number => (null, number),
        long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
        double number => ("Edm.Double", number.ToString("R", CultureInfo.InvariantCulture)),
        DateTimeOffset time => ("Edm.DateTime", time.ToString("O", CultureInfo.InvariantCulture)),
        DateTime time => ("Edm.DateTime", new DateTimeOffset(time.ToUniversalTime()).ToString("O", CultureInfo.InvariantCulture)),
        Guid id => ("Edm.Guid", id.ToString()),
        byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
        BinaryData bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
        _ => throw new NotSupportedException($"A table holds no {value.GetType().Name}."),
    };

    private static object Read(JsonNode value, string? type) => type switch
    {
        null => value.GetValueKind() switch
        {
            JsonValueKind.String => (string)value!,
            JsonValueKind.Number => (int)value,
            JsonValueKind.True or JsonValueKind.False => (bool)value,
            var kind => throw new JsonException($"A property is no {kind}."),
        },
        "Edm.Int64" => long.Parse((string)value!, CultureInfo.InvariantCulture),
        "Edm.Double" => double.Parse((string)value!, CultureInfo.InvariantCulture),
        "Edm.DateTime" => DateTimeOffset.ParseExact((string)value!, "O", CultureInfo.InvariantCulture),
        "Edm.Guid" => Guid.Parse((string)value!),
        "Edm.Binary" => Convert.FromBase64String((string)value!),
        _ => throw new JsonException($"A property is no {type}."),
    };
}
