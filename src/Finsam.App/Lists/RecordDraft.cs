using System.Globalization;
using System.Text.Json.Nodes;
using Finsam.App.Setup;
using Finsam.Domain.Records;

namespace Finsam.App.Lists;

/// <summary>The files of a record while lists are taken into them, and which row of which sheet each thing came from.</summary>
internal sealed class RecordDraft
{
    private readonly SortedDictionary<string, string> _others;
    private readonly Dictionary<string, JsonObject> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonObject, ListRow> _rows = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string File, string Array), List<(string Id, string Name)>> _unread = [];

    public RecordDraft(AssociationRecord record)
    {
        _others = PackageFiles.Of(record);
        Files = _others.Where(f => PackageFiles.Names.Contains(f.Key, StringComparer.Ordinal))
            .ToDictionary(f => f.Key, f => JsonNode.Parse(f.Value)!.AsObject(), StringComparer.Ordinal);
    }

    /// <summary>The files that lists stand in, and the other ones beside them.</summary>
    public IReadOnlyDictionary<string, JsonObject> Files { get; }

    /// <summary>All files as texts.</summary>
    public SortedDictionary<string, string> Texts()
    {
        var texts = new SortedDictionary<string, string>(_others, StringComparer.Ordinal);
        foreach (var (name, content) in Files)
        {
            texts[name] = content.ToJsonString(RecordJson.Options);
        }

        return texts;
    }

    /// <summary>Notes which row something came from.</summary>
    public void Came(JsonObject item, ListRow row) => _rows[item] = row;

    /// <summary>Notes something that stands in the workbook but could not be read whole: what refers to it is not wrong for that.</summary>
    public void CouldNotRead(RecordList list, string id, string name)
    {
        if (!_unread.TryGetValue((list.File, list.Array), out var things))
        {
            _unread[(list.File, list.Array)] = things = [];
        }

        things.Add((id, name));
    }

    /// <summary>What could not be read whole, of what a column refers to.</summary>
    public IEnumerable<(string Id, string Name)> Unread(ListColumn column) =>
        column.Refers.SelectMany(r => _unread.GetValueOrDefault((r.File, r.Array), []));

    /// <summary>What the things that a column refers to were called before the workbook was taken in.</summary>
    public IEnumerable<(string Id, string Name)> Former(ListColumn column) =>
        from referred in column.Refers
        from item in (FileBefore(referred.File)[referred.Array] as JsonArray ?? []).OfType<JsonObject>()
        select (item["id"]!.ToString(), item[referred.Name]?.ToString() ?? "");

    /// <summary>The row, and the column, of a place in a file: of the thing itself, else of what it stands in, and for a whole list of what came into it.
    /// Null when nothing there came from the workbook.</summary>
    public (ListRow Row, ListColumn? Column)? Find(string file, string path)
    {
        ListRow? row = null;
        var within = "";
        JsonNode? last = null;
        foreach (var (step, node) in Walk(file, path))
        {
            within = step.Length == 0 ? within : within.Length == 0 ? step : within + "." + step;
            if (node is JsonObject item && _rows.TryGetValue(item, out var came))
            {
                (row, within) = (came, "");
            }

            last = node;
        }

        return (last is JsonArray || row is null) && Within(last) is { } inside ? (inside, null)
            : row is null ? null
            : (row, within.Length == 0 ? null : ColumnOf(row.List, within));
    }

    /// <summary>True when a place is a whole list.</summary>
    public bool IsList(string file, string path) => Walk(file, path).LastOrDefault().Node is JsonArray;

    /// <summary>The name, else the id, of the thing that a place stands in.</summary>
    public string NameOf(string file, string path)
    {
        var thing = Walk(file, path).Select(p => p.Node).OfType<JsonObject>().LastOrDefault();
        return (thing?["name"] ?? thing?["id"])?.ToString() ?? "";
    }

    private JsonObject FileBefore(string file)
    {
        if (!_before.TryGetValue(file, out var content))
        {
            _before[file] = content = JsonNode.Parse(_others[file])!.AsObject();
        }

        return content;
    }

    // The steps from the file's root, each with what stands there; a position in a list has no name.
    private IEnumerable<(string Step, JsonNode? Node)> Walk(string file, string path)
    {
        JsonNode? node = Files.GetValueOrDefault(file);
        yield return ("", node);
        foreach (var step in path[1..].Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var isPosition = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
            node = isPosition
                ? node is JsonArray array && index < array.Count ? array[index] : null
                : (node as JsonObject)?[step];
            yield return (isPosition ? "" : step, node);
        }
    }

    private static ListColumn? ColumnOf(RecordList list, string path) =>
        list.AllColumns.FirstOrDefault(c => c.Path == path)
        ?? list.AllColumns.FirstOrDefault(c => c.Path.StartsWith(path + ".", StringComparison.Ordinal) || path.StartsWith(c.Path + ".", StringComparison.Ordinal));

    private ListRow? Within(JsonNode? node) => node switch
    {
        JsonObject item when _rows.TryGetValue(item, out var row) => row,
        JsonObject item => item.Select(p => Within(p.Value)).FirstOrDefault(r => r is not null),
        JsonArray list => list.Select(Within).FirstOrDefault(r => r is not null),
        _ => null,
    };
}
