using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Finsam.App.Tests.Lists;

/// <summary>A workbook as somebody has made it: what stands in each row, and what a list must not have.</summary>
internal sealed class OwnWorkbook
{
    private readonly List<(string Name, string Rows, string Merges)> _sheets = [];

    /// <summary>A formula in a cell.</summary>
    public sealed record Formula(string Text);

    public OwnWorkbook Sheet(string name, params object?[][] rows) => MergedSheet(name, "", rows);

    public OwnWorkbook MergedSheet(string name, string merged, params object?[][] rows)
    {
        var xml = new StringBuilder();
        foreach (var (index, row) in rows.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{index + 1}\">");
            foreach (var (column, value) in row.Index().Where(c => c.Item is not null))
            {
                xml.Append(Cell($"{(char)('A' + column)}{index + 1}", value!));
            }

            xml.Append("</row>");
        }

        _sheets.Add((name, xml.ToString(), merged.Length == 0 ? "" : $"<mergeCells><mergeCell ref=\"{merged}\"/></mergeCells>"));
        return this;
    }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            Add(zip, "_rels/.rels", Relations(Relation("r1", "officeDocument", "xl/workbook.xml")));
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>"))}</sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", Relations(string.Concat(_sheets.Select((_, i) => Relation($"r{i + 1}", "worksheet", $"sheet{i + 1}.xml"))) + Relation("rs", "styles", "styles.xml")));
            Add(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
            foreach (var (index, sheet) in _sheets.Index())
            {
                Add(zip, $"xl/sheet{index + 1}.xml", $"""<worksheet xmlns="{Main}"><sheetData>{sheet.Rows}</sheetData>{sheet.Merges}</worksheet>""");
            }
        }

        return stream.ToArray();
    }

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static string Cell(string address, object value) => value switch
    {
        string text => $"""<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>""",
        DateOnly day => $"""<c r="{address}" s="1"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>""",
        Formula(var formula) => $"""<c r="{address}"><f>{formula}</f><v>1</v></c>""",
        _ => string.Create(CultureInfo.InvariantCulture, $"""<c r="{address}"><v>{value}</v></c>"""),
    };

    private static string Relations(string relations) => $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>""";

    private static string Relation(string id, string kind, string target) => $"""<Relationship Id="{id}" Type="{Office}/{kind}" Target="{target}"/>""";

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
