using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Finsam.App.Lists;

/// <summary>What the things that a column refers to are called.</summary>
internal sealed class Names
{
    private readonly HashSet<string> _ids;
    private readonly Dictionary<string, ImmutableArray<string>> _byName;
    private readonly Dictionary<string, ImmutableArray<string>> _byFormer;
    private readonly Dictionary<string, string> _shown;

    private Names(IReadOnlyCollection<(string Id, string Name, bool IsShown)> things, IEnumerable<(string Id, string Name)> former)
    {
        _ids = things.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        _byName = ByName(things.Select(t => (t.Id, t.Name)));
        _byFormer = ByName(former.Where(f => _ids.Contains(f.Id)));

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
    /// <param name="former">What things were called before: the other sheets of a workbook still say so when one sheet changes a name.</param>
    public static Names Of(
        IReadOnlyDictionary<string, JsonObject> files, ImmutableArray<Referred> to, IEnumerable<(string Id, string Name)> besides,
        IEnumerable<(string Id, string Name)> former) => new(
        [
            .. from referred in to
               from item in (files[referred.File][referred.Array] as JsonArray ?? []).OfType<JsonObject>()
               select (item["id"]!.ToString(), item[referred.Name]?.ToString() ?? "", referred.IsShownByName),
            .. besides.Select(b => (b.Id, b.Name, true)),
        ],
        former);

    /// <summary>The ids of what somebody may have meant: one, none, or several that have the same name.</summary>
    public ImmutableArray<string> Find(string written) =>
        _ids.Contains(written.Trim()) ? [written.Trim()]
        : _byName.GetValueOrDefault(Spelling.Of(written), []).Union(_byFormer.GetValueOrDefault(Spelling.Of(written), []), StringComparer.Ordinal).ToImmutableArray()
            is { IsEmpty: false } named ? named
        : _ids.Where(id => Spelling.Of(id) == Spelling.Of(written)).ToImmutableArray();

    private static Dictionary<string, ImmutableArray<string>> ByName(IEnumerable<(string Id, string Name)> things) =>
        things.GroupBy(t => Spelling.Of(t.Name), StringComparer.Ordinal).Where(g => g.Key.Length > 0)
            .ToDictionary(g => g.Key, g => g.Select(t => t.Id).Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>What we write for an id.</summary>
    public string Show(string id) => _shown.GetValueOrDefault(id, id);
}
