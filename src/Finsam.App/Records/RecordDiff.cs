using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Finsam.App.Setup;
using Finsam.Domain.Records;

namespace Finsam.App.Records;

/// <summary>What differs between two versions of a record, place by place. Things with an id are followed by it wherever they stand in their list;
/// things without one (payments, decisions) are whole: one goes, another comes.</summary>
public static class RecordDiff
{
    private static readonly string[] Keys = ["id", "list", "header", "year"];

    /// <summary>The changes, file by file in the order of the files.</summary>
    public static ImmutableArray<RecordChange> Between(AssociationRecord before, AssociationRecord after)
    {
        var (old, now) = (PackageFiles.Of(before), PackageFiles.Of(after));
        return
        [
            .. from file in old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
               let a = old.GetValueOrDefault(file)
               let b = now.GetValueOrDefault(file)
               where a != b
               from change in Between(Place.Of(file), Parse(a), Parse(b))
               select change,
        ];
    }

    private static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);

    private static IEnumerable<RecordChange> Between(Place place, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        _ when JsonNode.DeepEquals(before, after) => [],
        (JsonObject a, JsonObject b) =>
            from name in a.Select(p => p.Key).Union(b.Select(p => p.Key), StringComparer.Ordinal)
            from change in Between(place.Property(name), a[name], b[name])
            select change,
        (JsonArray a, JsonArray b) => Lists(place, a, b),
        (JsonArray a, null) => Lists(place, a, []),
        (null, JsonArray b) => Lists(place, [], b),
        _ => [place.Changed(before, after)],
    };

    private static List<RecordChange> Lists(Place place, JsonArray before, JsonArray after)
    {
        if (KeyOf(before, after) is { } key)
        {
            var old = before.ToDictionary(item => item![key]!.ToString(), StringComparer.Ordinal);
            var now = after.ToDictionary(item => item![key]!.ToString(), StringComparer.Ordinal);
            var changes = old.Keys.Union(now.Keys, StringComparer.Ordinal)
                .SelectMany(id => Between(place.Item(id, (now.GetValueOrDefault(id) ?? old.GetValueOrDefault(id))!), old.GetValueOrDefault(id), now.GetValueOrDefault(id)))
                .ToList();
            if (!old.Keys.Where(now.ContainsKey).SequenceEqual(now.Keys.Where(old.ContainsKey), StringComparer.Ordinal))
            {
                changes.Add(place.Changed(Names(old.Keys), Names(now.Keys)));
            }

            return changes;
        }

        // Without a key, what is the same stays, and the rest went or came.
        var left = after.Select(Text).ToList();
        var gone = before.Where(item => !left.Remove(Text(item))).ToArray();
        var kept = before.Select(Text).ToList();
        var come = after.Where(item => !kept.Remove(Text(item))).ToArray();
        return gone.Length + come.Length == 0
            ? [place.Changed(before, after)]
            : [.. gone.Select(item => place.Changed(item, null)), .. come.Select(item => place.Changed(null, item))];
    }

    // A record from before a rule was made may have the same key twice: then it is no key.
    private static string? KeyOf(JsonArray before, JsonArray after)
    {
        var all = before.Concat(after).ToArray();
        return Keys.FirstOrDefault(key => all.Length > 0 && all.All(item => item is JsonObject o && o[key] is not null) && IsKey(all, key)
            && IsUnique(before, key) && IsUnique(after, key));
    }

    private static bool IsUnique(JsonArray items, string key) => items.DistinctBy(item => item![key]!.ToString(), StringComparer.Ordinal).Count() == items.Count;

    // Decisions have a year too, but several may have the same: then it is no key. Both versions' items stand in the list.
    private static bool IsKey(JsonNode?[] items, string key) => key is not "year" || items.All(item => ((JsonObject)item!).Count == 2);

    private static JsonArray Names(IEnumerable<string> keys) => [.. keys.Select(k => (JsonNode?)JsonValue.Create(k))];

    private static string Text(JsonNode? node) => node?.ToJsonString(RecordJson.Options) ?? "null";

    /// <summary>Where in a file something stands: its path, and the same in words.</summary>
    private sealed record Place(string File, string Path, ImmutableArray<string> Words, JsonElement? Schema)
    {
        public static Place Of(string file)
        {
            var schema = PackageSchemas.Document(PackageFiles.SchemaOf(file)!);
            return new Place(file, "", [schema.GetProperty("title").GetString()!.Split(':')[0]], schema);
        }

        public Place Property(string name)
        {
            var schema = PackageSchemas.Property(Schema, File, name);
            return this with
            {
                Path = Path.Length == 0 ? name : Path + "." + name,
                Words = With(schema is { } s && s.TryGetProperty("title", out var title) ? title.GetString()! : name),
                Schema = schema,
            };
        }

        public Place Item(string id, JsonNode item) => this with
        {
            Path = $"{Path}[{id}]",
            Words = With((item["name"] ?? item["label"] ?? item["title"])?.ToString() ?? id),
            Schema = PackageSchemas.Items(Schema, File),
        };

        public RecordChange Changed(JsonNode? from, JsonNode? to) => new(
            File, Path, string.Join(" › ", Words), from?.ToJsonString(RecordJson.Options), to?.ToJsonString(RecordJson.Options));

        // A file and the list in it are often called the same: that is said once.
        private ImmutableArray<string> With(string word) => Words[^1] == word ? Words : Words.Add(word);
    }
}
