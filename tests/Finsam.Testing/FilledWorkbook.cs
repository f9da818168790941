using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Finsam.Testing;

/// <summary>A workbook of ours as somebody works in it: cells are filled in, rows moved, labels written over.</summary>
public sealed class FilledWorkbook
{
    private static readonly XNamespace X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, XDocument> _sheets = new(StringComparer.Ordinal);

    private FilledWorkbook()
    {
    }

    /// <summary>Opens a workbook.</summary>
    public static FilledWorkbook Open(byte[] file)
    {
        var book = new FilledWorkbook();
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var from = entry.Open();
            using var bytes = new MemoryStream();
            from.CopyTo(bytes);
            book._parts[entry.FullName] = bytes.ToArray();
        }

        var texts = XDocument.Parse(Encoding.UTF8.GetString(book._parts["xl/sharedStrings.xml"])).Root!.Elements(X + "si").Select(si => (string)si.Element(X + "t")!).ToArray();
        foreach (var name in book._parts.Keys.Where(n => n.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            var sheet = XDocument.Parse(Encoding.UTF8.GetString(book._parts[name]));
            foreach (var cell in sheet.Descendants(X + "c").Where(c => (string?)c.Attribute("t") == "s"))
            {
                Write(cell, texts[(int)cell.Element(X + "v")!]);
            }

            book._sheets[name] = sheet;
        }

        return book;
    }

    /// <summary>Where a field is filled in: "C7". In a list by month, in which month.</summary>
    public string AddressOf(string key, string? month = null) => (string)Cell(key, month).Attribute("r")!;

    /// <summary>Fills in a field with a text.</summary>
    public FilledWorkbook Set(string key, string text, string? month = null)
    {
        Write(Cell(key, month), text);
        return this;
    }

    /// <summary>Fills in a field with a number.</summary>
    public FilledWorkbook Set(string key, decimal number, string? month = null) => SetXml(key, null, new XElement(X + "v", number.ToString(CultureInfo.InvariantCulture)), month);

    /// <summary>Fills in a field with a formula and what it came to.</summary>
    public FilledWorkbook SetFormula(string key, string formula, string? result) => SetXml(key, null, new XElement(X + "f", formula), null, result is null ? null : new XElement(X + "v", result));

    /// <summary>Fills in a field with a number that is shown by one of Excel's own formats: 9 is per cent, 14 a date.</summary>
    public FilledWorkbook SetShown(string key, decimal number, int format)
    {
        var styles = XDocument.Parse(Encoding.UTF8.GetString(_parts["xl/styles.xml"]));
        var formats = styles.Root!.Element(X + "cellXfs")!;
        formats.Add(new XElement(X + "xf", new XAttribute("numFmtId", format)));
        _parts["xl/styles.xml"] = Encoding.UTF8.GetBytes(styles.ToString());
        Set(key, number);
        Cell(key, null).SetAttributeValue("s", formats.Elements().Count() - 1);
        return this;
    }

    /// <summary>Writes another label at a field's row.</summary>
    public FilledWorkbook Relabel(string key, string label)
    {
        Write(Row(key).Elements(X + "c").Single(c => Column(c) == "B"), label);
        return this;
    }

    /// <summary>Exchanges the labels of two fields' rows, and what stands in them; the hidden keys stay.</summary>
    public FilledWorkbook ExchangeRows(string one, string other)
    {
        var (a, b) = (Row(one), Row(other));
        foreach (var (first, second) in a.Elements(X + "c").Zip(b.Elements(X + "c")).Where(c => Column(c.First) != "A").ToArray())
        {
            var (content, type) = (first.Elements().ToArray(), (string?)first.Attribute("t"));
            first.ReplaceNodes(second.Elements());
            first.SetAttributeValue("t", (string?)second.Attribute("t"));
            second.ReplaceNodes(content);
            second.SetAttributeValue("t", type);
        }

        return this;
    }

    /// <summary>Takes away a field's row.</summary>
    public FilledWorkbook RemoveRow(string key)
    {
        Row(key).Remove();
        return this;
    }

    /// <summary>Puts a row of one's own above a field's row; those below move down.</summary>
    public FilledWorkbook InsertRow(string key, string? text = null)
    {
        var row = Row(key);
        var number = (int)row.Attribute("r")!;
        foreach (var moved in row.Parent!.Elements(X + "row").Where(r => (int)r.Attribute("r")! >= number).ToArray())
        {
            Renumber(moved, (int)moved.Attribute("r")! + 1);
        }

        row.AddBeforeSelf(new XElement(X + "row", new XAttribute("r", number), text is null ? null
            : new XElement(X + "c", new XAttribute("r", $"C{number}"), new XAttribute("t", "inlineStr"), new XElement(X + "is", new XElement(X + "t", text)))));
        return this;
    }

    /// <summary>Moves all columns from C on one step to the right.</summary>
    public FilledWorkbook InsertColumn(string key)
    {
        foreach (var cell in Row(key).Parent!.Descendants(X + "c").Where(c => string.CompareOrdinal(Column(c), "C") >= 0).Reverse().ToArray())
        {
            cell.SetAttributeValue("r", (char)(Column(cell)[0] + 1) + ((string)cell.Attribute("r")!)[1..]);
        }

        return this;
    }

    /// <summary>Takes away the hidden keys.</summary>
    public FilledWorkbook RemoveKeys()
    {
        foreach (var cell in _sheets.Values.SelectMany(s => s.Descendants(X + "c")).Where(c => Column(c) == "A").ToArray())
        {
            cell.Remove();
        }

        return this;
    }

    /// <summary>Takes away the sheet that a field stands in; its tab stays, and is empty.</summary>
    public FilledWorkbook ClearSheet(string key)
    {
        Row(key).Parent!.RemoveNodes();
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var to = zip.CreateEntry(name).Open();
                to.Write(_sheets.TryGetValue(name, out var sheet) ? Encoding.UTF8.GetBytes(sheet.ToString(SaveOptions.DisableFormatting)) : content);
            }
        }

        return bytes.ToArray();
    }

    private static string Column(XElement cell) => ((string)cell.Attribute("r")!).TrimEnd([.. "0123456789"]);

    private static string Text(XElement? cell) => (string?)cell?.Element(X + "is")?.Element(X + "t") ?? "";

    private static void Write(XElement cell, string text)
    {
        cell.SetAttributeValue("t", "inlineStr");
        cell.ReplaceNodes(new XElement(X + "is", new XElement(X + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)));
    }

    private static void Renumber(XElement row, int number)
    {
        row.SetAttributeValue("r", number);
        foreach (var cell in row.Elements(X + "c"))
        {
            cell.SetAttributeValue("r", Column(cell) + number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string[] Keys(XElement row) => Text(row.Elements(X + "c").FirstOrDefault(c => Column(c) == "A")).Split(' ');

    private XElement Row(string key) => _sheets.Values.SelectMany(s => s.Descendants(X + "row")).Single(r => Keys(r).Contains(key));

    private XElement Cell(string key, string? month)
    {
        var row = Row(key);
        var mark = month ?? (Array.IndexOf(Keys(row), key) + 1).ToString(CultureInfo.InvariantCulture);
        var column = Column(row.Parent!.Elements(X + "row").First().Elements(X + "c").Single(c => Text(c) == mark));
        return row.Elements(X + "c").Single(c => Column(c) == column);
    }

    private FilledWorkbook SetXml(string key, string? type, XElement content, string? month, XElement? more = null)
    {
        var cell = Cell(key, month);
        cell.SetAttributeValue("t", type);
        cell.ReplaceNodes(content, more);
        return this;
    }
}
