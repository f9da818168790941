using System.Text.RegularExpressions;

namespace Finsam.Domain.Drafts.Changes;

/// <summary>What a row of a table is known by. A running number or a day says where the row stands, not what it is: with one row more above it, it
/// would be another.</summary>
internal static partial class RowName
{
    /// <summary>Which cell names the row: the first that is neither blank, a number nor a day; the first of all where none is.</summary>
    public static int In(TableRow row)
    {
        var named = row.Cells.Index().Where(c => !IsPlace().IsMatch(c.Item.Text) && !Lacks(c.Item.Text)).Select(c => c.Index).ToArray();
        return named.Length == 0 ? 0 : named[0];
    }

    /// <summary>The name in a cell, without the number it begins with.</summary>
    public static string Of(string cell) => Numbered().Replace(cell, "");

    /// <summary>Whether it only counts the rows: it changes when a row comes before, and says nothing.</summary>
    public static bool IsRunningNumber(string cell) => cell.Length is > 0 and <= 3 && cell.All(char.IsAsciiDigit);

    private static bool Lacks(string text) => text == DraftTexts.Missing || text == DraftTexts.Unknown || text == DraftTexts.NotAsked;

    // A year names its row; any other number, share or day does not.
    [GeneratedRegex(
        @"^\s*((?!(19|20)\d\d\s*$)[−-]?\d[\d\s]*(,\d+)?\.?(\s*(%|kr|tkr))?|\d{4}-\d\d-\d\d|\d{1,2} (januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)( \d{4})?)?\s*$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex IsPlace();

    [GeneratedRegex(@"^\d{1,3}\.\s+(?=\S)")]
    private static partial Regex Numbered();
}
