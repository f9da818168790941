using Finsam.LocalWorker.LocalStorage;
using Finsam.LocalWorker.Tests;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Finsam.LocalWorker.Tests;

/// <summary>One emulator for all tests; each test has names of its own in it.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("finsam-worker-").FullName;
    private Azurite? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public async ValueTask InitializeAsync() => azurite = await Azurite.StartAsync(folder);

    public async ValueTask DisposeAsync()
    {
        await azurite!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
