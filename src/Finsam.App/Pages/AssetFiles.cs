using System.Collections.Frozen;
using System.Reflection;

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
