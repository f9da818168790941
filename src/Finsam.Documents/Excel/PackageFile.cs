using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Finsam.Documents.Excel;

/// <summary>The parts of a file and how they hang together (ECMA-376 Part 2). Parts are found by their relations, for no name is certain.</summary>
internal sealed class PackageFile : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadingBudget _budget;

    /// <exception cref="InvalidDataException">It is no whole zip file.</exception>
    public PackageFile(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        _budget = budget;
        var bytes = MemoryMarshal.TryGetArray(file, out var segment) ? segment : new ArraySegment<byte>(file.ToArray());
        _archive = new ZipArchive(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), ZipArchiveMode.Read);
        long declared = 0;
        foreach (var entry in _archive.Entries)
        {
            declared += Math.Min(entry.Length, ReadingLimits.UnpackedBytes + 1);
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        if (declared > ReadingLimits.UnpackedBytes)
        {
            throw ReadingBudget.TooMuchContent();
        }
    }

    /// <summary>A relation from one part to another.</summary>
    /// <param name="Kind">The last word of its type, which is the same in both vocabularies.</param>
    /// <param name="Target">The other part's name.</param>
    public sealed record Relation(string Kind, string Target);

    /// <summary>Whether a zip that is no workbook is something else that people send, and if so the sentence about it; null for a workbook.</summary>
    public string? Refusal()
    {
        var types = ContentTypes();
        if (types.Count == 0)
        {
            return NameOfOpenDocument() is { } kind
                ? kind.Contains("spreadsheet", StringComparison.Ordinal) ? ExcelTexts.OpenDocument : ExcelTexts.UnknownFile
                : ExcelTexts.OtherZip;
        }

        bool Any(string word) => types.Any(type => type.Contains(word, StringComparison.OrdinalIgnoreCase));
        return Any("ms-excel.sheet.binary") || _parts.ContainsKey("xl/workbook.bin") ? ExcelTexts.BinaryWorkbook
            : Any("ms-excel.") && Any("macroEnabled.main") ? ExcelTexts.MacroWorkbook
            : Any("spreadsheetml.sheet.main") || Any("spreadsheetml.template.main") ? Any("vbaProject") ? ExcelTexts.MacroWorkbook : null
            : Any("wordprocessingml.") || Any("ms-word.") ? ExcelTexts.WordDocument
            : Any("presentationml.") || Any("ms-powerpoint.") ? ExcelTexts.Presentation
            : ExcelTexts.UnknownFile;
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <exception cref="InvalidDataException">There is no such part.</exception>
    public PartReader Open(string part) =>
        new(_parts.GetValueOrDefault(part) ?? throw new InvalidDataException($"The part {part} is missing."), _budget);

    /// <summary>The relations of a part by their ids; of the whole file when the part is "".</summary>
    public IReadOnlyDictionary<string, Relation> Relations(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var relations = new Dictionary<string, Relation>(StringComparer.Ordinal);
        var name = $"{folder}_rels/{part[folder.Length..]}.rels";
        if (!Has(name))
        {
            return relations;
        }

        using var reader = Open(name);
        reader.Root();
        while (reader.NextChild(0))
        {
            if (relations.Count == ReadingLimits.Entries)
            {
                throw ReadingBudget.TooMuchContent();
            }

            if (reader.Name == "Relationship" && reader.Attribute("TargetMode") != "External" && reader.KeptAttribute("Id") is { } id)
            {
                var type = reader.KeptAttribute("Type") ?? "";
                relations.TryAdd(id, new Relation(type[(type.LastIndexOf('/') + 1)..], Resolve(folder, reader.KeptAttribute("Target") ?? "")));
            }
        }

        return relations;
    }

    public void Dispose() => _archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        var path = Uri.UnescapeDataString(target).Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (path.StartsWith('/') ? path : folder + path).Split('/'))
        {
            if (step == "..")
            {
                steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            }
            else if (step is not ("" or "."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    private HashSet<string> ContentTypes()
    {
        var types = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (!Has("[Content_Types].xml"))
        {
            return types;
        }

        using var reader = Open("[Content_Types].xml");
        reader.Root();
        while (reader.NextChild(0))
        {
            types.Add(reader.KeptAttribute("ContentType") ?? "");
            if (types.Count > ReadingLimits.Entries)
            {
                throw ReadingBudget.TooMuchContent();
            }
        }

        return types;
    }

    // The first file of an OpenDocument says which kind it is.
    private string? NameOfOpenDocument()
    {
        if (!_parts.TryGetValue("mimetype", out var entry))
        {
            return null;
        }

        using var stream = new GuardedStream(entry, _budget);
        var start = new byte[200];
        var kind = Encoding.ASCII.GetString(start, 0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        return kind.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) ? kind : null;
    }
}
