using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Finsam.App.Lists;

/// <summary>What the things that a column refers to are called.</summary>
internal sealed class Names
{
    private readonly HashSet<string> _ids;
    private readonly Dictionary<string, ImmutableArray<string>> _byName;
    private readonly Dictionary<string, string> _shown;

    private Names(IReadOnlyCollection<(string Id, string Name, bool IsShown)> things)
    {
        _ids = things.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        _byName = things.GroupBy(t => Spelling.Of(t.Name), StringComparer.Ordinal).Where(g => g.Key.Length > 0)
            .ToDictionary(g => g.Key, g => g.Select(t => t.Id).Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);

        // A name is shown when it leads back to what it is the name of.
        _shown = things.DistinctBy(t => t.Id, StringComparer.Ordinal).ToDictionary(
            t => t.Id, t => t.IsShown && !t.Name.Contains('\n', StringComparison.Ordinal) && Find(t.Name) is [var only] && only == t.Id ? t.Name : t.Id, StringComparer.Ordinal);
    }

    /// <summary>What may be written, for telling whoever wrote something else.</summary>
    public IEnumerable<string> Shown => _shown.Values;

    /// <summary>The names as they are in the files of a record.</summary>
    /// <param name="files">The files.</param>
    /// <param name="to">What is referred to.</param>
    /// <param name="besides">Things that stand in the workbook but could not be read whole.</param>
    public static Names Of(IReadOnlyDictionary<string, JsonObject> files, ImmutableArray<Referred> to, IEnumerable<(string Id, string Name)> besides) =>
        new([
            .. from referred in to
               from item in (files[referred.File][referred.Array] as JsonArray ?? []).OfType<JsonObject>()
               select (item["id"]!.ToString(), item[referred.Name]?.ToString() ?? "", referred.IsShownByName),
            .. besides.Select(b => (b.Id, b.Name, true)),
        ]);

    /// <summary>The ids of what somebody may have meant: one, none, or several that have the same name.</summary>
    public ImmutableArray<string> Find(string written) =>
        _ids.Contains(written.Trim()) ? [written.Trim()]
        : _byName.TryGetValue(Spelling.Of(written), out var named) ? named
        : _ids.Where(id => Spelling.Of(id) == Spelling.Of(written)).ToImmutableArray();

    /// <summary>What we write for an id.</summary>
    public string Show(string id) => _shown.GetValueOrDefault(id, id);
}
