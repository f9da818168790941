using System.Reflection;
using System.Runtime.Loader;
using Finsam.App.Drafts;
using Finsam.App.Drafts.SharePoint;
using Finsam.App.Reminders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Finsam.Adapters.Tests.Mail.Graph;

/// <summary>The Graph SDK is 48 MB: whoever sends otherwise does not load it.</summary>
public sealed class GraphLoadingTests
{
    [Theory]
    [InlineData("folder")]
    [InlineData("smtp")]
    public void The_Graph_SDK_is_not_loaded_where_mail_goes_another_way(string sender) => Assert.DoesNotContain(LoadedBy(sender), IsOfGraph);

    [Fact]
    public void It_is_loaded_where_mail_goes_by_Graph() => Assert.Contains(LoadedBy("graph"), IsOfGraph);

    private static bool IsOfGraph(string assembly) => assembly.StartsWith("Microsoft.Graph", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.Kiota", StringComparison.Ordinal);

    [Fact]
    public void It_is_not_loaded_before_a_draft_is_saved_or_made_PDF_in_SharePoint()
    {
        Assert.DoesNotContain(LoadedBy("folder", typeof(IPdfConversion), typeof(ISharePoint)), IsOfGraph);
        Assert.Contains(LoadedBy("folder", (port, place) => port.GetMethod(nameof(ISharePoint.SaveAsync))!.Invoke(place, [null, "", Array.Empty<byte>(), CancellationToken.None]), typeof(ISharePoint)), IsOfGraph);
    }

    // Our assemblies once more, beside those of the tests, which other tests have made load the SDK.
    private static List<string> LoadedBy(string sender, params Type[] ports) => LoadedBy(sender, (_, _) => { }, ports);

    private static List<string> LoadedBy(string sender, Action<Type, object> use, params Type[] ports)
    {
        var context = new RecordingContext();
        var services = new ServiceCollection();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Finsam:Mail:Sender", sender),
            new("Finsam:Mail:From", "finsam@example.org"),
            new("Finsam:Mail:Smtp:Host", "127.0.0.1"),
            new("Finsam:Mail:Graph:ReadMailbox", "true"),
        ]).Build();
        context.LoadFromAssemblyName(typeof(AdapterServices).Assembly.GetName()).GetType(typeof(AdapterServices).FullName!)!
            .GetMethod(nameof(AdapterServices.AddFinsamAdapters))!.Invoke(null, [services, configuration]);
        using var provider = services.BuildServiceProvider();
        var app = context.LoadFromAssemblyName(typeof(IMailSender).Assembly.GetName());
        foreach (var port in new[] { typeof(IMailSender), typeof(IDeliveryReports) }.Concat(ports).Select(port => app.GetType(port.FullName!)!))
        {
            var met = provider.GetService(port);
            Assert.NotNull(met);
            if (ports.Any(p => p.FullName == port.FullName))
            {
                use(port, met);
            }
        }

        return context.Loaded;
    }

    private sealed class RecordingContext : AssemblyLoadContext
    {
        public List<string> Loaded { get; } = [];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            Loaded.Add(assemblyName.Name!);
            var file = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
