using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Finsam.App.Reminders.Wording;

/// <summary>A merge field in a text.</summary>
internal sealed class FieldInline : LeafInline
{
    /// <summary>The name between the braces; null for a brace that is never closed.</summary>
    public string? Name { get; init; }
}

/// <summary>Sees the merge fields. A brace that is to stand as itself is written \{, as everything else in Markdown.</summary>
internal sealed class FieldParser : InlineParser
{
    public FieldParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var after = slice.Text.AsSpan(slice.Start + 1, slice.End - slice.Start);
        var end = after.IndexOfAny('{', '}', '\n');
        var isClosed = end >= 0 && after[end] == '}';
        processor.Inline = new FieldInline
        {
            Name = isClosed ? Normal(after[..end].ToString()) : null,
            Line = line,
            Column = column,
            Span = new(start, start + (isClosed ? end + 1 : 0)),
        };
        slice.Start += isClosed ? end + 2 : 1;
        return true;
    }

    /// <summary>The name as fields are called: how it is spaced and whether it has capitals does not matter.</summary>
    public static string Normal(string name) => name.Trim().ToLowerInvariant();
}
