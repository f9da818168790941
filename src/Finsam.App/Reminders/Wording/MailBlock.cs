using System.Collections.Immutable;

namespace Finsam.App.Reminders.Wording;

/// <summary>A piece of a mail, as both its parts are written from.</summary>
public abstract record MailBlock
{
    private MailBlock()
    {
    }

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(ImmutableArray<MailRun> Runs) : MailBlock;

    /// <summary>A heading.</summary>
    public sealed record Heading(ImmutableArray<MailRun> Runs) : MailBlock;

    /// <summary>A list.</summary>
    public sealed record List(ImmutableArray<ImmutableArray<MailBlock>> Items, bool IsOrdered = false) : MailBlock;

    /// <summary>A quote.</summary>
    public sealed record Quote(ImmutableArray<MailBlock> Blocks) : MailBlock;

    /// <summary>A line across.</summary>
    public sealed record Line : MailBlock;

    /// <summary>A link that is a button.</summary>
    public sealed record Button(string Words, Uri Address) : MailBlock;

    /// <summary>A list of plain items.</summary>
    public static List ListOf(IEnumerable<string> items) => new([.. items.Select(i => ImmutableArray.Create<MailBlock>(new Paragraph([new MailRun(i)])))]);
}

/// <summary>Words in a paragraph.</summary>
/// <param name="Words">The words; a line break in them is one.</param>
/// <param name="Address">Where they lead; null for words that lead nowhere.</param>
public sealed record MailRun(string Words, Uri? Address = null)
{
    /// <summary>True for words in bold.</summary>
    public bool IsStrong { get; init; }

    /// <summary>True for words in italics.</summary>
    public bool IsEmphasis { get; init; }
}
