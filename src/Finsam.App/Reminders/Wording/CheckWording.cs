using System.Collections.Immutable;
using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Finsam.App.Reminders.Wording;

/// <summary>What is wrong with a mail's words. Whatever it lets through makes a mail that says what it should: a link that leads right, no field left unfilled.</summary>
public static class CheckWording
{
    private const int Deepest = 8;

    /// <summary>Everything that would not do, from the top down.</summary>
    public static ImmutableArray<WordingFault> Run(MailKind kind, MailWording wording)
    {
        if (wording.Text.Length > MailWording.LongestText)
        {
            return [.. Subject(kind, wording.Subject), new WordingFault(1, Say(WordingTexts.LongText, MailWording.LongestText))];
        }

        try
        {
            return [.. Subject(kind, wording.Subject), .. Text(kind, wording.Text)];
        }
        catch (ArgumentException)
        {
            // What Markdig says of a text whose quotes and lists stand in each other without end.
            return [new WordingFault(1, WordingTexts.Deep)];
        }
    }

    private static IEnumerable<WordingFault> Subject(MailKind kind, string subject)
    {
        if (string.IsNullOrWhiteSpace(subject))
        {
            yield return new(null, WordingTexts.NoSubject);
        }

        if (subject.Length > MailWording.LongestSubject)
        {
            yield return new(null, Say(WordingTexts.LongSubject, MailWording.LongestSubject));
        }

        if (subject.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            yield return new(null, WordingTexts.SubjectLines);
        }
        else if (subject.Any(char.IsControl))
        {
            yield return new(null, WordingTexts.Control);
        }

        if (SubjectPiece.Of(subject).Any(p => !p.IsField && p.Text.AsSpan().IndexOfAny('{', '}') >= 0))
        {
            yield return new(null, WordingTexts.SubjectBrace);
        }

        foreach (var piece in SubjectPiece.Of(subject).Where(p => p.IsField))
        {
            if (Field(kind, piece.Text) is not { } field)
            {
                yield return new(null, Unknown(kind, piece.Text));
            }
            else if (field.Kind != MailFieldKind.Text)
            {
                yield return new(null, Say(WordingTexts.SubjectField, field));
            }
            else if (field.MayBeMissing)
            {
                yield return new(null, Say(WordingTexts.SubjectMissing, field));
            }
        }
    }

    private static IEnumerable<WordingFault> Text(MailKind kind, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [new(1, WordingTexts.NoText)];
        }

        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            return [new(1, WordingTexts.Control)];
        }

        var document = WordingMarkdown.Parse(text);
        var lines = text.ReplaceLineEndings("\n");
        int LineOf(MarkdownObject o) => lines.AsSpan(0, Math.Clamp(o.Span.Start, 0, lines.Length)).Count('\n') + 1;
        var leaves = document.Descendants<LeafBlock>().Where(b => b.Inline is not null).ToArray();
        var faults = leaves.SelectMany(leaf => Leaf(kind, leaf, LineOf));
        if (document.Descendants<Block>().Any(b => DepthOf(b) > Deepest))
        {
            faults = faults.Append(new(1, WordingTexts.Deep));
        }

        if (kind.NeedsLink && !leaves.SelectMany(FieldsOf).Any(f => f.Name == MailField.Link.Name))
        {
            faults = faults.Append(new(lines.TrimEnd().Count('\n') + 1, WordingTexts.NoLink));
        }

        return faults.OrderBy(f => f.Line);
    }

    private static IEnumerable<WordingFault> Leaf(MailKind kind, LeafBlock leaf, Func<MarkdownObject, int> lineOf)
    {
        foreach (var field in leaf.Inline!.Descendants<FieldInline>())
        {
            if (field.Name is null)
            {
                yield return new(lineOf(field), WordingTexts.OpenBrace);
            }
            else if (Field(kind, field.Name) is not { } known)
            {
                yield return new(lineOf(field), Unknown(kind, field.Name));
            }
            else if (known.Kind == MailFieldKind.List && !IsAlone(leaf, field))
            {
                yield return new(lineOf(field), Say(WordingTexts.ListAlone, known));
            }
        }

        foreach (var link in leaf.Inline!.Descendants<LinkInline>())
        {
            if (link.IsImage)
            {
                yield return new(lineOf(link), WordingTexts.Picture);
            }
            else if (!link.Descendants<LeafInline>().Any(i => i is not (LineBreakInline or LiteralInline) || (i is LiteralInline { Content: var words } && !words.IsEmptyOrWhitespace())))
            {
                yield return new(lineOf(link), WordingTexts.LinkWords);
            }
            else if (MailTarget.FieldOf(link.Url) is { } name ? Field(kind, name) is not { Kind: MailFieldKind.Link } : MailTarget.AddressOf(link.Url) is null)
            {
                yield return new(lineOf(link), Target(kind, link.Url));
            }
        }

        foreach (var link in leaf.Inline!.Descendants<AutolinkInline>().Where(a => !a.IsEmail && MailTarget.AddressOf(a.Url) is null))
        {
            yield return new(lineOf(link), Target(kind, link.Url));
        }

        var fields = FieldsOf(leaf).ToArray();
        if (fields.Any(f => f.Name == MailField.Link.Name))
        {
            foreach (var field in fields.Select(f => Field(kind, f.Name)).Where(f => f is { MayBeMissing: true }).Distinct())
            {
                yield return new(lineOf(leaf), Say(WordingTexts.LinkAside, field));
            }
        }
    }

    /// <summary>The fields that stand in a block, also as the targets of its links.</summary>
    internal static IEnumerable<(string Name, MarkdownObject At)> FieldsOf(LeafBlock leaf) =>
        leaf.Inline!.Descendants<FieldInline>().Where(f => f.Name is not null).Select(f => (f.Name!, (MarkdownObject)f))
            .Concat(leaf.Inline!.Descendants<LinkInline>().Select(l => (Name: MailTarget.FieldOf(l.Url), At: (MarkdownObject)l)).Where(l => l.Name is not null).Select(l => (l.Name!, l.At)));

    // In a paragraph, with nothing beside it on its line.
    private static bool IsAlone(LeafBlock leaf, FieldInline field) => leaf is ParagraphBlock && field.Parent == leaf.Inline
        && IsEdge(field.PreviousSibling) && IsEdge(field.NextSibling);

    private static bool IsEdge(Inline? inline) => inline is null or LineBreakInline || (inline is LiteralInline { Content: var text } && text.IsEmptyOrWhitespace() && IsEdge(inline.NextSibling));

    private static int DepthOf(Block block)
    {
        var depth = 0;
        for (var parent = block.Parent; parent is not null; parent = parent.Parent)
        {
            depth++;
        }

        return depth;
    }

    private static MailField? Field(MailKind kind, string name) => kind.Fields.FirstOrDefault(f => f.Name == name);

    private static string Unknown(MailKind kind, string name) => Say(WordingTexts.UnknownField, "{" + name + "}", string.Join(", ", kind.Fields));

    private static string Target(MailKind kind, string? url) => Say(
        WordingTexts.Target, url, kind.NeedsLink ? string.Join(", ", kind.Fields.Where(f => f.Kind == MailFieldKind.Link)) : "mailto:" + MailField.Email.Example);

    private static string Say(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
