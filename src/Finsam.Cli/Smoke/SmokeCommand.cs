using Finsam.Adapters;
using Finsam.Adapters.Tables;
using Finsam.Cli.Hosting;
using Microsoft.Extensions.Configuration;

namespace Finsam.Cli.Smoke;

/// <summary>finsam smoke: goes through a deployed service once. For a service of its own to try on, since it leaves its reports there.</summary>
public static class SmokeCommand
{
    /// <summary>Runs it, signed in as the Azure command line is.</summary>
    /// <param name="service">The service's address.</param>
    /// <param name="signInClientId">The app registration that one signs in by.</param>
    /// <param name="storage">The service's storage account, which the form link is put in.</param>
    /// <param name="contactAddress">Who gets the receipt.</param>
    /// <param name="tokenFile">Where the link's token is written, to look for in the logs; null for nowhere.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="UserException">A step did not go as it should.</exception>
    public static async Task<int> RunAsync(
        Uri service, string signInClientId, string storage, string contactAddress, string? tokenFile, CancellationToken cancellation)
    {
        using var chef = await DeployedSession.ClientAsync(service, signInClientId, cancellation);
        var account = new StorageAccount(new ConfigurationBuilder().AddInMemoryCollection([LocalInstance.StorageSetting(storage)]).Build());
        var used = await new SmokeTest(chef, service, new TableLinkStore(account, new RowDocuments(account)), contactAddress, TimeProvider.System)
            .RunAsync(step => Console.WriteLine("✓ " + step), cancellation);
        if (tokenFile is not null)
        {
            await File.WriteAllTextAsync(tokenFile, used, cancellation);
        }

        return 0;
    }
}
