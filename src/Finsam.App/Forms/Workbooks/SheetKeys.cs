using System.Globalization;

namespace Finsam.App.Forms.Workbooks;

/// <summary>The hidden words by which cells are found again. They stand in the sheet itself, a column of them beside the rows and a row of them above
/// the columns, and not in a sheet of their own or in defined names: so they go along when rows are put in, sorted or moved, when sheets are renamed
/// or copied to another workbook, and when a program that knows of no names saves the file.</summary>
internal static class SheetKeys
{
    /// <summary>At a row of ours that has nothing to fill in.</summary>
    public const string Ours = "-";

    /// <summary>Above the labels.</summary>
    public const string Label = "etikett";

    private const string BlockSign = "#";
    private const string HeadSign = "##";

    /// <summary>Above the nth column to fill in, from 1.</summary>
    public static string Column(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>At the row that a block begins with.</summary>
    public static string Block(string block) => BlockSign + block;

    /// <summary>At the row with the heads of a block's columns.</summary>
    public static string Head(string block) => HeadSign + block;

    /// <summary>True for a row that a block begins with.</summary>
    public static bool IsBlock(string key) => key.StartsWith(BlockSign, StringComparison.Ordinal) && !key.StartsWith(HeadSign, StringComparison.Ordinal);
}
