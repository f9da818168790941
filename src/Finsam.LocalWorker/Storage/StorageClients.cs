using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Finsam.LocalWorker.Storage;

/// <summary>The app's storage, from the setting <c>AzureWebJobsStorage</c> as in Functions; made when the first timer or queue asks.</summary>
internal sealed class StorageClients
{
    private const string Setting = "AzureWebJobsStorage";
    private readonly Lazy<BlobServiceClient> blobs;
    private readonly Lazy<QueueServiceClient> queues;

    // Who the app is where AzureWebJobsStorage is an account and not a connection string.
    public StorageClients(IConfiguration settings, TokenCredential? identity = null)
    {
        blobs = new(() => settings[Setting] is { Length: > 0 } connection
            ? new BlobServiceClient(connection, Quick(new BlobClientOptions()))
            : new BlobServiceClient(Address(settings, "blob"), identity ?? new AzureCliCredential(), Quick(new BlobClientOptions())));
        queues = new(() => settings[Setting] is { Length: > 0 } connection
            ? new QueueServiceClient(connection, Quick(new QueueClientOptions()))
            : new QueueServiceClient(Address(settings, "queue"), identity ?? new AzureCliCredential(), Quick(new QueueClientOptions())));
    }

    /// <summary>The container that the Functions host uses for the same.</summary>
    public BlobContainerClient Hosts => blobs.Value.GetBlobContainerClient("azure-webjobs-hosts");

    /// <summary>Makes the clients, so that a missing setting stops the start.</summary>
    public void Check() => _ = (blobs.Value, queues.Value);

    public QueueClient Queue(string name) => queues.Value.GetQueueClient(name);

    private static Uri Address(IConfiguration settings, string service)
    {
        string? Part(string name) => settings[$"{Setting}:{name}"] ?? settings[$"{Setting}__{name}"];
        return Part(service + "ServiceUri") is { Length: > 0 } address ? new Uri(address)
            : Part("accountName") is { Length: > 0 } account ? new Uri($"https://{account}.{service}.core.windows.net")
            : throw new FunctionTableException($"The setting {Setting} is missing: a connection string, or {Setting}__accountName, or {Setting}__{service}ServiceUri.");
    }

    /// <summary>The loops try again by themselves, so a client gives up early.</summary>
    private static T Quick<T>(T options) where T : ClientOptions
    {
        options.Retry.MaxRetries = 1;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(15);
        return options;
    }
}
