namespace Finsam.Documents.Excel;

/// <summary>How much of a workbook is read. A list of an association has some hundreds of rows; a file of 20 MB can be made to unpack to as many GB.</summary>
internal static class ReadingLimits
{
    /// <summary>Bytes of the file.</summary>
    public const int FileBytes = 20 * Megabyte;

    /// <summary>Bytes of all parts of the file when unpacked.</summary>
    public const long UnpackedBytes = 200L * Megabyte;

    /// <summary>Bytes of one element, comment or text in a part; the longest text of a cell is below 200 kB.</summary>
    public const int NodeBytes = Megabyte;

    /// <summary>Elements within each other.</summary>
    public const int Depth = 100;

    /// <summary>Different names of elements and attributes in one part, and their characters.</summary>
    public const int Names = 5_000;

    /// <summary>The characters of those names.</summary>
    public const int NameCharacters = Megabyte;

    /// <summary>Relations of a part, kinds of parts, and sheets that are counted at all.</summary>
    public const int Entries = 10_000;

    /// <summary>Characters of a name, a path or a type; the name of a sheet has 31 at most, some of them written with seven.</summary>
    public const int KeptAttribute = 1_000;

    /// <summary>Sheets of a workbook.</summary>
    public const int Sheets = 50;

    /// <summary>Rows of a sheet, counted from its top.</summary>
    public const int Rows = 20_000;

    /// <summary>Columns of a sheet, counted from its left.</summary>
    public const int Columns = 200;

    /// <summary>Cells with content in all sheets, and texts in the table that cells share.</summary>
    public const int Cells = 500_000;

    /// <summary>Characters of those texts, and of those that stand in cells.</summary>
    public const int Characters = 20_000_000;

    /// <summary>Cell formats; Excel has room for 65 490.</summary>
    public const int Formats = 100_000;

    /// <summary>Bytes in one of the megabytes people are told of.</summary>
    public const int Megabyte = 1024 * 1024;
}
