using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Finsam.App.Reports;
using Finsam.App.Setup;
using Finsam.App.Storage;
using Finsam.Domain.Answers;
using Finsam.Domain.Reports;

namespace Finsam.Adapters.Tables;

/// <summary>Reports in one partition per period. What happened stands in the same partition, so that a change and its trace are one transaction.</summary>
public sealed class TableReportStore(StorageAccount account, RowDocuments documents) : IReportStore
{
    // Sorts after every initiative's own rows, so that reading a report's rows never reads its history.
    private const string EventPrefix = "~event|";
    private const string Kind = "Kind";
    private const string Head = "head";
    private const string Revision = "Revision";
    private const string SavedBy = "SavedBy";
    private const string SavedAt = "SavedAt";

    private readonly TableClient _table = account.Tables.GetTableClient(TableNames.Reports);

    /// <inheritdoc/>
    public async Task<Stored<Report>?> FindAsync(ReportKey key, CancellationToken cancellation) =>
        await _table.FindAsync(Partition(key.PeriodKey), HeadRow(key.Initiative), cancellation) is { } row ? await HeadAsync(row, cancellation) : null;

    /// <inheritdoc/>
    public async Task<ReportInProgress?> FindWithPartsAsync(ReportKey key, CancellationToken cancellation)
    {
        Stored<Report>? head = null;
        var parts = ImmutableDictionary.CreateBuilder<string, SavedPart>(StringComparer.Ordinal);
        foreach (var row in await _table.AllAsync(TableClient.CreateQueryFilter(
            $"PartitionKey eq {Partition(key.PeriodKey)} and RowKey ge {key.Initiative + "|"} and RowKey lt {key.Initiative + "}"}"), cancellation))
        {
            if (row.RowKey == HeadRow(key.Initiative))
            {
                head = await HeadAsync(row, cancellation);
            }
            else
            {
                var id = row.RowKey.Split('|')[2];
                parts[id] = new SavedPart(
                    id, row.GetInt32(Revision)!.Value, await documents.ReadAsync<AnswerSheet>(row, cancellation), row.GetString(SavedBy),
                    row.GetDateTimeOffset(SavedAt)!.Value, row.ETag.ToString());
            }
        }

        return head is null ? null : new ReportInProgress(head, parts.ToImmutable());
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<Stored<Report>>> ListAsync(PeriodKey period, CancellationToken cancellation)
    {
        var heads = ImmutableArray.CreateBuilder<Stored<Report>>();
        foreach (var row in await _table.AllAsync(TableClient.CreateQueryFilter(
            $"PartitionKey eq {Partition(period)} and RowKey lt {EventPrefix} and Kind eq {Head}"), cancellation))
        {
            heads.Add(await HeadAsync(row, cancellation));
        }

        return heads.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task CreateAsync(Report report, ReportEvent happened, CancellationToken cancellation)
    {
        try
        {
            await _table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Add, await HeadRowAsync(report, cancellation)),
                    new(TableTransactionActionType.Add, await EventRowAsync(report.Key, happened, cancellation)),
                ],
                cancellation);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // It exists, and is left as it is.
        }
    }

    /// <inheritdoc/>
    public async Task<bool> SavePartAsync(
        Stored<Report> head, SavedPart part, Report changed, ReportEvent happened, CancellationToken cancellation)
    {
        var row = await documents.RowAsync(
            Partition(changed.Key.PeriodKey), $"{changed.Key.Initiative}|part|{part.Id}", part.Answers, cancellation);
        row[Revision] = part.Revision;
        row[SavedBy] = part.SavedBy;
        row[SavedAt] = part.SavedAt;
        return await TransactAsync(
            [
                new(TableTransactionActionType.UpdateReplace, await HeadRowAsync(changed, cancellation), new ETag(head.Version)),
                part.Version is { } version
                    ? new(TableTransactionActionType.UpdateReplace, row, new ETag(version))
                    : new(TableTransactionActionType.Add, row),
                new(TableTransactionActionType.Add, await EventRowAsync(changed.Key, happened, cancellation)),
            ],
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> UpdateAsync(Stored<Report> head, Report changed, ReportEvent happened, CancellationToken cancellation) =>
        await TransactAsync(
            [
                new(TableTransactionActionType.UpdateReplace, await HeadRowAsync(changed, cancellation), new ETag(head.Version)),
                new(TableTransactionActionType.Add, await EventRowAsync(changed.Key, happened, cancellation)),
            ],
            cancellation);

    /// <inheritdoc/>
    public Task<string> KeepSnapshotAsync(ReportSnapshot snapshot, CancellationToken cancellation) =>
        documents.KeepAsync(Folder(snapshot.Key.Association), RecordJson.Bytes(snapshot), cancellation);

    /// <inheritdoc/>
    public async Task<ReportSnapshot> SnapshotAsync(string association, string hash, CancellationToken cancellation) =>
        RecordJson.Read<ReportSnapshot>(await documents.ReadKeptAsync(Folder(association), hash, cancellation));

    /// <inheritdoc/>
    public async Task<ImmutableArray<ReportEvent>> HistoryAsync(ReportKey key, CancellationToken cancellation)
    {
        var prefix = $"{EventPrefix}{key.Initiative}|";
        var events = ImmutableArray.CreateBuilder<ReportEvent>();
        foreach (var row in await _table.AllAsync(TableClient.CreateQueryFilter(
            $"PartitionKey eq {Partition(key.PeriodKey)} and RowKey ge {prefix} and RowKey lt {prefix + "~"}"), cancellation))
        {
            events.Add(await documents.ReadAsync<ReportEvent>(row, cancellation));
        }

        return events.ToImmutable();
    }

    /// <inheritdoc/>
    public Task<string> KeepFileAsync(string association, byte[] content, CancellationToken cancellation) =>
        documents.KeepAsync(AttachmentFolder(association), content, cancellation);

    /// <inheritdoc/>
    public Task<byte[]> FileAsync(string association, string hash, CancellationToken cancellation) =>
        documents.ReadKeptAsync(AttachmentFolder(association), hash, cancellation);

    internal static string Partition(PeriodKey period) => $"{period.Association}|{period.Period}";

    private static string HeadRow(string initiative) => $"{initiative}|{Head}";

    private static string AttachmentFolder(string association) => "attachments/" + association;

    private static string Folder(string association) => "snapshots/" + association;

    private async Task<TableEntity> HeadRowAsync(Report report, CancellationToken cancellation)
    {
        var row = await documents.RowAsync(Partition(report.Key.PeriodKey), HeadRow(report.Key.Initiative), report, cancellation);
        row[Kind] = Head;
        return row;
    }

    private async Task<Stored<Report>> HeadAsync(TableEntity row, CancellationToken cancellation) =>
        new(await documents.ReadAsync<Report>(row, cancellation), row.ETag.ToString());

    private Task<TableEntity> EventRowAsync(ReportKey key, ReportEvent happened, CancellationToken cancellation)
    {
        var time = happened.At.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
        var unique = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        return documents.RowAsync(Partition(key.PeriodKey), $"{EventPrefix}{key.Initiative}|{time}-{unique}", happened, cancellation);
    }

    private async Task<bool> TransactAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            await _table.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }
}
