using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Finsam.Cli.Tests.Reproduction;

/// <summary>Holds a published table against the draft's, by the names of rows and columns. Pure. Typography is no difference: spaces, dashes, the
/// sign of a footnote, how thousands are split; a word or a figure is.</summary>
internal static partial class CompareTables
{
    private static readonly ImmutableArray<string> Nothing = ["", "0", "-", "saknas", "uppgift saknas"];

    public static ComparedTable Run(PublishedTable published, DraftView draft) => published.Kind switch
    {
        PublishedKind.Texts => Texts(published, draft),
        PublishedKind.Front => Against(published, cell => draft.Front.FirstOrDefault(t => Key(t).Contains(Key(cell), StringComparison.Ordinal))),
        PublishedKind.Headings => Headings(published, draft),
        _ => published.Draft is { } caption && draft.Table(caption) is { } ours ? Table(published, ours) : Absent(published),
    };

    /// <summary>A cell without its typography.</summary>
    public static string Plain(string text)
    {
        var plain = Marks().Replace(text.Normalize(NormalizationForm.FormC), "").Replace('\u00A0', ' ').Replace('\u2212', '-').Replace('–', '-').Replace('”', '"').Replace('“', '"');
        plain = Thousands().Replace(Spaces().Replace(plain, " ").Trim(), "");
        plain = Negative().Replace(plain, "-");
        plain = Days().Replace(Bullet().Replace(plain, ""), " - ");
        return plain.Replace(" %", "%", StringComparison.Ordinal).TrimEnd('.').Trim();
    }

    /// <summary>A name by its letters and digits.</summary>
    public static string Key(string text) => string.Concat(Marks().Replace(text, "").ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static ComparedTable Table(PublishedTable published, ImmutableArray<ImmutableArray<string>> ours)
    {
        ImmutableArray<int?> map = published.Map ?? [.. Enumerable.Range(0, published.Columns.Length).Select(i => (int?)i)];
        var keyOurs = map[published.Key] ?? 0;
        var taken = new HashSet<int>();
        var cells = ImmutableArray.CreateBuilder<ComparedCell>();
        foreach (var (index, row) in published.Rows.Index())
        {
            var name = row[published.Key] ?? "";
            var wanted = Key(published.Names.GetValueOrDefault(name, name));
            var found = Enumerable.Range(1, ours.Length - 1).Where(i => !taken.Contains(i) && Key(ours[i][keyOurs]) == wanted).Cast<int?>().FirstOrDefault();
            if (found is { } at)
            {
                taken.Add(at);
            }

            foreach (var (column, printed) in row.Index())
            {
                var our = found is { } place && map[column] is { } mapped && mapped < ours[place].Length ? ours[place][mapped] : null;
                if (Cell(published, index, name, column, printed, our, isName: column == published.Key) is { } cell)
                {
                    cells.Add(cell);
                }
            }
        }

        return new ComparedTable(published, cells.ToImmutable(), Found: true);
    }

    private static ComparedTable Against(PublishedTable published, Func<string, string?> find)
    {
        var cells = from row in published.Rows.Index()
                    from cell in row.Item.Index()
                    where published.Map is not { } map || map[cell.Index] is not null
                    where !string.IsNullOrEmpty(cell.Item)
                    let our = find(cell.Item!)
                    select Judge(published, row.Index, row.Item[published.Key] ?? "", cell.Index, cell.Item!, our, our is not null);
        return new ComparedTable(published, [.. cells], Found: true);
    }

    // A sentence is found by its words; when only its figures differ, the draft's sentence stands beside it.
    private static ComparedTable Texts(PublishedTable published, DraftView draft)
    {
        var cells = from row in published.Rows.Index()
                    from cell in row.Item.Index()
                    where !string.IsNullOrEmpty(cell.Item)
                    let same = draft.Texts.FirstOrDefault(t => Plain(t).Contains(Plain(cell.Item!), StringComparison.OrdinalIgnoreCase))
                    let our = same ?? draft.Texts.FirstOrDefault(t => Figures().Replace(Plain(t), "#").Contains(Figures().Replace(Plain(cell.Item!), "#"), StringComparison.OrdinalIgnoreCase))
                    select Judge(published, row.Index, row.Item[published.Key] ?? "", cell.Index, cell.Item!, our, same is not null);
        return new ComparedTable(published, [.. cells], Found: true);
    }

    private static ComparedTable Headings(PublishedTable published, DraftView draft)
    {
        var cells = from row in published.Rows.Index()
                    let name = row.Item[published.Key]!
                    let ours = draft.Headings.Where(h => Key(h.Text) == Key(name)).Cast<(string Number, string Text)?>().FirstOrDefault()
                    from cell in row.Item.Index()
                    where published.Map is not { } map || map[cell.Index] is not null
                    where !string.IsNullOrEmpty(cell.Item)
                    let our = cell.Index == published.Key ? ours?.Text : ours?.Number
                    select Judge(published, row.Index, name, cell.Index, cell.Item!, our, our is not null && Key(our) == Key(cell.Item!));
        return new ComparedTable(published, [.. cells], Found: true);
    }

    private static ComparedTable Absent(PublishedTable published)
    {
        var cells = from row in published.Rows.Index()
                    from cell in row.Item.Index()
                    where !string.IsNullOrEmpty(cell.Item)
                    select new ComparedCell(
                        row.Index, row.Item[published.Key] ?? "", cell.Index, published.Columns[cell.Index], cell.Item!, null,
                        published.Absent is null ? Verdict.Unexplained : Verdict.Explained, published.Absent);
        return new ComparedTable(published, [.. cells], Found: false);
    }

    private static ComparedCell? Cell(PublishedTable published, int row, string name, int column, string? printed, string? our, bool isName)
    {
        if (printed is null)
        {
            return new ComparedCell(row, name, column, published.Columns[column], "", our, Verdict.Unreadable, null);
        }

        if (Plain(printed) is "" or "-")
        {
            // Nothing is printed: nothing, zero or "saknas" is the same, and no cell to count. A figure of ours is a difference.
            return our is null || Nothing.Contains(Plain(our), StringComparer.OrdinalIgnoreCase) ? null : Judge(published, row, name, column, printed, our, false);
        }

        return Judge(published, row, name, column, printed, our, our is not null && (isName ? Key(our) == Key(printed) : string.Equals(Plain(our), Plain(printed), StringComparison.OrdinalIgnoreCase)));
    }

    private static ComparedCell Judge(PublishedTable published, int row, string name, int column, string printed, string? our, bool same)
    {
        var reason = same ? null : published.Reasons.FirstOrDefault(r => (r.Row is null || r.Row == name) && (r.Column is null || r.Column == published.Columns[column]));
        var verdict = same ? Verdict.Same : reason is null ? Verdict.Unexplained : reason.PrintedError ? Verdict.PrintedError : Verdict.Explained;
        return new ComparedCell(row, name, column, published.Columns[column], printed, our, verdict, reason?.Why);
    }

    [GeneratedRegex(@"[⁰¹²³⁴⁵⁶⁷⁸⁹*]+")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=\d)[ .](?=\d{3}(?!\d))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\d+(,\d+)?")]
    private static partial Regex Figures();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=\d{4}-\d{2}-\d{2}) ?- ?(?=\d{4}-\d{2}-\d{2})")]
    private static partial Regex Days();

    [GeneratedRegex(@"^- (?=\d)")]
    private static partial Regex Negative();

    [GeneratedRegex(@"^- ")]
    private static partial Regex Bullet();
}
