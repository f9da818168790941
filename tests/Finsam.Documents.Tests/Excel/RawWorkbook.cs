using System.IO.Compression;
using System.Text;
using Finsam.Documents.Excel;

namespace Finsam.Documents.Tests.Excel;

/// <summary>A workbook put together from the XML that Excel and other programs write, so that a test says exactly what stands in the file.</summary>
internal sealed class RawWorkbook
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private readonly List<(string Name, string State, string Kind, string Xml)> _sheets = [];

    public string MainNamespace { get; init; } = Main;

    public string RelationsNamespace { get; init; } = Relations;

    public string MainType { get; init; } = WorkbookType;

    /// <summary>The &lt;si&gt; elements.</summary>
    public string SharedStrings { get; init; } = "";

    /// <summary>The custom number formats, in the order of the cell formats that use them; format 0 is General, and these come after.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The built-in number formats' numbers, after the custom ones.</summary>
    public IReadOnlyList<int> BuiltInFormats { get; init; } = [];

    public string WorkbookProperties { get; init; } = "";

    /// <summary>Further files in the zip.</summary>
    public Dictionary<string, byte[]> Extra { get; init; } = [];

    public static ReadWorkbook Read(string rows, string before = "", string after = "") => new RawWorkbook().Sheet(rows, before, after).Read();

    public RawWorkbook Sheet(string rows, string before = "", string after = "", string name = "Blad1", string state = "visible", string kind = "worksheet")
    {
        _sheets.Add((name, state, kind, $"""<worksheet xmlns="{MainNamespace}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>"""));
        return this;
    }

    public RawWorkbook RawSheet(string xml)
    {
        _sheets.Add(("Blad1", "visible", "worksheet", xml));
        return this;
    }

    public ReadWorkbook Read() => WorkbookReader.Read(ToBytes());

    public byte[] ToBytes()
    {
        var parts = new Dictionary<string, byte[]>
        {
            ["[Content_Types].xml"] = Xml($"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{MainType}"/></Types>"""),
            ["_rels/.rels"] = Xml($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{RelationsNamespace}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ["xl/workbook.xml"] = Xml($"""<workbook xmlns="{MainNamespace}" xmlns:r="{RelationsNamespace}">{WorkbookProperties}<sheets>{string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>"""),
            ["xl/_rels/workbook.xml.rels"] = Xml($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(_sheets.Select((s, i) => Relation($"rId{i + 1}", s.Kind, $"worksheets/sheet{i + 1}.xml")))}{Relation("rIdS", "styles", "styles.xml")}{Relation("rIdT", "sharedStrings", "/xl/sharedStrings.xml")}</Relationships>"""),
            ["xl/styles.xml"] = Xml($"""<styleSheet xmlns="{MainNamespace}"><numFmts>{string.Concat(Formats.Select((f, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{System.Security.SecurityElement.Escape(f)}\"/>"))}</numFmts><cellXfs><xf numFmtId="0"/>{string.Concat(Formats.Select((_, i) => 164 + i).Concat(BuiltInFormats).Select(id => $"<xf numFmtId=\"{id}\"/>"))}</cellXfs></styleSheet>"""),
            ["xl/sharedStrings.xml"] = Xml($"""<sst xmlns="{MainNamespace}">{SharedStrings}</sst>"""),
        };
        for (var i = 0; i < _sheets.Count; i++)
        {
            parts[$"xl/worksheets/sheet{i + 1}.xml"] = Xml(_sheets[i].Xml);
        }

        foreach (var (name, bytes) in Extra)
        {
            parts[name] = bytes;
        }

        return Zip(parts);
    }

    public static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Xml(string text) => Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + text);

    private string Relation(string id, string kind, string target) => $"""<Relationship Id="{id}" Type="{RelationsNamespace}/{kind}" Target="{target}"/>""";
}
