using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Finsam.Testing.Graph;

/// <summary>A site in SharePoint, with the document library that each has and others it may have.</summary>
/// <param name="address">Its address, as https://forbundet.sharepoint.com/sites/kansliet.</param>
public sealed class GraphSite(Uri address)
{
    /// <summary>Its address.</summary>
    public Uri Address { get; } = address;

    /// <summary>Its id: host, site collection and web.</summary>
    public string Id { get; } = $"{address.Host},{Guid.NewGuid()},{Guid.NewGuid()}";

    /// <summary>False when nobody has given the app the right to it.</summary>
    public bool IsGranted { get; set; } = true;

    /// <summary>Its libraries; the first is its own.</summary>
    public List<GraphLibrary> Libraries { get; } = [new("Dokument", new Uri(address.AbsoluteUri.TrimEnd('/') + "/Delade%20dokument"))];

    /// <summary>Its own library.</summary>
    public GraphLibrary Library => Libraries[0];
}

/// <summary>A document library: files and folders by path.</summary>
/// <param name="Name">Its name, as people see it.</param>
/// <param name="Address">Its address, which may say another name.</param>
public sealed record GraphLibrary(string Name, Uri Address)
{
    /// <summary>Its id.</summary>
    public string Id { get; } = "b!" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_');

    /// <summary>What is in it, by path without a slash before it.</summary>
    public ConcurrentDictionary<string, GraphItem> Items { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The paths of its files.</summary>
    public string[] Files => [.. Items.Where(i => i.Value.Content is not null).Select(i => i.Key).Order(StringComparer.Ordinal)];

    /// <summary>The paths of its folders.</summary>
    public string[] Folders => [.. Items.Where(i => i.Value.Content is null).Select(i => i.Key).Order(StringComparer.Ordinal)];
}

/// <summary>A file, or a folder.</summary>
/// <param name="Content">What the file holds; null for a folder.</param>
public sealed record GraphItem(byte[]? Content)
{
    /// <summary>Its id.</summary>
    public string Id { get; } = "01" + Guid.NewGuid().ToString("N").ToUpperInvariant();

    /// <summary>The PDF that the server makes of it: it can be told of which file it is.</summary>
    public byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n% " + Convert.ToHexStringLower(SHA256.HashData(Content!)) + "\n%%EOF\n");
}

/// <summary>A request about sites and files, as it came.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, with its query, read.</param>
/// <param name="HasToken">True when it carried a token.</param>
/// <param name="Status">What was answered.</param>
public sealed record GraphFileRequest(string Method, string Path, bool HasToken, int Status);
