using System.Collections.Immutable;
using Azure.Data.Tables;

namespace Finsam.Adapters.Tables;

/// <summary>The two ways rows are read: one by its keys, or all that a filter lets through.</summary>
internal static class TableReads
{
    extension(TableClient table)
    {
        /// <summary>The row with these keys, or null.</summary>
        public async Task<TableEntity?> FindAsync(string partition, string row, CancellationToken cancellation) =>
            await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation) is { HasValue: true } found ? found.Value : null;

        /// <summary>All rows that a filter lets through, in key order.</summary>
        public async Task<ImmutableArray<TableEntity>> AllAsync(string filter, CancellationToken cancellation)
        {
            var rows = ImmutableArray.CreateBuilder<TableEntity>();
            await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            {
                rows.Add(row);
            }

            return rows.ToImmutable();
        }
    }
}
