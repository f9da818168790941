using System.Collections.Concurrent;
using System.Collections.Immutable;
using Azure.Data.Tables;
using Finsam.App.Setup;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Templates;

namespace Finsam.Adapters.Tables;

/// <summary>Records in the tables Associations, Initiatives and Periods; templates and outlines in blobs by hash.</summary>
public sealed class TableRecordStore(StorageAccount account, RowDocuments documents) : IRecordStore
{
    private const string Settings = "settings";
    private const string Groups = "groups";
    private const string Booked = "booked";
    private const string Order = "Order";
    private const string Hash = "Hash";
    private const int Batch = 30;

    private readonly TableClient _associations = account.Tables.GetTableClient(TableNames.Associations);
    private readonly TableClient _initiatives = account.Tables.GetTableClient(TableNames.Initiatives);
    private readonly TableClient _periods = account.Tables.GetTableClient(TableNames.Periods);

    // A template's hash is its content, so what was read once holds for ever.
    private readonly ConcurrentDictionary<string, FormTemplate> _templates = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<ImmutableArray<string>> AssociationsAsync(CancellationToken cancellation)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        await foreach (var row in _associations.QueryAsync<TableEntity>($"RowKey eq '{Settings}'", select: ["PartitionKey"], cancellationToken: cancellation))
        {
            ids.Add(row.PartitionKey);
        }

        return ids.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task<Association?> FindAssociationAsync(string association, CancellationToken cancellation) =>
        await _associations.FindAsync(association, Settings, cancellation) is { } row ? await documents.ReadAsync<Association>(row, cancellation) : null;

    /// <inheritdoc/>
    public async Task<Initiative?> FindInitiativeAsync(string association, string initiative, CancellationToken cancellation) =>
        await _initiatives.FindAsync(association, initiative, cancellation) is { } row ? await documents.ReadAsync<Initiative>(row, cancellation) : null;

    /// <inheritdoc/>
    public async Task<InitiativeFile> InitiativesAsync(string association, CancellationToken cancellation)
    {
        var groups = await _associations.FindAsync(association, Groups, cancellation);
        return new InitiativeFile
        {
            Groups = groups is null ? [] : await documents.ReadAsync<ImmutableArray<InitiativeGroup>>(groups, cancellation),
            Initiatives = await ListAsync<Initiative>(_initiatives, association, cancellation),
        };
    }

    /// <inheritdoc/>
    public async Task<BookedFile> BookedAsync(string association, CancellationToken cancellation) =>
        await _associations.FindAsync(association, Booked, cancellation) is { } row ? await documents.ReadAsync<BookedFile>(row, cancellation) : new BookedFile();

    /// <inheritdoc/>
    public async Task<ReportingPeriod?> FindPeriodAsync(string association, string period, CancellationToken cancellation) =>
        await _periods.FindAsync(association, period, cancellation) is { } row ? await documents.ReadAsync<ReportingPeriod>(row, cancellation) : null;

    /// <inheritdoc/>
    public async Task<PeriodFile> PeriodsAsync(string association, CancellationToken cancellation) =>
        new() { Periods = await ListAsync<ReportingPeriod>(_periods, association, cancellation) };

    /// <inheritdoc/>
    public Task<string> TemplateHashAsync(string association, string template, CancellationToken cancellation) =>
        HashOfAsync(association, TemplateRow(template), cancellation);

    /// <inheritdoc/>
    public async Task<FormTemplate> TemplateAsync(string association, string hash, CancellationToken cancellation)
    {
        var key = association + "/" + hash;
        if (!_templates.TryGetValue(key, out var template))
        {
            template = RecordJson.Read<FormTemplate>(await documents.ReadKeptAsync(Folder(association), hash, cancellation));
            _templates[key] = template;
        }

        return template;
    }

    /// <inheritdoc/>
    public async Task<Outline> OutlineAsync(string association, string outline, CancellationToken cancellation) =>
        RecordJson.Read<Outline>(await documents.ReadKeptAsync(Folder(association), await HashOfAsync(association, OutlineRow(outline), cancellation), cancellation));

    /// <inheritdoc/>
    public async Task<AssociationRecord?> FindRecordAsync(string association, CancellationToken cancellation)
    {
        if (await FindAssociationAsync(association, cancellation) is not { } found)
        {
            return null;
        }

        return new AssociationRecord
        {
            Association = found,
            Initiatives = await InitiativesAsync(association, cancellation),
            Booked = await BookedAsync(association, cancellation),
            Periods = await PeriodsAsync(association, cancellation),
            Templates = await KeptAsync<FormTemplate>(association, TemplateRow(""), cancellation),
            Outlines = await KeptAsync<Outline>(association, OutlineRow(""), cancellation),
        };
    }

    /// <inheritdoc/>
    public async Task SaveAsync(AssociationRecord record, CancellationToken cancellation)
    {
        // What is pointed at is written before what points at it, and the association's own row last: it makes the rest visible.
        var association = record.Association.Id;
        var rows = new List<TableEntity>();
        foreach (var template in record.Templates)
        {
            rows.Add(await PointerAsync(association, TemplateRow(template.Id), template, cancellation));
        }

        foreach (var outline in record.Outlines)
        {
            rows.Add(await PointerAsync(association, OutlineRow(outline.Id), outline, cancellation));
        }

        rows.Add(await documents.RowAsync(association, Groups, record.Initiatives.Groups, cancellation));
        rows.Add(await documents.RowAsync(association, Booked, record.Booked, cancellation));
        rows.Add(await documents.RowAsync(association, Settings, record.Association, cancellation));
        await ReplaceAsync(_initiatives, association, record.Initiatives.Initiatives, i => i.Id, cancellation);
        await ReplaceAsync(_periods, association, record.Periods.Periods, p => p.Id, cancellation);
        await SubmitAsync(_associations, rows.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)), cancellation);
    }

    private static string TemplateRow(string id) => "template|" + id;

    private static string OutlineRow(string id) => "outline|" + id;

    private static string Folder(string association) => "templates/" + association;

    private async Task<TableEntity> PointerAsync<T>(string association, string row, T document, CancellationToken cancellation) =>
        new(association, row) { [Hash] = await documents.KeepAsync(Folder(association), RecordJson.Bytes(document), cancellation) };

    private async Task<string> HashOfAsync(string association, string row, CancellationToken cancellation) =>
        (await _associations.FindAsync(association, row, cancellation))?.GetString(Hash)
        ?? throw new InvalidOperationException($"{association} has no {row}.");

    private async Task<ImmutableArray<T>> KeptAsync<T>(string association, string prefix, CancellationToken cancellation)
    {
        var kept = ImmutableArray.CreateBuilder<T>();
        foreach (var row in await _associations.AllAsync(TableClient.CreateQueryFilter(
            $"PartitionKey eq {association} and RowKey ge {prefix} and RowKey lt {prefix + "~"}"), cancellation))
        {
            kept.Add(RecordJson.Read<T>(await documents.ReadKeptAsync(Folder(association), row.GetString(Hash), cancellation)));
        }

        return kept.ToImmutable();
    }

    private async Task<ImmutableArray<T>> ListAsync<T>(TableClient table, string association, CancellationToken cancellation)
    {
        var list = ImmutableArray.CreateBuilder<T>();
        foreach (var row in (await table.AllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {association}"), cancellation)).OrderBy(r => r.GetInt32(Order)))
        {
            list.Add(await documents.ReadAsync<T>(row, cancellation));
        }

        return list.ToImmutable();
    }

    private async Task ReplaceAsync<T>(TableClient table, string association, ImmutableArray<T> items, Func<T, string> id, CancellationToken cancellation)
    {
        var actions = new List<TableTransactionAction>();
        foreach (var (index, item) in items.Index())
        {
            var row = await documents.RowAsync(association, id(item), item, cancellation);
            row[Order] = index;
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
        }

        var kept = items.Select(id).ToHashSet(StringComparer.Ordinal);
        var before = await table.AllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {association}"), cancellation);
        actions.AddRange(before.Where(r => !kept.Contains(r.RowKey)).Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r)));
        await SubmitAsync(table, actions, cancellation);
    }

    private static async Task SubmitAsync(TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        // A batch holds at most 100 rows and 4 MiB; a row's document is at most 30 000 characters, 120 000 bytes at worst.
        foreach (var batch in actions.Chunk(Batch))
        {
            await table.SubmitTransactionAsync(batch, cancellation);
        }
    }
}
