using System.Collections.Immutable;

namespace Finsam.App.Exports;

/// <summary>The tables as rows without meaning: each is a line of JSON that says its types, and comes back as it was.</summary>
public interface IStoredTables
{
    /// <summary>The tables' names.</summary>
    ImmutableArray<string> Names { get; }

    /// <summary>A table's rows, read as they are asked for.</summary>
    IAsyncEnumerable<string> RowsAsync(string table, CancellationToken cancellation);

    /// <summary>The blobs that the rows may point at.</summary>
    IAsyncEnumerable<StoredBlob> BlobsAsync(CancellationToken cancellation);

    /// <summary>True when there is a row in any table.</summary>
    Task<bool> HasRowsAsync(CancellationToken cancellation);

    /// <summary>Puts a table back. Mails and links are only added to: what has gone out since stays known, and the links in it open.
    /// Every other table becomes what the rows say. A mail that had not gone out then may have since, and becomes uncertain.</summary>
    /// <param name="table">Which table.</param>
    /// <param name="rows">Its rows, as <see cref="RowsAsync"/> gave them.</param>
    /// <param name="isTrial">True to change nothing, only count.</param>
    /// <param name="cancellation">Cancels. What has been written stays; putting it back again goes on from there.</param>
    Task<RestoredTable> PutBackAsync(string table, IAsyncEnumerable<string> rows, bool isTrial, CancellationToken cancellation);
}

/// <summary>A blob.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its length.</param>
public sealed record StoredBlob(string Name, long Bytes);

/// <summary>What became of a table that was put back.</summary>
/// <param name="Table">Which table.</param>
/// <param name="Written">Rows of the export that were written.</param>
/// <param name="Kept">Rows that stood there already and were kept as they are.</param>
/// <param name="Removed">Rows that were there but not in the export.</param>
public sealed record RestoredTable(string Table, int Written, int Kept, int Removed);
