namespace Finsam.Adapters.SharePoint;

/// <summary>A file's path in a library.</summary>
internal static class FilePath
{
    /// <summary>A path and a name below it.</summary>
    public static string Of(string? folder, string name) => string.IsNullOrEmpty(folder) ? name : folder + "/" + name;

    /// <summary>A path as it stands in an address. A step upwards would lead to somewhere else in Graph.</summary>
    public static string Escaped(string path) => string.Join('/', path.Split('/').Select(step =>
        step is "" or "." or ".." ? throw new ArgumentException("The path is none.", nameof(path)) : Uri.EscapeDataString(step)));

    /// <summary>The folders on the way to one, the outermost first: "a/b" gives "a" and "a/b".</summary>
    public static IEnumerable<string> Steps(string folder)
    {
        var names = folder.Split('/');
        return Enumerable.Range(1, names.Length).Select(count => string.Join('/', names.Take(count)));
    }
}
