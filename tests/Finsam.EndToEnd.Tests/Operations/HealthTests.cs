using System.Net;
using Finsam.App.Operations;
using Finsam.App.Storage;
using Finsam.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Finsam.EndToEnd.Tests.Operations;

/// <summary>What is asked about the service itself.</summary>
public sealed class HealthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_service_says_that_it_is_well_when_storage_answers_and_not_when_it_does_not()
    {
        var storage = new Probe();
        await using var instance = await TestInstance.StartAsync(Cancellation, services: services => services.AddSingleton<IStorageProbe>(provider =>
        {
            storage.Real = ActivatorUtilities.CreateInstance<Adapters.StorageProbe>(provider);
            return storage;
        }));
        using var stranger = TestInstance.Client(instance.Address);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(new Uri("/halsa", UriKind.Relative), Cancellation)).StatusCode);

        // However often anybody asks, storage is asked once in a while.
        await stranger.GetAsync(new Uri("/halsa", UriKind.Relative), Cancellation);
        Assert.Equal(1, storage.Asked);

        storage.Real = null;
        var health = ActivatorUtilities.CreateInstance<CheckHealth>(instance.Local.Services);
        Assert.False(await health.HandleAsync(Cancellation));
    }

    [Fact]
    public async Task The_chef_sees_which_version_runs_and_when_the_hour_was_last_done_and_is_told_when_it_is_not()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.ImportAsync(Cancellation);
        await instance.TickAsync(Cancellation);
        var overview = await instance.Chef.GetStringAsync(new Uri("/oversikt", UriKind.Relative), Cancellation);
        Assert.Contains("kl. 07:30", overview, StringComparison.Ordinal);
        Assert.DoesNotContain("har inte gått igenom", overview, StringComparison.Ordinal);
        Assert.Contains("/om", overview, StringComparison.Ordinal);

        var about = await instance.Chef.GetStringAsync(new Uri("/om", UriKind.Relative), Cancellation);
        Assert.Contains(Software.Version, about, StringComparison.Ordinal);
        Assert.Contains("Svarar", about, StringComparison.Ordinal);

        instance.Clock.Set(instance.Clock.GetUtcNow().AddHours(3));
        Assert.Contains("har inte gått igenom", await instance.Chef.GetStringAsync(new Uri("/oversikt", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    private sealed class Probe : IStorageProbe
    {
        public Adapters.StorageProbe? Real { get; set; }

        public int Asked { get; private set; }

        public Task ProbeAsync(CancellationToken cancellation)
        {
            Asked++;
            return Real?.ProbeAsync(cancellation) ?? throw new HttpRequestException("no answer");
        }
    }
}
