using System.Xml;

namespace Finsam.Documents.Excel;

/// <summary>The workbook's texts, each once, in the order they first stand.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private int _uses;

    public int Index(string text)
    {
        _uses++;
        if (_indexes.TryGetValue(text, out var index))
        {
            return index;
        }

        _texts.Add(text);
        return _indexes[text] = _texts.Count - 1;
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("sst", Spreadsheet.Main);
        xml.WriteAttributeString("count", XmlConvert.ToString(_uses));
        xml.WriteAttributeString("uniqueCount", XmlConvert.ToString(_texts.Count));
        foreach (var text in _texts)
        {
            xml.WriteStartElement("si", Spreadsheet.Main);
            xml.WriteStartElement("t", Spreadsheet.Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(CellText.Encode(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
