using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Finsam.App.Setup;
using Finsam.Domain.Periods;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Exports;

/// <summary>Writes every table's rows, and the list of blobs, to the night's export. A row at a time passes through memory. It may run again, or be
/// stopped anywhere: a finished file is not written again, and a finished night is left alone.</summary>
public sealed partial class ExportTables(IStoredTables tables, IExportStore exports, TimeProvider clock, ILogger<ExportTables> log)
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    /// <summary>Exports, if tonight's export is not there yet.</summary>
    /// <returns>What was written; null when the night was done already.</returns>
    public async Task<ExportManifest?> HandleAsync(CancellationToken cancellation)
    {
        var started = clock.GetUtcNow();
        var night = SwedishTime.DateAt(started);
        if (await exports.FindAsync(night, ExportManifest.FileName, cancellation) is not null)
        {
            return null;
        }

        // The blobs first: a blob is written before the row that points at it, so every row's blob that came later is the only one not listed.
        List<ExportedFile> files = [await FileAsync(night, ExportManifest.Blobs, BlobsAsync(cancellation), cancellation)];
        foreach (var table in tables.Names)
        {
            files.Add(await FileAsync(night, table, tables.RowsAsync(table, cancellation), cancellation));
        }

        var manifest = new ExportManifest(night, started, clock.GetUtcNow(), files);
        await WriteAsync(night, manifest, cancellation);
        var (rows, bytes) = (files.Sum(f => f.Rows), files.Sum(f => f.Bytes));
        LogExported(files.Count, rows, bytes);
        return manifest;
    }

    private async Task<ExportedFile> FileAsync(DateOnly night, string table, IAsyncEnumerable<string> rows, CancellationToken cancellation)
    {
        var name = ExportManifest.FileOf(table);
        if (await exports.FindAsync(night, name, cancellation) is { } finished)
        {
            return finished;
        }

        using var hash = SHA256.Create();
        var (count, bytes) = (0L, 0L);
        await using (var stored = await exports.CreateAsync(night, name, cancellation))
        await using (var counted = new CryptoStream(stored, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            await using (var compressed = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true))
            {
                await foreach (var row in rows.WithCancellation(cancellation))
                {
                    await compressed.WriteAsync(Encoding.UTF8.GetBytes(row), cancellation);
                    await compressed.WriteAsync(LineEnd, cancellation);
                    count++;
                }
            }

            await counted.FlushFinalBlockAsync(cancellation);
            bytes = stored.Position;
        }

        var file = new ExportedFile(name, count, bytes, Convert.ToHexStringLower(hash.Hash!));
        await exports.FinishAsync(night, file, cancellation);
        return file;
    }

    private async IAsyncEnumerable<string> BlobsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in tables.BlobsAsync(cancellation))
        {
            yield return RecordJson.Text(blob);
        }
    }

    private async Task WriteAsync(DateOnly night, ExportManifest manifest, CancellationToken cancellation)
    {
        var content = Encoding.UTF8.GetBytes(RecordJson.Document(manifest));
        await using (var stored = await exports.CreateAsync(night, ExportManifest.FileName, cancellation))
        {
            await stored.WriteAsync(content, cancellation);
        }

        await exports.FinishAsync(
            night, new ExportedFile(ExportManifest.FileName, manifest.Files.Count, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Exported {Files} files with {Rows} rows, {Bytes} bytes")]
    private partial void LogExported(int files, long rows, long bytes);
}
