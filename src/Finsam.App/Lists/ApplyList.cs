using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Finsam.App.Lists.Definitions;
using Finsam.Domain.Formats;

namespace Finsam.App.Lists;

/// <summary>Says what is wrong, or doubtful, at a row's cell.</summary>
internal delegate void SayAtCell(ListRow row, ListColumn? column, string message, bool isWarning = false);

/// <summary>Takes the rows of a list into the files of a record.</summary>
/// <param name="draft">The files.</param>
/// <param name="list">The list.</param>
/// <param name="replace">True when the list becomes exactly the rows; else rows that are known change what is there, and others are added.</param>
/// <param name="say">Says what is wrong, or doubtful.</param>
internal sealed class ApplyList(RecordDraft draft, RecordList list, bool replace, SayAtCell say)
{
    private readonly ListColumn? _id = list.Columns.FirstOrDefault(c => c.Path == "id");
    private readonly ApplyList? _besides = list.BesidesList is { } other ? new(draft, other, replace: false, say) : null;
    private int _added;
    private int _changed;
    private int _removed;

    /// <summary>Takes them in.</summary>
    public IEnumerable<ListCount> Run(IReadOnlyList<ListRow> rows)
    {
        if (list.Child is null)
        {
            Merge(draft.Files[list.File], list.Array, rows);
        }
        else
        {
            var byParent = rows.Where(row => row.Value(list.Parent!) is not null).ToLookup(row => row.Value(list.Parent!)!.ToString(), StringComparer.Ordinal);
            foreach (var row in rows.Where(row => row.Value(list.Parent!) is null && !row.IsUnread(list.Parent!)))
            {
                SayMissing(row, list.Parent!, null);
            }

            foreach (var parent in Items(draft.Files[list.File], list.Array))
            {
                var ofParent = byParent[parent["id"]!.ToString()].ToArray();
                if (replace || ofParent.Length > 0)
                {
                    Merge(parent, list.Child, ofParent);
                }
            }
        }

        ListCount[] own = [Count(rows.Count > 0 ? rows[0].Sheet : list.Sheet)];
        return _besides is not null && list.Besides.Any(c => rows.Any(r => r.Has(c))) ? [.. own, _besides.Count(rows[0].Sheet)] : own;
    }

    private ListCount Count(string sheet) => new(list.Id, sheet, _added, _changed, _removed);

    private void Merge(JsonObject owner, string name, IReadOnlyList<ListRow> rows)
    {
        if (owner[name] is not JsonArray array)
        {
            owner[name] = array = [];
        }

        var before = Items(owner, name).ToDictionary<JsonObject, object, string>(item => item, item => item.ToJsonString(), ReferenceEqualityComparer.Instance);
        var entries = Entries(rows);
        Recognise(entries, [.. Items(owner, name)]);
        GiveIds(entries, Items(owner, name));
        foreach (var entry in entries)
        {
            Fill(entry);
        }

        var whole = entries.Where(e => e.IsKnown || !e.IsUnread).Select(e => e.Item!).ToArray();
        var kept = entries.Where(e => e.IsKnown).Select(e => e.Item!).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        if (replace)
        {
            _removed += before.Keys.Count(item => !kept.Contains(item));
            array.Clear();
        }

        foreach (var item in whole.Where(item => item.Parent is null))
        {
            array.Add((JsonNode)item);
        }

        Siblings(entries, array);
        _added += entries.Count(e => !e.IsKnown && !e.IsUnread);
        _changed += entries.Count(e => e is { IsKnown: true, Item: { } item } && item.ToJsonString() != before[item]);
    }

    // A row is an item; where a list stands in it, the rows of the same item are one.
    private List<Entry> Entries(IReadOnlyList<ListRow> rows)
    {
        if (list.Series is null)
        {
            return [.. rows.Select(row => new Entry([row]))];
        }

        var entries = new List<Entry>();
        foreach (var group in rows.GroupBy(row => Key(row, loose: false), StringComparer.Ordinal))
        {
            var entry = new Entry([.. group]);
            foreach (var row in entry.Rows.Skip(1))
            {
                foreach (var column in list.Columns.Where(c => row.Value(c) is { } value && entry.Value(c) is { } first && ItemJson.Text(value) != ItemJson.Text(first)))
                {
                    say(row, column, Say(ListTexts.RowsDiffer, column.Header, entry.Rows[0].Number));
                }
            }

            entries.Add(entry);
        }

        return entries;
    }

    // What is the same in all that a row says is the same item; else what has the same key; else, for payments, what differs only in what no row says.
    private void Recognise(List<Entry> entries, List<JsonObject> items)
    {
        var left = new HashSet<object>(items, ReferenceEqualityComparer.Instance);
        var keyColumns = list.Keys.SelectMany(k => k).Distinct(StringComparer.Ordinal).Select(Column).ToArray();
        var present = list.Columns.Where(c => entries.Exists(e => e.Rows[0].Has(c))).ToArray();

        Pair(present.Union(list.HasId ? [] : keyColumns).ToArray(), loose: false, entries, _ => true);
        foreach (var key in list.Keys)
        {
            var columns = key.Select(Column).ToArray();
            var isId = key is ["id"];

            // A row with an id is known by it alone.
            Pair(columns, loose: !isId, entries, e => columns.Any(c => e.Value(c) is not null) && (isId || _id is null || e.Value(_id) is null));
        }

        // Only where all is key: a figure for women is not the figure for all because they are as many.
        if (keyColumns.Length == list.Columns.Length)
        {
            Pair(present, loose: false, entries, _ => true);
        }

        if (list == InitiativeLists.Payments && !replace)
        {
            Corrections(entries, [.. items.Where(left.Contains)]);
        }

        void Pair(ListColumn[] columns, bool loose, IEnumerable<Entry> among, Func<Entry, bool> may)
        {
            if (columns.Length == 0)
            {
                return;
            }

            var unpaired = items.Where(left.Contains).GroupBy(item => Text(columns, c => ItemJson.Get(item, c.Path), loose), StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => new Queue<JsonObject>(g), StringComparer.Ordinal);
            foreach (var entry in among.Where(e => e.Item is null && may(e)))
            {
                if (unpaired.GetValueOrDefault(Text(columns, entry.Value, loose)) is { Count: > 0 } same)
                {
                    entry.Item = same.Dequeue();
                    entry.IsKnown = true;
                    left.Remove(entry.Item);
                }
            }
        }
    }

    // Nothing tells a payment that is corrected from another payment to the same party on the same day.
    private void Corrections(List<Entry> entries, JsonObject[] unpaired)
    {
        ListColumn[] columns = [Column("date"), Column("party"), Column("year")];
        var kronor = Column("kronor");
        foreach (var entry in entries.Where(e => e.Item is null && e.Value(kronor) is not null && columns.All(c => e.Value(c) is not null)))
        {
            var alike = Text(columns, entry.Value, loose: true);
            if (Array.Find(unpaired, item => Text(columns, c => ItemJson.Get(item, c.Path), loose: true) == alike) is { } payment)
            {
                say(
                    entry.Rows[0], kronor,
                    Say(ListTexts.PaymentAlike, payment["party"], payment["date"], SwedishFormat.Exact(payment["kronor"]!.GetValue<decimal>())),
                    isWarning: true);
            }
        }
    }

    private void GiveIds(List<Entry> entries, IEnumerable<JsonObject> items)
    {
        foreach (var entry in entries.Where(e => e.Item is null))
        {
            entry.Item = New();
        }

        if (_id is null)
        {
            return;
        }

        var natural = list.Keys.Where(k => k is not ["id"]).Select(k => k.Select(Column).ToArray()).ToArray();
        var taken = items.Select(i => i["id"]!.ToString()).Concat(entries.Select(e => e.Value(_id)?.ToString() ?? "")).ToHashSet(StringComparer.Ordinal);
        var seen = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var key = natural.FirstOrDefault(k => k.All(c => entry.Value(c) is not null));
            var twin = key is null ? entry : seen.GetValueOrDefault(key[0].Path + Text(key, entry.Value, loose: true), entry);
            if (key is not null && twin == entry)
            {
                seen[key[0].Path + Text(key, entry.Value, loose: true)] = entry;
            }

            if (entry.IsKnown || entry.Value(_id) is not null || entry.Rows[0].IsUnread(_id))
            {
                continue;
            }

            if (twin != entry)
            {
                entry.IsUnread = true;
                say(entry.Rows[0], key![0], Say(ListTexts.RowTwice, twin.Rows[0].Number, key[0].Header));
            }

            var made = list.IdNumbered is { } before ? Numbered(before, taken)
                : list.IdFrom is { } from ? Spelling.Unique(MadeOf(entry.Value(Column(from))) is { Length: > 0 } id ? id : list.Id, taken)
                : null;
            if (made is not null)
            {
                taken.Add(made);
                entry.Item!["id"] = made;
            }
        }
    }

    private static string MadeOf(JsonNode? value) => Spelling.IdOf(ItemJson.Text(value));

    private static string Numbered(string before, HashSet<string> taken)
    {
        var number = 1;
        while (taken.Contains(before + number.ToString(CultureInfo.InvariantCulture)))
        {
            number++;
        }

        return before + number.ToString(CultureInfo.InvariantCulture);
    }

    // A new item has the lists that other lists fill.
    private JsonObject New()
    {
        var item = new JsonObject();
        if (list.Child is null)
        {
            foreach (var child in RecordLists.All.Where(l => (l.File, l.Array) == (list.File, list.Array) && l.Child is not null))
            {
                item[child.Child!] = new JsonArray();
            }
        }

        return item;
    }

    private void Fill(Entry entry)
    {
        var item = entry.Item!;
        draft.Came(item, entry.Rows[0]);
        foreach (var column in list.Columns)
        {
            if (entry.Value(column) is { } value)
            {
                // What is the same stays as it was written: 1.50 does not become 1.5.
                if (ItemJson.Text(value) != ItemJson.Text(ItemJson.Get(item, column.Path)))
                {
                    ItemJson.Set(item, column.Path, value.DeepClone());
                }
            }
            else if (!entry.Rows[0].IsUnread(column))
            {
                Blank(entry, column);
            }
        }

        foreach (var within in list.Columns.Where(c => c.Path.Contains('.', StringComparison.Ordinal)).ToLookup(c => c.Path.Split('.')[0], StringComparer.Ordinal))
        {
            if (within.All(c => ItemJson.Text(ItemJson.Get(item, c.Path)).Length == 0))
            {
                item.Remove(within.Key);
            }
        }

        foreach (var column in list.Columns.Where(c => c.IsRequired && IsMissing(item, c)))
        {
            entry.IsUnread = true;

            // That the sheet has not the column has been told at its headers.
            if (!entry.Rows[0].IsUnread(column) && (entry.Rows[0].Has(column) || !list.MustHave(column)))
            {
                SayMissing(entry.Rows[0], column, Beside(item, column));
            }
        }

        if (_besides is not null && entry.Rows[0].AsOf(list.BesidesList!) is { IsBlank: false } besides)
        {
            _besides.Merge(item, list.BesidesList!.Child!, [besides]);
        }

        FillSeries(entry);
        if (entry.IsUnread && !entry.IsKnown && list.Child is null && item["id"] is { } id)
        {
            draft.CouldNotRead(list, id.ToString(), list.IdFrom is null ? "" : ItemJson.Get(item, list.IdFrom)?.ToString() ?? "");
        }
    }

    // Blank takes away when the list becomes exactly the rows; else it says nothing. A column that isn't there never says anything of what is known.
    private void Blank(Entry entry, ListColumn column)
    {
        var item = entry.Item!;
        if (replace && entry.Rows[0].Has(column) && column.Path != "id" && ItemJson.Text(ItemJson.Get(item, column.Path)).Length > 0)
        {
            ItemJson.Remove(item, column.Path);
        }

        if (column.Default is { } words && (!entry.IsKnown || ItemJson.Get(item, column.Path) is null))
        {
            ItemJson.Set(item, column.Path, column.Kind == ColumnKind.YesNo ? JsonValue.Create(words == "true") : JsonValue.Create(words));
        }
    }

    private static bool IsMissing(JsonObject item, ListColumn column) => column.Path.Split('.') switch
    {
        [var within, var name] => item[within] is JsonObject inner && inner[name] is null,
        _ => item[column.Path] is null or JsonArray { Count: 0 },
    };

    // The column that makes another one needed: another in the same object.
    private ListColumn? Beside(JsonObject item, ListColumn column) => column.Path.Split('.') is [var within, _]
        ? list.Columns.FirstOrDefault(c => c.Path.StartsWith(within + ".", StringComparison.Ordinal) && ItemJson.Get(item, c.Path) is not null)
        : null;

    private void SayMissing(ListRow row, ListColumn column, ListColumn? beside) => say(
        row, column, beside is null ? Say(ListTexts.Missing, column.Header) : Say(ListTexts.MissingBeside, column.Header, beside.Header));

    private void FillSeries(Entry entry)
    {
        if (list.Series is null || !list.SeriesColumns.Any(entry.Rows[0].Has))
        {
            return;
        }

        var before = Items(entry.Item!, list.Series).ToList();
        var known = before.ToList();
        var stated = new List<JsonObject>();
        foreach (var row in entry.Rows.Where(row => list.SeriesColumns.Any(c => row.Value(c) is not null)))
        {
            if (list.SeriesColumns.FirstOrDefault(c => c.IsRequired && row.Value(c) is null) is { } missing)
            {
                if (!row.IsUnread(missing))
                {
                    SayMissing(row, missing, list.SeriesColumns.First(c => row.Value(c) is not null));
                }

                continue;
            }

            var put = known.Find(k => list.SeriesKey.All(path => ItemJson.Text(k[path]) == ItemJson.Text(row.Value(list.SeriesColumns.First(c => c.Path == path)))));
            if (put is null || !known.Remove(put))
            {
                put = [];
            }

            foreach (var column in list.SeriesColumns)
            {
                if (row.Value(column) is { } value)
                {
                    if (ItemJson.Text(put[column.Path]) != ItemJson.Text(value))
                    {
                        put[column.Path] = value.DeepClone();
                    }
                }
                else if (replace && row.Has(column) && !row.IsUnread(column))
                {
                    put.Remove(column.Path);
                }
            }

            draft.Came(put, row);
            stated.Add(put);
        }

        // What was there keeps its place, unless the rows are all there is.
        var all = replace ? stated : [.. before, .. stated.Except(before)];
        (entry.Item![list.Series] as JsonArray)?.Clear();
        entry.Item[list.Series] = new JsonArray([.. all]);
    }

    // A line may say which other line it is a part of as it is printed.
    private static void Siblings(List<Entry> entries, JsonArray array)
    {
        var lines = array.OfType<JsonObject>().ToArray();
        foreach (var item in entries.Select(e => e.Item!).Where(i => i[BudgetLists.PartOf] is not null))
        {
            var written = item[BudgetLists.PartOf]!.ToString();
            if (lines.All(l => l["id"]?.ToString() != written)
                && lines.Where(l => Spelling.Of(l["label"]!.ToString()) == Spelling.Of(written)).ToArray() is [var only])
            {
                item[BudgetLists.PartOf] = only["id"]!.ToString();
            }
        }
    }

    private string Key(ListRow row, bool loose) =>
        list.Keys.Select(k => k.Select(Column).ToArray()).FirstOrDefault(k => k.Any(c => row.Value(c) is not null)) is { } key
            ? key[0].Path + ":" + Text(key, row.Value, loose)
            : "row:" + row.Number.ToString(CultureInfo.InvariantCulture);

    private static string Text(ListColumn[] columns, Func<ListColumn, JsonNode?> value, bool loose) => string.Join('\u001f', columns.Select(c =>
    {
        var text = ItemJson.Text(value(c)) is { Length: > 0 } stated ? stated : c.Default ?? "";
        return loose && c.Kind is ColumnKind.Text or ColumnKind.LongText ? Spelling.Of(text) : text;
    }));

    private ListColumn Column(string path) => list.Columns.First(c => c.Path == path);

    private static IEnumerable<JsonObject> Items(JsonObject owner, string name) => (owner[name] as JsonArray ?? []).OfType<JsonObject>();

    private static string Say(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);

    /// <summary>An item as one row, or several, say it.</summary>
    private sealed class Entry(ImmutableArray<ListRow> rows)
    {
        public ImmutableArray<ListRow> Rows { get; } = rows;

        public JsonObject? Item { get; set; }

        /// <summary>True when the record had it.</summary>
        public bool IsKnown { get; set; }

        /// <summary>True when something needed could not be read: it is told, and not put in.</summary>
        public bool IsUnread { get; set; }

        public JsonNode? Value(ListColumn column) => Rows.Select(r => r.Value(column)).FirstOrDefault(v => v is not null);
    }
}
