using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Finsam.Testing;

namespace Finsam.Infra.Tests;

/// <summary>The Bicep compiler of the pinned package, run on the committed files. It needs neither Azure nor a network.</summary>
internal static class Bicep
{
    private static readonly string Tool =
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Bicep").Value!;

    private static readonly Lazy<JsonNode> Built = new(() => JsonNode.Parse(Run("build", "--stdout", PathOf("main.bicep")).Output)!);

    /// <summary>A file under infra/.</summary>
    public static string PathOf(string file) => Repository.PathOf(Path.Combine("infra", file));

    /// <summary>All Bicep files, from infra/.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(PathOf(""), "*.bicep*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam");

    /// <summary>What Azure Resource Manager would be given.</summary>
    public static JsonNode Template
    {
        get
        {
            NeedsItsPlatform();
            return Built.Value;
        }
    }

    /// <summary>Every resource, those in modules too; the modules themselves are left out.</summary>
    public static IEnumerable<JsonNode> Resources => ResourcesIn(Template);

    /// <summary>The only resource of a type.</summary>
    /// <param name="type">E.g. "Microsoft.Web/sites".</param>
    /// <param name="name">The last part of its name, where there are several of the type.</param>
    public static JsonNode Resource(string type, string name = "") => Assert.Single(Resources, r => Is(r, type, name));

    /// <summary>The only resource of a type that a module itself makes.</summary>
    /// <param name="module">The module's name.</param>
    /// <param name="type">E.g. "Microsoft.Web/sites".</param>
    public static JsonNode ResourceOf(string module, string type) => Assert.Single(AllIn(TemplateOf(Module(module))), r => Is(r, type, ""));

    /// <summary>The template and those of its modules.</summary>
    public static IEnumerable<JsonNode> Templates => [Template, .. Modules(Template).Select(TemplateOf)];

    /// <summary>The module of a name.</summary>
    public static JsonNode Module(string name) => Assert.Single(Modules(Template), m => (string?)m["name"] == name);

    /// <summary>Runs a command of the compiler.</summary>
    public static (int ExitCode, string Output, string Findings) Run(params string[] arguments)
    {
        NeedsItsPlatform();
        using var process = Process.Start(new ProcessStartInfo(Tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var findings = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, findings.Result);
    }

    private static void NeedsItsPlatform() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64,
        "The Bicep compiler's package is for linux-x64; this machine is " + RuntimeInformation.RuntimeIdentifier + ".");

    private static bool Is(JsonNode resource, string type, string name) => (string?)resource["type"] == type
        && (name.Length == 0 || ((string?)resource["name"])!.EndsWith($"'{name}')]", StringComparison.Ordinal));

    // Those inside modules too.
    private static IEnumerable<JsonNode> Modules(JsonNode template) => AllIn(template).Where(IsModule).SelectMany(m => Modules(TemplateOf(m)).Prepend(m));

    private static JsonNode TemplateOf(JsonNode module) => module["properties"]!["template"]!;

    private static IEnumerable<JsonNode> ResourcesIn(JsonNode template) => AllIn(template)
        .SelectMany(r => IsModule(r) ? ResourcesIn(TemplateOf(r)) : [r]);

    // A list, or, where Bicep writes language version 2, an object that also holds what exists already.
    private static IEnumerable<JsonNode> AllIn(JsonNode template) =>
        (template["resources"] is JsonObject named ? named.Select(r => r.Value!) : template["resources"]!.AsArray().Select(r => r!))
        .Where(r => (bool?)r["existing"] != true);

    private static bool IsModule(JsonNode resource) => (string?)resource["type"] == "Microsoft.Resources/deployments";
}
