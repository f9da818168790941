using System.Text.Json.Nodes;
using Finsam.App.Lists;
using Finsam.App.Setup;

namespace Finsam.App.Tests.Lists;

/// <summary>What holds for the lists' definitions.</summary>
public sealed class RecordListsTests
{
    // What stands in no list: the association's head, and how columns were matched.
    private static readonly string[] InNoList =
    [
        "association.json $.id", "association.json $.name", "association.json $.motto", "association.json $.organisationNumber", "association.json $.founded",
        "association.json $.address", "association.json $.county", "association.json $.website", "association.json $.logo", "association.json $.office", "association.json $.access", "association.json $.settings",
    ];

    public static TheoryData<string> Lists => [.. RecordLists.All.Select(l => l.Id)];

    [Fact]
    public void Everything_of_the_files_stands_in_some_list()
    {
        string[] files = ["association", "initiatives", "registers", "goals", "budget", "booked", "history", "figures", "texts"];
        var columns = RecordLists.All.SelectMany(Places).ToHashSet(StringComparer.Ordinal);
        var missing = files.SelectMany(f => Leaves(f, JsonNode.Parse(PackageSchemas.Read(f))!.AsObject()))
            .Where(p => !columns.Contains(p) && !InNoList.Any(h => p == h || p.StartsWith(h + ".", StringComparison.Ordinal) || p.StartsWith(h + "[", StringComparison.Ordinal)));

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void No_header_of_a_list_can_be_two_of_its_columns(string id)
    {
        var list = RecordLists.Find(id)!;
        var headers = list.Known.SelectMany(c => c.Headers.Select(Spelling.OfHeader).Where(h => h.Length > 0).Distinct().Select(h => (h, c.Id))).ToArray();

        Assert.All(headers.GroupBy(h => h.h), same => Assert.True(same.Count() == 1, $"{same.Key}: {string.Join(", ", same.Select(s => s.Id))}"));
        Assert.Equal(list.Known.Length, list.Known.Select(c => c.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_word_of_a_choice_means_one_thing_and_every_choice_has_a_word(string id) =>
        Assert.All(RecordLists.Find(id)!.Columns.Where(c => c.Kind == ColumnKind.Choice), column =>
        {
            var words = column.Words.SelectMany(w => w.Words.Append(w.Id).Select(x => x.ToLowerInvariant()).Distinct()).ToArray();
            Assert.Equal(words.Length, words.Distinct().Count());
            Assert.Equal(Choices(RecordLists.Find(id)!, column).Order(), column.Words.Select(w => w.Id).Order());
        });

    [Fact]
    public void What_is_referred_to_is_taken_in_before_what_refers_to_it()
    {
        Assert.Equal(RecordLists.All.Length, RecordLists.InOrder.Length);
        Assert.All(RecordLists.InOrder.Index(), list =>
            Assert.All(list.Item.AllColumns.SelectMany(c => c.Refers), referred =>
                Assert.DoesNotContain(RecordLists.InOrder.Skip(list.Index + 1), later => later.Child is null && (later.File, later.Array) == (referred.File, referred.Array))));
    }

    private static IEnumerable<string> Places(RecordList list)
    {
        var item = $"{list.File} $.{list.Array}[]" + (list.Child is null ? "" : $".{list.Child}[]");
        return list.Columns.Select(c => $"{item}.{c.Path}").Concat(list.SeriesColumns.Select(c => $"{item}.{list.Series}[].{c.Path}"));
    }

    private static IEnumerable<string> Choices(RecordList list, ListColumn column)
    {
        var root = JsonNode.Parse(PackageSchemas.Read(Path.GetFileNameWithoutExtension(list.File)))!.AsObject();
        var node = Resolved(root, root["properties"]![list.Array]!["items"]!.AsObject());
        node = list.Child is null ? node : Resolved(root, node["properties"]![list.Child]!["items"]!.AsObject());
        return column.Path.Split('.').Aggregate(node, (at, step) => Resolved(root, at["properties"]![step]!.AsObject()))["enum"]!.AsArray().Select(c => c!.ToString());
    }

    private static IEnumerable<string> Leaves(string file, JsonObject root)
    {
        return Under(root, "$").Select(p => $"{file}.json {p}");

        IEnumerable<string> Under(JsonObject schema, string path)
        {
            schema = Resolved(root, schema);
            return schema["properties"] is JsonObject properties
                ? properties.Where(p => p.Key != "$schema").SelectMany(p => Under(p.Value!.AsObject(), $"{path}.{p.Key}"))
                : schema["items"] is JsonObject items && Resolved(root, items)["properties"] is not null
                    ? Under(items, path + "[]")
                    : [path];
        }
    }

    private static JsonObject Resolved(JsonObject root, JsonObject schema) =>
        schema["$ref"]?.GetValue<string>() is { } reference ? root["definitions"]![reference["#/definitions/".Length..]]!.AsObject() : schema;
}
