using Azure.Data.Tables;

namespace Finsam.Adapters.Exports;

/// <summary>Writes rows of one partition at a time, as a transaction must be.</summary>
/// <param name="table">Which table; null to send nothing.</param>
internal sealed class RowBatch(TableClient? table)
{
    // What the table service takes in one transaction is a hundred rows and 4 MiB, counted in its own longer way of writing.
    private const int MostRows = 100;
    private const int MostCharacters = 1_000_000;

    private readonly List<TableTransactionAction> _actions = [];
    private int _characters;

    /// <summary>Adds a row; what is full, or of another partition, is sent first.</summary>
    public async Task AddAsync(TableTransactionActionType what, TableEntity row, int characters, CancellationToken cancellation)
    {
        if (_actions.Count == MostRows || _characters + characters > MostCharacters || (_actions is [var first, ..] && first.Entity.PartitionKey != row.PartitionKey))
        {
            await SendAsync(cancellation);
        }

        _actions.Add(new TableTransactionAction(what, row));
        _characters += characters;
    }

    /// <summary>Sends what has been added.</summary>
    public async Task SendAsync(CancellationToken cancellation)
    {
        if (table is not null && _actions.Count > 0)
        {
            await table.SubmitTransactionAsync(_actions, cancellation);
        }

        _actions.Clear();
        _characters = 0;
    }
}
