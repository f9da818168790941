using Finsam.Adapters.Tables;
using Finsam.LocalWorker.LocalStorage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Finsam.Adapters.Tests;

/// <summary>A real storage emulator for the tests of one class.</summary>
public sealed class AzuriteStorage : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("finsam-adapters-");
    private Azurite? _azurite;

    public StorageAccount Account { get; private set; } = null!;

    public RowDocuments Documents => new(Account);

    public async ValueTask InitializeAsync()
    {
        _azurite = await Azurite.StartAsync(_folder.FullName, cancellation: TestContext.Current.CancellationToken);
        Account = new StorageAccount(new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", _azurite.ConnectionString)]).Build());
        using var prepare = new PrepareStorage(Account, new AzureStorageFaults(), NullLogger<PrepareStorage>.Instance);
        await prepare.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite!.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
