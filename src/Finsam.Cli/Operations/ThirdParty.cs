using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Finsam.Cli.Operations;

/// <summary>A package that somebody else has made.</summary>
/// <param name="Feed">NuGet or npm.</param>
/// <param name="Name">The package.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">Its licence (SPDX); null when nobody has read it.</param>
/// <param name="IsDelivered">True when it is part of what is deployed, not only of building, testing and trying out.</param>
public sealed record ThirdPartyPackage(string Feed, string Name, string Version, string? Licence, bool IsDelivered);

/// <summary>Everything we build on, from the lock files. The licence is what the package says itself; where it says it only in a text of its own, a person has
/// read that and written it into Licences.json.</summary>
public static class ThirdParty
{
    /// <summary>The file the notices stand in.</summary>
    public const string File = "THIRD-PARTY-NOTICES.md";

    // Other people's programs that ours is measured beside. Nothing of ours is built on them, and they are fetched only by whoever measures.
    private const string Compared = "benchmarks";

    private const string Delivered = "src/Finsam.Functions/packages.lock.json";
    private static readonly string[] DeliveredNpm = ["src/Finsam.App/", "src/Finsam.Documents/"];
    private static readonly JsonObject Known = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Operations", "Licences.json")))!.AsObject();

    /// <summary>True for a licence under which everybody may use, change and pass on.</summary>
    public static bool IsFree(string? licence) => licence is not null && Known["free"]!.AsArray().Any(l => l!.GetValue<string>() == licence);

    /// <summary>The packages of a checkout, each once, in order.</summary>
    /// <param name="root">The repository's folder.</param>
    public static ImmutableArray<ThirdPartyPackage> Read(string root) =>
    [
        .. NuGet(root).Concat(Azure(root)).Concat(Npm(root))
            .GroupBy(p => (p.Feed, Name: p.Name.ToUpperInvariant(), p.Version))
            .Select(g => g.First() with { IsDelivered = g.Any(p => p.IsDelivered) })
            .OrderBy(p => p.Feed, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Version, StringComparer.Ordinal),
    ];

    /// <summary>The notices.</summary>
    public static string Notices(IReadOnlyCollection<ThirdPartyPackage> packages)
    {
        var text = new StringBuilder("# Third-party notices\n\nWritten by `dotnet run --project src/Finsam.Cli -- notices` from the lock files. ")
            .Append("The licence texts are in the packages themselves. What only benchmarks/ compares with is not here: nothing is built on it.\n");
        foreach (var (heading, chosen) in new[]
        {
            ("Part of what is deployed", packages.Where(p => p.IsDelivered)),
            ("For building, testing and trying out", packages.Where(p => !p.IsDelivered)),
        })
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n| Package | Version | From | Licence |\n|---|---|---|---|\n");
            foreach (var package in chosen)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {package.Name} | {package.Version} | {package.Feed} | {package.Licence ?? "?"} |\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<ThirdPartyPackage> NuGet(string root) =>
        from file in Files(root, "packages.lock.json")
        from framework in JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(root, file)))!["dependencies"]!.AsObject()
        from package in framework.Value!.AsObject()
        where package.Value!["type"]!.GetValue<string>() is not "Project"
        let version = package.Value!["resolved"]!.GetValue<string>()
        select new ThirdPartyPackage("NuGet", package.Key, version, OfNuGet(package.Key, version), file == Delivered);

    // The azure build has no lock file (README): its own packages are those that the project names for it.
    private static IEnumerable<ThirdPartyPackage> Azure(string root)
    {
        var versions = XDocument.Load(Path.Combine(root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(v => v.Attribute("Include")!.Value, v => v.Attribute("Version")!.Value, StringComparer.OrdinalIgnoreCase);
        return from reference in XDocument.Load(Path.Combine(root, "src", "Finsam.Functions", "Finsam.Functions.csproj")).Descendants("PackageReference")
               let name = reference.Attribute("Include")!.Value
               select new ThirdPartyPackage("NuGet", name, versions[name], ReadByPerson(name) ?? OfNuGet(name, versions[name]), IsDelivered: true);
    }

    private static IEnumerable<ThirdPartyPackage> Npm(string root) =>
        from file in Files(root, "package-lock.json")
        from package in JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(root, file)))!["packages"]!.AsObject()
        where package.Key.Length > 0
        let name = package.Key[(package.Key.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..]
        select new ThirdPartyPackage(
            "npm", name, package.Value!["version"]!.GetValue<string>(), ReadByPerson(name) ?? package.Value!["license"]?.GetValue<string>(),
            DeliveredNpm.Any(d => file.StartsWith(d, StringComparison.Ordinal)));

    private static string? ReadByPerson(string name) => Known["read"]![name.ToLowerInvariant()]?.GetValue<string>();

    private static string? OfNuGet(string name, string version)
    {
        var id = name.ToLowerInvariant();
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var nuspec = Path.Combine(packages, id, version.ToLowerInvariant(), id + ".nuspec");
        return ReadByPerson(name) ?? (System.IO.File.Exists(nuspec)
            ? XDocument.Load(nuspec).Descendants().FirstOrDefault(e => e.Name.LocalName == "license" && e.Attribute("type")?.Value == "expression")?.Value
            : null);
    }

    private static IEnumerable<string> Files(string root, string name) =>
        Directory.EnumerateFiles(root, name, SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(part => part is "obj" or "bin" or "node_modules" or Compared)).Order(StringComparer.Ordinal);
}
