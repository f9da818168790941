using System.Xml.Linq;
using Finsam.Adapters;
using Finsam.App;
using Finsam.Cli.Hosting;
using Finsam.Documents.Word;
using Finsam.Domain;
using Finsam.Testing;
using NetArchTest.Rules;

namespace Finsam.Functions.Tests;

/// <summary>A reference points down only.</summary>
public sealed class LayerTests
{
    private static readonly string[] Layers = ["Finsam.Domain", "Finsam.Documents", "Finsam.App", "Finsam.Adapters", "Finsam.LocalWorker", "Finsam.Functions", "Finsam.Cli"];

    public static TheoryData<Type, string[]> MayUse => new()
    {
        { typeof(Identifier), [] },
        { typeof(WordWriter), ["Finsam.Domain"] },
        { typeof(Settings), ["Finsam.Domain", "Finsam.Documents"] },
        { typeof(StorageAccount), ["Finsam.Domain", "Finsam.Documents", "Finsam.App"] },
        { typeof(LocalWorker.HostJson), [] },
        { typeof(FinsamServices), ["Finsam.Domain", "Finsam.Documents", "Finsam.App", "Finsam.Adapters", "Finsam.LocalWorker"] },
    };

    [Theory]
    [MemberData(nameof(MayUse))]
    public void A_layer_uses_only_the_layers_below_it(Type layer, string[] below)
    {
        var own = layer.Assembly.GetName().Name!;
        var forbidden = Layers.Where(l => l != own && !below.Contains(l)).ToArray();
        var used = layer.Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(forbidden.Contains);
        Assert.Empty(used);
    }

    [Fact]
    public void The_domain_has_no_package_and_does_no_input_or_output()
    {
        var project = XDocument.Load(Repository.PathOf("src/Finsam.Domain/Finsam.Domain.csproj"));
        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));

        var result = Types.InAssembly(typeof(Identifier).Assembly)
            .ShouldNot().HaveDependencyOnAny("System.IO.File", "System.IO.Stream", "System.Net", "System.Threading.Tasks.Task", "System.TimeProvider", "System.Console")
            .GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void Only_the_adapters_know_Azure_storage_and_mail()
    {
        foreach (var assembly in new[] { typeof(Settings).Assembly, typeof(WordWriter).Assembly, typeof(FinsamServices).Assembly })
        {
            Assert.DoesNotContain(assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("Azure.", StringComparison.Ordinal) || a.Name is "MimeKit" or "MailKit" or "SendGrid" or "Microsoft.Graph");
        }
    }

    [Fact]
    public void Nobody_reads_the_clock_past_the_time_provider()
    {
        var guilty = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f) is var text && (text.Contains("DateTime.Now", StringComparison.Ordinal)
                || text.Contains("DateTime.UtcNow", StringComparison.Ordinal)
                || text.Contains("DateTimeOffset.UtcNow", StringComparison.Ordinal)
                || text.Contains("DateTimeOffset.Now", StringComparison.Ordinal)));
        Assert.Empty(guilty);
    }

    [Fact]
    public void The_local_sign_in_is_not_part_of_what_is_deployed() =>
        Assert.NotEqual(typeof(FinsamServices).Assembly, typeof(LocalSignIn).Assembly);
}
