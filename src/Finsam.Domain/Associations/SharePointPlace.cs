namespace Finsam.Domain.Associations;

/// <summary>Where in SharePoint an association keeps its drafts. A team in Teams keeps its files in such a place too.</summary>
public sealed record SharePointPlace
{
    /// <summary>The site's address, as https://forbundet.sharepoint.com/sites/kansliet.</summary>
    public required Uri Site { get; init; }

    /// <summary>The document library's name; null for the site's own.</summary>
    public string? Library { get; init; }

    /// <summary>The folder in it, with / between; null for none. One that is missing is made.</summary>
    public string? Folder { get; init; }
}
