using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Finsam.App.Lists;

/// <summary>What stands where in an item of the record, by a column's path: "name", or "measure.by" for something in an object within it.</summary>
internal static class ItemJson
{
    public static JsonNode? Get(JsonObject item, string path) => path.Split('.') switch
    {
        [var name] => item[name],
        [var within, var name] => (item[within] as JsonObject)?[name],
        _ => throw new ArgumentException("A path has one or two steps.", nameof(path)),
    };

    public static void Set(JsonObject item, string path, JsonNode value)
    {
        if (path.Split('.') is [var within, var name])
        {
            if (item[within] is not JsonObject inner)
            {
                item[within] = inner = [];
            }

            inner[name] = value;
        }
        else
        {
            item[path] = value;
        }
    }

    /// <summary>Takes away what stands there, and the object around it when nothing is left in it.</summary>
    public static void Remove(JsonObject item, string path)
    {
        if (path.Split('.') is not [var within, var name])
        {
            item.Remove(path);
        }
        else if (item[within] is JsonObject inner)
        {
            inner.Remove(name);
            if (inner.Count == 0)
            {
                item.Remove(within);
            }
        }
    }

    /// <summary>A value as a text to compare by: 1.50 and 1.5 are the same, and so are nothing and an empty list.</summary>
    public static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join('\n', list.Select(Text)),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.Number => value.GetValue<decimal>().ToString("0.#############################", CultureInfo.InvariantCulture),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => value.ToString(),
        },
    };
}
