using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace Finsam.App.Pages;

/// <summary>Style sheet and pictures: embedded, served under a name that holds their hash, so that they can be kept for ever.</summary>
public static class AssetFiles
{
    private static readonly FrozenDictionary<string, Asset> ByName = Read();
    private static readonly FrozenDictionary<string, Asset> ByHashedName = ByName.Values.ToFrozenDictionary(a => a.HashedName, StringComparer.Ordinal);

    /// <summary>The address of an asset, e.g. "/assets/finsam.1a2b3c4d.css".</summary>
    public static string Address(string name) => "/assets/" + ByName[name].HashedName;

    /// <summary>An asset by its hashed name; null when there is none.</summary>
    public static Asset? Find(string hashedName) => ByHashedName.GetValueOrDefault(hashedName);

    private static FrozenDictionary<string, Asset> Read()
    {
        const string prefix = "assets/";
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return Asset.Of(name[prefix.Length..], bytes.ToArray());
            })
            .ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);
    }
}

/// <summary>A style sheet, a script or a picture.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="HashedName">The name it is served under.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its bytes.</param>
public sealed record Asset(string Name, string HashedName, string MediaType, ReadOnlyMemory<byte> Content)
{
    internal static Asset Of(string name, byte[] content)
    {
        var extension = Path.GetExtension(name);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        return new Asset(name, $"{Path.GetFileNameWithoutExtension(name)}.{hash}{extension}", MediaTypeOf(extension), content);
    }

    private static string MediaTypeOf(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new ArgumentOutOfRangeException(nameof(extension), extension, null),
    };
}
