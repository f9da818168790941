using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Xml;

namespace Finsam.Documents.Word.Templates;

/// <summary>The fields of a part while it is read: what each asks Word to do, also where its words are split over runs or have another field within them.</summary>
internal sealed class TemplateFields
{
    // Stands for a field within a field's words.
    private const char Inner = '\uFFFC';

    // What fetches something from another place or starts another program when somebody opens the draft, and what sends commands to a printer.
    private static readonly FrozenSet<string> Refused = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "DDE", "DDEAUTO", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "DATABASE", "RD", "PRINT");

    private readonly Stack<Field> _open = new();
    private bool _isWords;
    private string? _refused;

    /// <summary>Why the part cannot be used; null when it can. Asked when all of it has been read.</summary>
    public string? Fault
    {
        get
        {
            foreach (var unended in _open)
            {
                Judge(unended.Code.ToString()); // One that is never ended is still a field.
            }

            return _refused is null ? null : string.Format(CultureInfo.InvariantCulture, TemplateTexts.Fetching, _refused);
        }
    }

    /// <summary>Takes in what the reader stands at.</summary>
    public void Read(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                _isWords = reader.LocalName is "instrText" or "delInstrText" or "t" && !reader.IsEmptyElement;
                if (reader.LocalName == "fldSimple")
                {
                    Judge(Attribute(reader, "instr"));
                }
                else if (reader.LocalName == "fldChar")
                {
                    Mark(Attribute(reader, "fldCharType"));
                }

                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
                when _isWords && _open.TryPeek(out var field) && !field.ShowsResult:
                field.Code.Append(reader.Value);
                break;
            case XmlNodeType.EndElement:
                _isWords = false;
                break;
        }
    }

    private static string Attribute(XmlReader reader, string name)
    {
        var value = "";
        while (reader.MoveToNextAttribute())
        {
            value = reader.LocalName == name ? reader.Value : value;
        }

        reader.MoveToElement();
        return value;
    }

    private void Mark(string type)
    {
        if (type == "begin")
        {
            if (_open.TryPeek(out var around) && !around.ShowsResult)
            {
                around.Code.Append(Inner);
            }

            _open.Push(new Field());
        }
        else if (_open.TryPeek(out var field))
        {
            Judge(field.Code.ToString());
            field.ShowsResult = true;
            if (type == "end")
            {
                _open.Pop();
            }
        }
    }

    // A kind that another field makes up, or ends, could be any.
    private void Judge(string code)
    {
        var words = code.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control)).SkipWhile(c => char.IsWhiteSpace(c) || c == '"').ToArray();
        var kind = new string([.. words.TakeWhile(char.IsAsciiLetter)]);
        var isOpen = kind.Length < words.Length && words[kind.Length] == Inner;
        if (Refused.Contains(kind) || (isOpen && Refused.Any(refused => refused.StartsWith(kind, StringComparison.OrdinalIgnoreCase))))
        {
            _refused ??= kind.Length > 0 ? kind.ToUpperInvariant() : "{ }";
        }
    }

    private sealed class Field
    {
        public StringBuilder Code { get; } = new();

        public bool ShowsResult { get; set; }
    }
}
