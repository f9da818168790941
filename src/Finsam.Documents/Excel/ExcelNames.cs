using System.Buffers;
using System.Globalization;

namespace Finsam.Documents.Excel;

/// <summary>Names that Excel takes. One that it does not take makes it call the whole file damaged.</summary>
internal static class ExcelNames
{
    private const int LongestSheetName = 31;
    private const int LongestHeader = 255;

    private static readonly SearchValues<char> ForbiddenInSheetNames = SearchValues.Create("[]:*?/\\");

    public static IReadOnlyList<string> Sheets(IEnumerable<string> wanted) => Unique(wanted.Select(SheetName), LongestSheetName);

    public static IReadOnlyList<string> Headers(IEnumerable<string> wanted) => Unique(
        wanted.Select((header, column) => XmlText.Shortened(header, LongestHeader) is { Length: > 0 } text ? text : Numbered(ExcelTexts.UnnamedColumn, column + 1)),
        LongestHeader);

    private static string SheetName(string wanted, int index)
    {
        var letters = XmlText.Line(wanted).ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = ForbiddenInSheetNames.Contains(letters[i]) ? '-' : letters[i];
        }

        // Excel counts the letters as they are written, so that one is better without what must be written as several.
        var clean = new string(letters);
        clean = CellText.Encode(clean) == clean ? clean : clean.Replace('_', '-');

        // An apostrophe at an end would end the name in a reference, and "History" is Excel's own.
        var name = XmlText.Shortened(clean.Trim('\'', ' '), LongestSheetName);
        return name.Length == 0 || name.Equals("History", StringComparison.OrdinalIgnoreCase) ? Numbered(ExcelTexts.UnnamedSheet, index + 1) : name;
    }

    // Excel holds names that differ only in case for the same.
    private static List<string> Unique(IEnumerable<string> names, int longest)
    {
        var all = names.ToList();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < all.Count; i++)
        {
            var name = all[i];
            for (var number = 2; !taken.Add(name); number++)
            {
                var ending = " " + number.ToString(CultureInfo.InvariantCulture);
                name = XmlText.Shortened(all[i], longest - ending.Length) + ending;
            }

            all[i] = name;
        }

        return all;
    }

    private static string Numbered(string format, int number) => string.Format(CultureInfo.InvariantCulture, format, number);
}
