using System.Collections.Immutable;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Pdfs;

/// <summary>A part as it is asked on paper. What thirteen parties answer alike is asked once, in the section, of those who see the section.</summary>
/// <param name="Part">The part.</param>
/// <param name="Blocks">Its questions.</param>
internal sealed record AskedPart(FormPart Part, ImmutableArray<Block> Blocks)
{
    /// <summary>The parts a reader is asked.</summary>
    public static IEnumerable<AskedPart> Of(FormView form) =>
        from part in form.Parts
        where part.Party is null || !form.Parts.Any(p => p.Party is null && p.Section == part.Section)
        let blocks = part.Party is null ? part.Section.Blocks : part.Blocks
        where !blocks.IsEmpty
        select new AskedPart(part, blocks);

    /// <summary>What everything in the part that counts covers, said once; empty when it is not the same.</summary>
    public string Covers(FormView form) => Blocks.Select(block => PdfWords.Covers(form, block)).Where(covers => covers.Length > 0).Distinct().ToArray() is [var same] ? same : "";

    /// <summary>What one of its questions covers, where the part has not said it.</summary>
    public string Covers(FormView form, Block block) => Covers(form).Length > 0 ? "" : PdfWords.Covers(form, block);

    /// <summary>True for a question that each party answers for itself, asked here of all of them.</summary>
    public bool IsOfEachParty(FormView form, Block block) => Part.Party is null && block.IsSharedFor(form.Initiative);

    /// <summary>True when the question has a heading of its own: one that says what the part's heading has said needs none.</summary>
    public static bool HasHeading(FormPart part, Block block) => !string.Equals(part.Section.Title, block.Label, StringComparison.OrdinalIgnoreCase);
}
