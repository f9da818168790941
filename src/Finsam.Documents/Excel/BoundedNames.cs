using System.Xml;

namespace Finsam.Documents.Excel;

/// <summary>The names that an XML reader keeps for as long as it lives; a workbook has some hundreds.</summary>
internal sealed class BoundedNames : XmlNameTable
{
    private readonly NameTable _names = new();
    private int _count;
    private int _characters;

    public override string Add(char[] array, int offset, int length) => Get(array, offset, length) ?? Counted(_names.Add(array, offset, length));

    public override string Add(string array) => Get(array) ?? Counted(_names.Add(array));

    public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

    public override string? Get(string array) => _names.Get(array);

    private string Counted(string name)
    {
        _characters += name.Length;
        return ++_count <= ReadingLimits.Names && _characters <= ReadingLimits.NameCharacters ? name : throw ReadingBudget.TooMuchContent();
    }
}
