using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Azure;
using Azure.Data.Tables;
using Finsam.App.Reminders;
using Finsam.Domain.Formats;
using Finsam.Domain.Reports;

namespace Finsam.Adapters.Tables;

/// <summary>What is due, by date. Entries that are done are removed, so a question for "today or earlier" reads only what is waiting.</summary>
public sealed class TableDueIndex(StorageAccount account) : IDueIndex
{
    // Comes after every date, so that no question for what is due reads it.
    private const string TickKey = "~tick";
    private const string AtColumn = "At";

    private readonly TableClient _table = account.Tables.GetTableClient(TableNames.Due);

    /// <inheritdoc/>
    public async Task<ImmutableArray<DueEntry>> UpToAsync(DateOnly date, CancellationToken cancellation) =>
        [.. (await _table.AllAsync(TableClient.CreateQueryFilter($"PartitionKey le {SwedishFormat.Date(date)}"), cancellation)).Select(Entry)];

    /// <inheritdoc/>
    public Task AddAsync(DueEntry entry, CancellationToken cancellation) => _table.UpsertEntityAsync(Row(entry), TableUpdateMode.Replace, cancellation);

    /// <inheritdoc/>
    public async Task RemoveAsync(DueEntry entry, CancellationToken cancellation)
    {
        var row = Row(entry);
        try
        {
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, entry.Version is { } version ? new ETag(version) : ETag.All, cancellation);
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.PreconditionFailed)
        {
            // Somebody has asked for another look meanwhile.
        }
    }

    /// <inheritdoc/>
    public Task TickedAsync(DateTimeOffset at, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(new TableEntity(TickKey, TickKey) { [AtColumn] = at }, TableUpdateMode.Replace, cancellation);

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LastTickAsync(CancellationToken cancellation) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(TickKey, TickKey, cancellationToken: cancellation) is { HasValue: true, Value: { } row } ? row.GetDateTimeOffset(AtColumn) : null;

    private static TableEntity Row(DueEntry entry) =>
        new(SwedishFormat.Date(entry.Date), $"{entry.Period.Association}|{entry.Period.Period}|{entry.Initiative}");

    private static DueEntry Entry(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        return new DueEntry(
            DateOnly.ParseExact(row.PartitionKey, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            new PeriodKey(parts[0], parts[1]),
            parts[2].Length == 0 ? null : parts[2],
            row.ETag.ToString());
    }
}
