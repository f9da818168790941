using System.IO.Compression;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Finsam.Adapters.Exports;
using Finsam.Adapters.Queues;
using Finsam.Adapters.Tables;
using Finsam.App.Exports;
using Finsam.App.Watch;
using Finsam.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Finsam.Adapters.Tests.Exports;

/// <summary>The nightly export, and what is said when it does not come.</summary>
public sealed class ExportTests(AzuriteStorage storage) : IClassFixture<AzuriteStorage>
{
    private static int _nights;

    // A night of its own for each test.
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 1, 1, 1, 30, 0, TimeSpan.Zero).AddDays(10 * Interlocked.Increment(ref _nights)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateOnly Night => DateOnly.FromDateTime(_clock.GetUtcNow().DateTime);

    private BlobExportStore Exports => new(storage.Account);

    private StoredTables Tables => new(storage.Account, storage.Documents, _clock);

    private ExportTables Export => new(Tables, Exports, _clock, NullLogger<ExportTables>.Instance);

    [Fact]
    public async Task Every_kind_of_value_comes_back_as_it_was()
    {
        var table = storage.Account.Tables.GetTableClient(TableNames.Due);
        var row = new TableEntity("all kinds", "1|å~\"")
        {
            ["Text"] = "Ärende \"1\"\r\n\u2028",
            ["Empty"] = "",
            ["Count"] = 7,
            ["Long"] = long.MaxValue,
            ["Double"] = 0.1,
            ["Whole"] = 2.0,
            ["Flag"] = true,
            ["Time"] = new DateTimeOffset(2024, 2, 29, 12, 0, 0, 123, TimeSpan.Zero),
            ["Id"] = Guid.NewGuid(),
            ["Bytes"] = new byte[] { 0, 255 },
        };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, Cancellation);
        await Export.HandleAsync(Cancellation);
        await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Cancellation);

        await new RestoreTables(Tables).HandleAsync(Exports.Files(Night), isTrial: false, Cancellation);
        var back = (await table.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: Cancellation)).Value;
        Assert.All(row, property => Assert.Equal(property.Value, back[property.Key]));
        await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Cancellation);
    }

    [Fact]
    public async Task The_manifest_says_how_many_rows_each_file_has_and_its_hash_and_a_second_run_changes_nothing()
    {
        var table = storage.Account.Tables.GetTableClient(TableNames.Mailboxes);
        await table.UpsertEntityAsync(new TableEntity("mailbox", "one"), cancellationToken: Cancellation);
        var manifest = await Export.HandleAsync(Cancellation);
        Assert.Equal(TableNames.All.Append(ExportManifest.Blobs).Select(ExportManifest.FileOf).Order(), manifest!.Files.Select(f => f.Name).Order());

        var file = manifest.Files.Single(f => f.Name == ExportManifest.FileOf(TableNames.Mailboxes));
        var stored = (await storage.Account.Exports.GetBlobClient($"{Night:yyyy/MM/dd}/{file.Name}").DownloadContentAsync(Cancellation)).Value.Content.ToArray();
        Assert.Equal(file.Bytes, stored.Length);
        Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(stored)));
        await using var plain = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress);
        Assert.Equal(file.Rows, (await new StreamReader(plain).ReadToEndAsync(Cancellation)).Count(c => c == '\n'));

        await table.UpsertEntityAsync(new TableEntity("mailbox", "two"), cancellationToken: Cancellation);
        Assert.Null(await Export.HandleAsync(Cancellation));
        Assert.Equal(file, await Exports.FindAsync(Night, file.Name, Cancellation));
    }

    [Fact]
    public async Task A_night_that_was_stopped_is_gone_on_with()
    {
        // What a stop in the middle of a file leaves: a part of it, that nothing is said of.
        await using (var part = await Exports.CreateAsync(Night, ExportManifest.FileOf(TableNames.Due), Cancellation))
        {
            await part.WriteAsync("half"u8.ToArray(), Cancellation);
        }

        Assert.NotNull(await Export.HandleAsync(Cancellation));
        await new RestoreTables(Tables).CheckAsync(Exports.Files(Night), Cancellation);
        Assert.Equal(Night, await Exports.LastNightAsync(Cancellation));
    }

    [Fact]
    public async Task Many_rows_of_many_partitions_are_put_back_and_what_came_since_is_taken_away()
    {
        var table = storage.Account.Tables.GetTableClient(TableNames.Reports);
        var rows = Enumerable.Range(0, 330).Select(n => new TableEntity($"p{n % 3}", $"{n:D3}") { ["Document"] = new string('x', 10_000) }).ToArray();
        foreach (var partition in rows.GroupBy(r => r.PartitionKey).SelectMany(p => p.Chunk(100)))
        {
            await table.SubmitTransactionAsync(partition.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)), Cancellation);
        }

        await Export.HandleAsync(Cancellation);
        await table.DeleteEntityAsync("p0", "000", cancellationToken: Cancellation);
        await table.UpsertEntityAsync(new TableEntity("p1", "001") { ["Document"] = "other" }, TableUpdateMode.Replace, Cancellation);
        await table.UpsertEntityAsync(new TableEntity("p9", "new"), cancellationToken: Cancellation);

        var restored = await new RestoreTables(Tables).HandleAsync(Exports.Files(Night), isTrial: false, Cancellation);
        Assert.Equal(new RestoredTable(TableNames.Reports, 330, 0, 1), restored.Single(t => t.Table == TableNames.Reports));
        var back = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToArrayAsync(Cancellation);
        Assert.Equal(rows.Select(r => (r.PartitionKey, r.RowKey)).Order(), back.Select(r => (r.PartitionKey, r.RowKey)).Order());
        Assert.All(back, r => Assert.Equal(10_000, r.GetString("Document").Length));
    }

    [Fact]
    public async Task It_is_said_every_hour_that_an_export_has_not_come_and_that_messages_stand_still()
    {
        Assert.DoesNotContain(await FaultsAsync(), line => line.Contains("stand still", StringComparison.Ordinal));
        await Export.HandleAsync(Cancellation);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await FaultsAsync());

        var poison = storage.Account.Queues.GetQueueClient("mail-poison");
        await poison.CreateAsync(cancellationToken: Cancellation);
        await poison.SendMessageAsync("{}", Cancellation);
        _clock.Advance(TimeSpan.FromDays(1));
        var faults = await FaultsAsync();
        Assert.Contains(faults, line => line.Contains("Messages stand still in mail-poison: 1", StringComparison.Ordinal));
        Assert.Contains(faults, line => line.Contains("No export of the tables since 2024-", StringComparison.Ordinal));
        await poison.DeleteAsync(Cancellation);
    }

    private async Task<string[]> FaultsAsync()
    {
        using var log = new CollectedLog();
        using var logs = LoggerFactory.Create(log.Collect);
        await new FindFaults(new PoisonQueues(storage.Account), Exports, _clock, logs.CreateLogger<FindFaults>()).HandleAsync(Cancellation);
        return [.. log.Lines];
    }
}
