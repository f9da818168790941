using System.Globalization;
using System.Text;

namespace Finsam.Documents.Word;

/// <summary>The numberings of one document. Headings and bullets share one each; every numbered list has its own, so that it begins at 1.</summary>
internal sealed class Numbering
{
    public const int HeadingsId = 1;
    public const int BulletsId = 2;
    public const int NumbersId = 3;
    public const int CellNumbersId = 4;

    /// <summary>What a style of ours is numbered by, when a template has a style of that name without numbers.</summary>
    public static readonly IReadOnlyDictionary<string, (int Level, int Id)> ByStyle = new Dictionary<string, (int Level, int Id)>(StringComparer.Ordinal)
    {
        [StyleIds.Heading(1, numbered: true)] = (0, HeadingsId),
        [StyleIds.Heading(2, numbered: true)] = (1, HeadingsId),
        [StyleIds.Heading(3, numbered: true)] = (2, HeadingsId),
        [StyleIds.Heading(4, numbered: true)] = (3, HeadingsId),
        [StyleIds.ListBullet] = (0, BulletsId),
    };

    private readonly List<int> _restarts = [];

    /// <summary>The numbering of a new numbered list in the text.</summary>
    public int NewList() => Restart(NumbersId);

    /// <summary>The numbering of a new numbered list in a table's cell.</summary>
    public int NewCellList() => Restart(CellNumbersId);

    /// <summary>The numbering part, with the lists that have been asked for.</summary>
    public string ToXml()
    {
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"""<w:numbering xmlns:w="{Namespaces.Word}">""");
        xml.Append(Abstract(HeadingsId, "multilevel", string.Concat(Enumerable.Range(1, 4).Select(HeadingLevel))));
        xml.Append(Abstract(BulletsId, "singleLevel", Level("bullet", StyleIds.ListBullet, "•", indent: 397, hanging: 284)));
        xml.Append(Abstract(NumbersId, "singleLevel", Level("decimal", StyleIds.ListNumber, "%1.", indent: 454, hanging: 341)));
        xml.Append(Abstract(CellNumbersId, "singleLevel", Level("decimal", StyleIds.TableNumber, "%1.", indent: 284, hanging: 284)));
        for (var id = HeadingsId; id <= CellNumbersId; id++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>""");
        }

        for (var i = 0; i < _restarts.Count; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<w:num w:numId="{CellNumbersId + 1 + i}"><w:abstractNumId w:val="{_restarts[i]}"/>""")
                .Append("""<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>""");
        }

        return xml.Append("</w:numbering>").ToString();
    }

    private int Restart(int kind)
    {
        _restarts.Add(kind);
        return CellNumbersId + _restarts.Count;
    }

    // Word takes two lists with the same nsid for one when text is pasted between documents, so ours have their own, always the same.
    private static string Abstract(int id, string type, string levels) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<w:abstractNum w:abstractNumId="{id}"><w:nsid w:val="F145A{id:000}"/><w:multiLevelType w:val="{type}"/>{levels}</w:abstractNum>""");

    private static string HeadingLevel(int level)
    {
        var text = string.Join('.', Enumerable.Range(1, level).Select(l => string.Create(CultureInfo.InvariantCulture, $"%{l}")));
        var indent = level switch { 1 => 624, 2 => 737, 3 => 794, _ => 907 };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <w:lvl w:ilvl="{level - 1}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{StyleIds.Heading(level, numbered: true)}"/>
            <w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>
            <w:pPr><w:tabs><w:tab w:val="num" w:pos="{indent}"/></w:tabs><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>
            """);
    }

    private static string Level(string format, string style, string text, int indent, int hanging) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:pStyle w:val="{style}"/>
        <w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>
        <w:pPr><w:tabs><w:tab w:val="num" w:pos="{indent}"/></w:tabs><w:ind w:left="{indent}" w:hanging="{hanging}"/></w:pPr></w:lvl>
        """);
}
