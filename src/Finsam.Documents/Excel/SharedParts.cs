using System.Text;

namespace Finsam.Documents.Excel;

/// <summary>What the sheets have in common: texts, and what the cells' formats show.</summary>
internal sealed class SharedParts(IReadOnlyList<string> texts, IReadOnlyList<ShownAs> formats, bool from1904)
{
    /// <summary>Whether days are counted from 1904, as Excel for Mac once did.</summary>
    public bool From1904 => from1904;

    public string? Text(int index) => index >= 0 && index < texts.Count ? texts[index] : null;

    public ShownAs Format(int index) => index >= 0 && index < formats.Count ? formats[index] : ShownAs.Number;

    public static List<string> ReadTexts(PartReader reader, ReadingBudget budget)
    {
        var texts = new List<string>();
        reader.Root();
        while (reader.NextChild(0))
        {
            if (reader.Is("si"))
            {
                budget.UseSharedText();
                texts.Add(ReadText(reader, budget));
            }
        }

        return texts;
    }

    /// <summary>The text of an element that has it plain or in runs, each with its own looks. How it is pronounced (rPh) is no part of it.</summary>
    public static string ReadText(PartReader reader, ReadingBudget budget)
    {
        var depth = reader.Depth;
        string? only = null;
        StringBuilder? several = null;
        while (reader.NextChild(depth))
        {
            if (reader.Is("t"))
            {
                Append(reader.Content());
            }
            else if (reader.Is("r"))
            {
                var run = reader.Depth;
                while (reader.NextChild(run))
                {
                    if (reader.Is("t"))
                    {
                        Append(reader.Content());
                    }
                }
            }
        }

        return several?.ToString() ?? only ?? "";

        void Append(string written)
        {
            var text = CellText.Decode(written);
            budget.UseText(text);
            if (only is null)
            {
                only = text;
                return;
            }

            several ??= new StringBuilder(only);
            several.Append(text);
        }
    }

    public static List<ShownAs> ReadFormats(PartReader reader)
    {
        var codes = new Dictionary<int, ShownAs>();
        var formats = new List<ShownAs>();
        reader.Root();
        while (reader.NextChild(0))
        {
            if (reader.Is("numFmts"))
            {
                var depth = reader.Depth;
                while (reader.NextChild(depth) && codes.Count < ReadingLimits.Formats)
                {
                    codes[SheetReader.Whole(reader.Attribute("numFmtId")) ?? 0] = NumberFormat.Of(reader.Attribute("formatCode") ?? "");
                }
            }
            else if (reader.Is("cellXfs"))
            {
                var depth = reader.Depth;
                while (reader.NextChild(depth) && formats.Count < ReadingLimits.Formats)
                {
                    var id = SheetReader.Whole(reader.Attribute("numFmtId")) ?? 0;
                    formats.Add(codes.TryGetValue(id, out var shown) ? shown : NumberFormat.BuiltIn(id));
                }
            }
        }

        return formats;
    }
}
