using Azure.Identity;
using Finsam.Cli.Hosting;
using Finsam.Testing;
using Microsoft.Extensions.Configuration;

namespace Finsam.Adapters.Tests;

/// <summary>Who the app is: in Azure its own identity and nobody else.</summary>
public sealed class AppIdentityTests
{
    [Theory]
    [InlineData("client")]
    [InlineData(null)]
    public void With_the_settings_of_the_template_it_is_the_managed_identity(string? client) => Assert.IsType<ManagedIdentityCredential>(AppIdentity.Of(Configuration(
        new("AzureWebJobsStorage:accountName", "st"), new("AzureWebJobsStorage:credential", "managedidentity"), new("AzureWebJobsStorage:clientId", client))));

    [Fact]
    public void On_a_machine_of_one_s_own_it_is_whoever_is_signed_in_to_the_azure_command_line() =>
        Assert.IsType<AzureCliCredential>(AppIdentity.Of(Configuration(new KeyValuePair<string, string?>("AzureWebJobsStorage:accountName", "st"))));

    // The chain tries a developer's sign-in in production, slowly, and one day with somebody else's rights.
    [Fact]
    public void No_chain_of_credentials_is_used_anywhere() => Assert.All(
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)),
        file => Assert.DoesNotMatch("DefaultAzureCredential|ChainedTokenCredential", File.ReadAllText(file)));

    [Theory]
    [InlineData("https://stfinsam.table.core.windows.net")]
    [InlineData("https://stfinsam.blob.core.windows.net/")]
    public void An_address_of_a_storage_account_names_all_its_services(string address)
    {
        var account = new StorageAccount(Configuration(LocalInstance.StorageSetting(address)));
        Assert.Equal("https://stfinsam.table.core.windows.net/", account.Tables.Uri.ToString());
        Assert.Equal("https://stfinsam.blob.core.windows.net/finsam", account.Blobs.Uri.ToString());
        Assert.Equal("https://stfinsam.queue.core.windows.net/", account.Queues.Uri.ToString());
    }

    private static IConfiguration Configuration(params KeyValuePair<string, string?>[] settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
