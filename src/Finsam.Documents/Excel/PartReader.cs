using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Finsam.Documents.Excel;

/// <summary>Reads a part of the file from its first element to its last, keeping nothing, whatever stands in it.</summary>
internal sealed class PartReader : IDisposable
{
    private readonly GuardedStream _stream;
    private readonly XmlReader _xml;

    public PartReader(ZipArchiveEntry entry, ReadingBudget budget)
    {
        _stream = new GuardedStream(entry, budget);
        _xml = XmlReader.Create(_stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new BoundedNames(),
        });
    }

    public string Name => _xml.LocalName;

    public int Depth => _xml.Depth;

    public bool Is(string name) => _xml.LocalName == name && _xml.NamespaceURI is (Spreadsheet.Main or Spreadsheet.StrictMain);

    public string? Attribute(string name) => _xml.GetAttribute(name);

    /// <summary>An attribute that will be kept; one longer than any true one is as good as none.</summary>
    public string? KeptAttribute(string name) => _xml.GetAttribute(name) is { Length: <= ReadingLimits.KeptAttribute } text ? text : null;

    public bool Flag(string name) => _xml.GetAttribute(name) is "1" or "true" or "on";

    public string? RelationId() => _xml.GetAttribute("id", Spreadsheet.Relationships) ?? _xml.GetAttribute("id", Spreadsheet.StrictRelationships);

    /// <summary>Goes to the outermost element.</summary>
    public void Root()
    {
        while (Read() && _xml.NodeType != XmlNodeType.Element)
        {
        }
    }

    /// <summary>Goes to the next child of an element, past what is left of the last one; false after the last. Where the element is the outermost, the
    /// part is then read to its end, so that its checksum has been looked at.</summary>
    public bool NextChild(int parentDepth)
    {
        var isEmpty = _xml.NodeType == XmlNodeType.Element && _xml.Depth == parentDepth && _xml.IsEmptyElement;
        while (!isEmpty && Read() && _xml.Depth > parentDepth)
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.Depth == parentDepth + 1)
            {
                return true;
            }
        }

        while (parentDepth == 0 && Read())
        {
        }

        return false;
    }

    /// <summary>The text in the element, as it is written.</summary>
    public string Content()
    {
        if (_xml.IsEmptyElement)
        {
            return "";
        }

        var depth = _xml.Depth;
        string? only = null;
        StringBuilder? several = null;
        while (Read() && _xml.Depth > depth)
        {
            if (_xml.Depth != depth + 1 || _xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
            {
                continue;
            }

            if (only is null)
            {
                only = _xml.Value;
                continue;
            }

            several ??= new StringBuilder(only);
            several.Append(_xml.Value);
            if (several.Length > ReadingLimits.NodeBytes)
            {
                throw ReadingBudget.TooMuchContent();
            }
        }

        return several?.ToString() ?? only ?? "";
    }

    public void Dispose()
    {
        _xml.Dispose();
        _stream.Dispose();
    }

    private bool Read()
    {
        var more = _xml.Read();
        _stream.NodeRead();
        return _xml.Depth <= ReadingLimits.Depth ? more : throw ReadingBudget.TooMuchContent();
    }
}
