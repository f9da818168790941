using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Finsam.Documents.Word;

/// <summary>Text and fields as runs.</summary>
internal static partial class Runs
{
    /// <summary>Text as one run; line ends and tabs become Word's own.</summary>
    public static Run Of(string? text, string? characterStyle = null)
    {
        var run = Empty(characterStyle);
        var lines = XmlText.Lines(text).Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
            {
                run.AppendChild(new Break());
            }

            var pieces = lines[line].Split('\t');
            for (var piece = 0; piece < pieces.Length; piece++)
            {
                if (piece > 0)
                {
                    run.AppendChild(new TabChar());
                }

                if (pieces[piece].Length > 0)
                {
                    run.AppendChild(new Text(pieces[piece]) { Space = SpaceProcessingModeValues.Preserve });
                }
            }
        }

        return run;
    }

    /// <summary>Text as one run whose dates are not broken over two lines.</summary>
    public static Run WithWholeDates(string? text, string? characterStyle = null)
    {
        var run = Of(text, characterStyle);
        foreach (var words in run.Elements<Text>().Where(t => Date().IsMatch(t.Text)).ToList())
        {
            var from = 0;
            void Add(int to)
            {
                if (to > from)
                {
                    run.InsertBefore(new Text(words.Text[from..to]) { Space = SpaceProcessingModeValues.Preserve }, words);
                }
            }

            foreach (var hyphen in Date().Matches(words.Text).SelectMany(date => new[] { date.Index + 4, date.Index + 7 }))
            {
                Add(hyphen);
                run.InsertBefore(new NoBreakHyphen(), words);
                from = hyphen + 1;
            }

            Add(words.Text.Length);
            words.Remove();
        }

        return run;
    }

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")]
    private static partial Regex Date();

    /// <summary>A field with its result in place, so that the reader sees it before Word has calculated anything.</summary>
    public static IEnumerable<Run> Field(string instruction, string result) =>
    [
        FieldMark(FieldCharValues.Begin),
        FieldCode(instruction),
        FieldMark(FieldCharValues.Separate),
        Of(result),
        FieldMark(FieldCharValues.End),
    ];

    public static Run FieldMark(FieldCharValues type) => new(new FieldChar { FieldCharType = type });

    public static Run FieldCode(string instruction) =>
        new(new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve });

    private static Run Empty(string? characterStyle) =>
        characterStyle is null ? new Run() : new Run(new RunProperties(new RunStyle { Val = characterStyle }));
}
