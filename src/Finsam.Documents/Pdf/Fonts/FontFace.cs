using System.Buffers.Binary;
using System.Reflection;

namespace Finsam.Documents.Pdf.Fonts;

/// <summary>A typeface of the embedded family: which letters it has and how wide they are. Read from the font file's own tables, so that text is measured
/// and broken without a graphics library (https://learn.microsoft.com/typography/opentype/spec/otff).</summary>
internal sealed class FontFace
{
    /// <summary>The family's name.</summary>
    public const string Family = "Source Sans 3";

    private readonly double[] _advances = new double[char.MaxValue + 1];
    private readonly char[] _canonical = new char[char.MaxValue + 1];

    private FontFace(string file, bool isStrong)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("fonts/" + file)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        File = file;
        IsStrong = isStrong;
        Data = memory.ToArray();

        var tables = ReadTables();
        double unitsPerEm = Word(tables["head"] + 18);
        var metrics = tables["hmtx"];
        var longMetrics = Word(tables["hhea"] + 34);
        var firstOfGlyph = new Dictionary<int, char>();
        foreach (var (letter, glyph) in ReadLetters(tables["cmap"]))
        {
            _advances[letter] = Word(metrics + (4 * Math.Min(glyph, longMetrics - 1))) / unitsPerEm;
            _canonical[letter] = firstOfGlyph.TryAdd(glyph, letter) ? letter : firstOfGlyph[glyph];
        }

        // The hyphens share their shape with the soft hyphen, which is nothing when it is copied.
        foreach (var hyphen in "\u2010\u2011")
        {
            (_advances[hyphen], _canonical[hyphen]) = (_advances['-'], '-');
        }
    }

    /// <summary>For running text.</summary>
    public static FontFace Regular { get; } = new("Regular.ttf", isStrong: false);

    /// <summary>For headings, labels and what is strong.</summary>
    public static FontFace Strong { get; } = new("SemiBold.ttf", isStrong: true);

    /// <summary>The font file's name among the resources.</summary>
    public string File { get; }

    /// <summary>True for the strong face.</summary>
    public bool IsStrong { get; }

    /// <summary>The font file.</summary>
    public byte[] Data { get; }

    /// <summary>True when the face has the letter.</summary>
    public bool Has(char letter) => _canonical[letter] != '\0';

    /// <summary>The letter's width as a share of the type size.</summary>
    public double Advance(char letter) => _advances[letter];

    /// <summary>The text's width at a type size.</summary>
    public double Width(ReadOnlySpan<char> text, double size)
    {
        var width = 0.0;
        foreach (var letter in text)
        {
            width += _advances[letter];
        }

        return width * size;
    }

    /// <summary>The text in which letters that look the same are the same. A PDF says one letter for each shape: a file where a no-break space has been
    /// drawn would otherwise give no-break spaces wherever text is copied from it, and a search for two words would find nothing.</summary>
    public string Canonical(string text) => string.Create(text.Length, (this, text), static (letters, source) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = source.Item1._canonical[source.text[i]];
        }
    });

    private Dictionary<string, int> ReadTables()
    {
        var tables = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Word(4); i++)
        {
            var record = 12 + (16 * i);
            tables.Add(System.Text.Encoding.ASCII.GetString(Data, record, 4), Long(record + 8));
        }

        return tables;
    }

    // Format 4: the letters of the basic plane in segments. The fonts have nothing beyond it that a report needs.
    private IEnumerable<(char Letter, int Glyph)> ReadLetters(int cmap)
    {
        var start = Enumerable.Range(0, Word(cmap + 2)).Select(i => cmap + Long(cmap + 4 + (8 * i) + 4)).First(offset => Word(offset) == 4);
        var segments = Word(start + 6) / 2;
        var (ends, starts) = (start + 14, start + 16 + (2 * segments));
        var (deltas, offsets) = (starts + (2 * segments), starts + (4 * segments));
        for (var i = 0; i < segments; i++)
        {
            var (first, last, delta, offset) = (Word(starts + (2 * i)), Word(ends + (2 * i)), Word(deltas + (2 * i)), Word(offsets + (2 * i)));
            for (var letter = first; letter <= last && letter < char.MaxValue; letter++)
            {
                var glyph = offset == 0 ? letter : Word(offsets + (2 * i) + offset + (2 * (letter - first)));
                if (glyph != 0 && ((glyph + delta) & 0xFFFF) is var index and not 0)
                {
                    yield return ((char)letter, index);
                }
            }
        }
    }

    private int Word(int offset) => BinaryPrimitives.ReadUInt16BigEndian(Data.AsSpan(offset));

    private int Long(int offset) => checked((int)BinaryPrimitives.ReadUInt32BigEndian(Data.AsSpan(offset)));
}
