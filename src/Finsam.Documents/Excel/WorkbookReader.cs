using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Finsam.Documents.Excel;

/// <summary>Reads plain lists from a workbook that a person has made in Excel, or in any program that writes .xlsx. It reads the XML as it streams by
/// and not through the SDK: a file from outside may be made to fill the memory, lack what the standard wants, or be no workbook at all.</summary>
public static class WorkbookReader
{
    /// <summary>What the file holds, and everything that is wrong with it. No file makes it throw.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How it is read; as somebody's own list unless said otherwise.</param>
    public static ReadWorkbook Read(ReadOnlyMemory<byte> file, ReadingOptions? options = null)
    {
        var findings = new FindingList();
        var sheets = ImmutableArray.CreateBuilder<ReadSheet>();
        try
        {
            ReadFile(file, options ?? new ReadingOptions(), sheets, findings);
        }
        catch (UnreadableFileException whole)
        {
            findings.Last(whole.Message);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            findings.Last(ExcelTexts.DamagedFile);
        }

        return new ReadWorkbook(sheets.ToImmutable(), findings.ToImmutable());
    }

    private static void ReadFile(ReadOnlyMemory<byte> file, ReadingOptions options, ImmutableArray<ReadSheet>.Builder sheets, FindingList findings)
    {
        if (file.Length > ReadingLimits.FileBytes)
        {
            throw new UnreadableFileException(string.Format(
                CultureInfo.InvariantCulture, ExcelTexts.FileTooLarge, ReadingLimits.FileBytes / ReadingLimits.Megabyte));
        }

        if (!FileKind.IsZip(file.Span))
        {
            throw new UnreadableFileException(FileKind.Refusal(file.Span));
        }

        var budget = new ReadingBudget();
        using var package = new PackageFile(file, budget);
        if (package.Refusal() is { } refusal)
        {
            throw new UnreadableFileException(refusal);
        }

        var main = package.Relations("").Values.FirstOrDefault(relation => relation.Kind == "officeDocument")?.Target ?? "xl/workbook.xml";
        var relations = package.Relations(main);
        var (tabs, from1904) = ReadTabs(package, main);
        var shared = new SharedParts(
            Part(package, relations, "sharedStrings", reader => SharedParts.ReadTexts(reader, budget)),
            Part(package, relations, "styles", SharedParts.ReadFormats),
            from1904);

        if (tabs.Count > ReadingLimits.Sheets)
        {
            findings.Error(null, null, ExcelTexts.TooManySheets, tabs.Count, ReadingLimits.Sheets);
        }

        foreach (var tab in tabs.Take(ReadingLimits.Sheets))
        {
            if (!relations.TryGetValue(tab.Relation, out var relation))
            {
                findings.Error(tab.Name, null, ExcelTexts.DamagedSheet);
            }
            else if (relation.Kind != "worksheet")
            {
                // A chart, a dialogue or macros of the nineties; none has cells of a list.
                continue;
            }
            else if (tab.IsHidden)
            {
                findings.Warning(tab.Name, null, ExcelTexts.HiddenSheet);
            }
            else
            {
                sheets.Add(ReadSheet(package, relation.Target, tab.Name, shared, budget, options, findings));
            }
        }
    }

    private static ReadSheet ReadSheet(
        PackageFile package, string part, string name, SharedParts shared, ReadingBudget budget, ReadingOptions options, FindingList findings)
    {
        ImmutableArray<ReadRow> rows = [];
        try
        {
            using var reader = package.Open(part);
            var sheet = new SheetReader(name, reader, shared, budget, options, findings);
            try
            {
                sheet.Read();
            }
            finally
            {
                rows = sheet.Rows;
            }
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            findings.Error(name, null, ExcelTexts.DamagedSheet);
        }

        return new ReadSheet(name, rows);
    }

    private static List<T> Part<T>(
        PackageFile package, IReadOnlyDictionary<string, PackageFile.Relation> relations, string kind, Func<PartReader, List<T>> read)
    {
        if (relations.Values.FirstOrDefault(relation => relation.Kind == kind) is not { } relation)
        {
            return [];
        }

        using var reader = package.Open(relation.Target);
        return read(reader);
    }

    private static (List<Tab> Tabs, bool From1904) ReadTabs(PackageFile package, string part)
    {
        var tabs = new List<Tab>();
        var from1904 = false;
        using var reader = package.Open(part);
        reader.Root();
        while (reader.NextChild(0))
        {
            if (reader.Is("workbookPr"))
            {
                from1904 = reader.Flag("date1904");
            }
            else if (reader.Is("sheets"))
            {
                var depth = reader.Depth;
                while (reader.NextChild(depth) && tabs.Count < ReadingLimits.Entries)
                {
                    var name = CellText.Decode(reader.KeptAttribute("name") ?? "");
                    tabs.Add(new Tab(name, reader.RelationId() is { Length: <= ReadingLimits.KeptAttribute } id ? id : "", reader.Attribute("state") is "hidden" or "veryHidden"));
                }
            }
        }

        return tabs.Count > 0 ? (tabs, from1904) : throw new InvalidDataException("There are no sheets.");
    }

    // What the zip and XML readers throw for a file that is not what it says.
    private static bool IsDamage(Exception exception) => exception
        is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or FormatException or OverflowException;

    private sealed record Tab(string Name, string Relation, bool IsHidden);
}
