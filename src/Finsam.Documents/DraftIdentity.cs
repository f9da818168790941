namespace Finsam.Documents;

/// <summary>Which draft a document is, so that a file the chef sends back is known again.</summary>
/// <param name="DraftId">The draft's id, e.g. "gavleborg/2023-arsredovisning".</param>
/// <param name="Version">The draft's version, counted from 1.</param>
public sealed record DraftIdentity(string DraftId, int Version)
{
    /// <summary>The documents' language. Figures, dates and the texts around them are Swedish; there is no other.</summary>
    public const string Language = "sv-SE";
}
