using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Finsam.Adapters;

/// <summary>The storage account: by connection string (AzureWebJobsStorage), or by name with the app's own identity
/// (AzureWebJobsStorage__accountName, __credential=managedidentity), as the Functions host reads them.</summary>
public sealed class StorageAccount
{
    /// <summary>The container of drafts, snapshots, templates and large documents.</summary>
    public const string Container = "finsam";

    /// <summary>The container of the nightly exports. What lies in it is deleted by age (infra/modules/storage.bicep).</summary>
    public const string ExportContainer = "exports";

    /// <summary>Opens the account that the configuration names.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="watchers">Sees every call; none but a test's.</param>
    /// <exception cref="InvalidOperationException">The configuration names none.</exception>
    public StorageAccount(IConfiguration configuration, IEnumerable<HttpPipelinePolicy>? watchers = null)
    {
        T Watched<T>(T options)
            where T : ClientOptions
        {
            foreach (var watcher in watchers ?? [])
            {
                options.AddPolicy(watcher, HttpPipelinePosition.PerCall);
            }

            return Quick(options);
        }

        if (configuration["AzureWebJobsStorage"] is { Length: > 0 } connection)
        {
            Tables = new TableServiceClient(connection, Watched(new TableClientOptions()));
            Blobs = new BlobServiceClient(connection, Watched(new BlobClientOptions())).GetBlobContainerClient(Container);
            Queues = new QueueServiceClient(connection, Watched(Base64(new QueueClientOptions())));
        }
        else if (configuration["AzureWebJobsStorage:accountName"] is { Length: > 0 } name)
        {
            var identity = AppIdentity.Of(configuration);
            Tables = new TableServiceClient(new Uri($"https://{name}.table.core.windows.net"), identity, Watched(new TableClientOptions()));
            Blobs = new BlobServiceClient(new Uri($"https://{name}.blob.core.windows.net"), identity, Watched(new BlobClientOptions())).GetBlobContainerClient(Container);
            Queues = new QueueServiceClient(new Uri($"https://{name}.queue.core.windows.net"), identity, Watched(Base64(new QueueClientOptions())));
        }
        else
        {
            throw new InvalidOperationException("AzureWebJobsStorage (a connection string) or AzureWebJobsStorage__accountName must be set.");
        }
    }

    /// <summary>The tables.</summary>
    public TableServiceClient Tables { get; }

    /// <summary>The container.</summary>
    public BlobContainerClient Blobs { get; }

    /// <summary>The container of the nightly exports.</summary>
    public BlobContainerClient Exports => Blobs.GetParentBlobServiceClient().GetBlobContainerClient(ExportContainer);

    /// <summary>The queues.</summary>
    public QueueServiceClient Queues { get; }

    private static QueueClientOptions Base64(QueueClientOptions options)
    {
        options.MessageEncoding = QueueMessageEncoding.Base64;
        return options;
    }

    // A person waits for the answer: a few quick tries, then the page that says to come back.
    private static T Quick<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(20);
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }
}
