using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Finsam.Documents.Excel;
using Finsam.Domain.Answers;
using Finsam.Domain.Formats;

namespace Finsam.App.Lists;

/// <summary>What a cell came to.</summary>
/// <param name="Value">The value as the record has it; null when nothing is stated.</param>
/// <param name="Error">What is wrong with it, in Swedish.</param>
internal readonly record struct CellRead(JsonNode? Value, string? Error = null)
{
    /// <summary>True when it is about something that stands in the workbook but could not be read whole: that has been told already.</summary>
    public bool IsOfUnread { get; init; }
}

/// <summary>Reads the cells of one column.</summary>
/// <param name="column">The column.</param>
/// <param name="names">What the column refers to is called; null when it refers to nothing.</param>
/// <param name="unread">Ids of things that stand in the workbook but could not be read whole.</param>
/// <param name="toTheLetter">True for a list that we have written ourselves: its texts are what they are, spaces at the ends included.</param>
/// <param name="unit">Kronor a number in the column is.</param>
internal sealed partial class CellIn(ListColumn column, Names? names, IReadOnlySet<string> unread, bool toTheLetter, decimal unit)
{
    private const int LongestQuote = 100;
    private const int MostNames = 12;
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private static readonly ImmutableArray<string> Yes = [.. ListTexts.YesWords.Split('|')];
    private static readonly ImmutableArray<string> No = [.. ListTexts.NoWords.Split('|')];

    /// <summary>What stands in a cell.</summary>
    public CellRead Read(CellValue cell)
    {
        var written = Written(cell);
        if (written.Length == 0 || (string.IsNullOrWhiteSpace(written) && !(toTheLetter && IsText)))
        {
            return default;
        }

        return column.Kind switch
        {
            ColumnKind.Text when column.Path == "link" && !Uri.TryCreate(written, UriKind.Absolute, out _) => Wrong(ListTexts.NotALink, written),
            ColumnKind.Text or ColumnKind.LongText => new(JsonValue.Create(toTheLetter ? written : written.Trim())),
            ColumnKind.Date => Date(cell, written.Trim()),
            ColumnKind.Kronor or ColumnKind.Number => Number(cell, written),
            ColumnKind.WholeNumber => Whole(cell, written, ListTexts.NotWhole),
            ColumnKind.Year => Whole(cell, written, ListTexts.NotAYear),
            ColumnKind.Choice => Choice(written),
            ColumnKind.YesNo => YesNo(written.Trim()),
            ColumnKind.Lines => new(new JsonArray([.. Items(written).Select(i => JsonValue.Create(i))])),
            ColumnKind.Reference => Reference(written),
            ColumnKind.References => References(written),
            _ => throw new InvalidOperationException($"No cell is read as {column.Kind}."),
        };
    }

    private bool IsText => column.Kind is ColumnKind.Text or ColumnKind.LongText or ColumnKind.Lines;

    // What a person sees in the cell, more or less.
    private static string Written(CellValue cell) => cell switch
    {
        CellValue.Text(var text) => text,
        CellValue.Number(var number) => number.ToString("0.#############################", Swedish),
        CellValue.Date(var day) => SwedishFormat.Date(day),
        _ => "",
    };

    private static CellRead Date(CellValue cell, string written)
    {
        if (cell is CellValue.Date(var day))
        {
            return new(JsonValue.Create(SwedishFormat.Date(day)));
        }

        var parts = YearFirst().Match(written) is { Success: true } numbers ? numbers
            : DayFirst().Match(written) is { Success: true } words ? words : null;
        if (parts is null)
        {
            return Wrong(ListTexts.NotADate, written);
        }

        var month = int.TryParse(parts.Groups["month"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 1 + Swedish.DateTimeFormat.MonthNames.IndexOf(parts.Groups["month"].Value.ToLower(Swedish));
        var (year, date) = (Int(parts.Groups["year"].Value), Int(parts.Groups["day"].Value));
        return month == 0 ? Wrong(ListTexts.NotADate, written)
            : year >= 1 && month <= 12 && date >= 1 && date <= DateTime.DaysInMonth(year, month)
                ? new(JsonValue.Create(SwedishFormat.Date(new DateOnly(year, month, date))))
                : Wrong(ListTexts.NoSuchDate, written);
    }

    private CellRead Number(CellValue cell, string written)
    {
        try
        {
            return cell switch
            {
                CellValue.Number(var number) => new(JsonValue.Create(number * unit)),
                CellValue.Date => Wrong(ListTexts.NotANumber, written),
                _ => Number(written),
            };
        }
        catch (OverflowException)
        {
            return Wrong(ListTexts.NumberOutOfRange, written);
        }
    }

    private CellRead Number(string written)
    {
        // More digits than a cell of Excel keeps stand as text; so we write them ourselves.
        var text = written.Trim().TrimEnd('%').TrimEnd();
        var ownUnit = text.Length > 0 && (char.IsLetter(text[^1]) || text[^1] == '-');
        var factor = ownUnit ? 1m : unit;
        if (Plain().IsMatch(text))
        {
            return decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain)
                ? new(JsonValue.Create(plain * factor))
                : Wrong(ListTexts.NumberOutOfRange, written);
        }

        return NumberEntry.Read(text) switch
        {
            NumberEntry.Value(var number) => new(JsonValue.Create(number * factor)),
            NumberEntry.Ambiguous(var first, var second) => Wrong(
                ListTexts.AmbiguousNumber, written, SwedishFormat.Exact(first * factor), SwedishFormat.Exact(second * factor)),
            NumberEntry.PointForComma => Wrong(ListTexts.PointForComma, written, NumberEntry.PointForComma.WithComma(written)),
            NumberEntry.OddGroups => Wrong(ListTexts.OddGroups, written),
            _ => Wrong(ListTexts.NotANumber, written),
        };
    }

    private CellRead Whole(CellValue cell, string written, string otherwise)
    {
        var read = Number(cell, written);
        return read.Value is not { } value ? column.Kind == ColumnKind.Year ? Wrong(otherwise, written) : read
            : value.GetValue<decimal>() is var number && number == decimal.Truncate(number)
                && (column.Kind == ColumnKind.Year ? number is >= FirstYear and <= LastYear : Math.Abs(number) <= int.MaxValue)
                ? new(JsonValue.Create((decimal)(int)number))
                : Wrong(otherwise, written);
    }

    private CellRead Choice(string written)
    {
        var (exact, spelt) = (written.Trim(), Spelling.Of(written));
        var chosen = column.Words.FirstOrDefault(w => w.Id == exact || w.Words.Contains(exact, StringComparer.OrdinalIgnoreCase))
            ?? (spelt.Length == 0 ? null : column.Words.FirstOrDefault(w => Spelling.Of(w.Id) == spelt || w.Words.Any(word => Spelling.Of(word) == spelt)));
        return chosen is null
            ? Wrong(ListTexts.NotAChoice, written, string.Join(", ", column.Words.Select(w => w.Words[0])))
            : new(JsonValue.Create(chosen.Id));
    }

    private static CellRead YesNo(string written) =>
        Yes.Contains(written, StringComparer.OrdinalIgnoreCase) ? new(JsonValue.Create(true))
        : No.Contains(written, StringComparer.OrdinalIgnoreCase) ? new(JsonValue.Create(false))
        : Wrong(ListTexts.NotYesOrNo, written);

    private CellRead Reference(string written)
    {
        switch (names!.Find(written))
        {
            case [var only]:
                return new(JsonValue.Create(only)) { IsOfUnread = unread.Contains(only) };
            case []:
                var shown = names.Shown.ToArray();
                return shown.Length == 0 ? Wrong(ListTexts.NothingToReferTo, written)
                    : Spelling.Nearest(written, shown) is { } nearest ? Wrong(ListTexts.UnknownReferenceNearest, written, nearest)
                    : Wrong(ListTexts.UnknownReference, written, string.Join(", ", shown.Take(MostNames)) + (shown.Length > MostNames ? " …" : ""));
            case var several:
                return Wrong(ListTexts.AmbiguousReference, written, string.Join(", ", several));
        }
    }

    private CellRead References(string written)
    {
        var found = Items(written).Select(Reference).ToArray();
        return found.FirstOrDefault(f => f.Error is not null) is { Error: not null } wrong
            ? wrong
            : new(new JsonArray([.. found.Select(f => f.Value)])) { IsOfUnread = found.Any(f => f.IsOfUnread) };
    }

    // We write a line for each; people also write several on a line.
    private IEnumerable<string> Items(string written)
    {
        var lines = written.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).ToArray();
        var parts = toTheLetter || lines.Length > 1 ? lines : written.Split(written.Contains(';', StringComparison.Ordinal) ? ';' : ',');
        return toTheLetter ? parts : parts.Select(part => part.Trim()).Where(part => part.Length > 0);
    }

    private static CellRead Wrong(string text, string written, params ReadOnlySpan<object?> besides) =>
        new(null, string.Format(CultureInfo.InvariantCulture, text, [written.Length > LongestQuote ? written[..LongestQuote] + "…" : written, .. besides]));

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("^-?[0-9]+(,[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    // Without anything between them, eight digits: 202412 is a month and no day.
    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:(?<split>[-/. ])(?<month>[0-9]{1,2})\k<split>(?<day>[0-9]{1,2})|(?<month>[0-9]{2})(?<day>[0-9]{2}))$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(den )?(?<day>[0-9]{1,2})[. ]+(?<month>\p{L}+)[., ]+(?<year>[0-9]{4})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();
}
