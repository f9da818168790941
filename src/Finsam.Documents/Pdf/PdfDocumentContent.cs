using System.Collections.Immutable;

namespace Finsam.Documents.Pdf;

/// <summary>What a PDF document says. How it looks is the writer's business.</summary>
public sealed record PdfDocumentContent
{
    /// <summary>The title: at the top of the first page, in the header of the others, and in the window's title bar.</summary>
    public required string Title { get; init; }

    /// <summary>The association's name, in the header of every page.</summary>
    public required string AssociationName { get; init; }

    /// <summary>What stands at the foot of every page beside "Sida 1 av 3", e.g. when and by whom a report was sent. May be empty.</summary>
    public string FooterText { get; init; } = "";

    /// <summary>The parts below the title, in order.</summary>
    public required ImmutableArray<PdfPart> Parts { get; init; }
}
