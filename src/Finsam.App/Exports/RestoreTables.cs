using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Finsam.App.Setup;

namespace Finsam.App.Exports;

/// <summary>Puts an export back into the tables. The files are checked against the manifest before anything is changed. It may be run again: the
/// same export gives the same tables. Nothing else may run meanwhile.</summary>
public sealed class RestoreTables(IStoredTables tables)
{
    /// <summary>Reads the manifest and checks every file against it.</summary>
    /// <exception cref="ExportDamagedException">A file is missing or is not the one that was exported, or a table is not of this software.</exception>
    public async Task<ExportManifest> CheckAsync(IExportFiles files, CancellationToken cancellation)
    {
        var manifest = await ManifestAsync(files, cancellation);
        foreach (var file in manifest.Files)
        {
            await using var content = await files.OpenAsync(file.Name, cancellation) ?? throw new ExportDamagedException(file.Name);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)) != file.Sha256)
            {
                throw new ExportDamagedException(file.Name);
            }
        }

        var known = tables.Names.Append(ExportManifest.Blobs).Select(ExportManifest.FileOf).ToArray();
        return manifest.Files.FirstOrDefault(f => !known.Contains(f.Name)) is { } stranger ? throw new ExportDamagedException(stranger.Name)
            : known.FirstOrDefault(name => manifest.Files.All(f => f.Name != name)) is { } missing ? throw new ExportDamagedException(missing)
            : manifest;
    }

    /// <summary>Puts the tables back.</summary>
    /// <param name="files">An export that <see cref="CheckAsync"/> has let through.</param>
    /// <param name="isTrial">True to change nothing, only count.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ImmutableArray<RestoredTable>> HandleAsync(IExportFiles files, bool isTrial, CancellationToken cancellation)
    {
        var restored = ImmutableArray.CreateBuilder<RestoredTable>();
        foreach (var table in tables.Names)
        {
            restored.Add(await tables.PutBackAsync(table, LinesAsync(files, table, cancellation), isTrial, cancellation));
        }

        return restored.ToImmutable();
    }

    /// <summary>The blobs that were there when the export was made and are not now. The storage account may have them still, deleted.</summary>
    public async Task<ImmutableArray<string>> MissingBlobsAsync(IExportFiles files, CancellationToken cancellation)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in tables.BlobsAsync(cancellation))
        {
            present.Add(blob.Name);
        }

        var missing = ImmutableArray.CreateBuilder<string>();
        await foreach (var line in LinesAsync(files, ExportManifest.Blobs, cancellation))
        {
            if (RecordJson.Read<StoredBlob>(line) is { } blob && !present.Contains(blob.Name))
            {
                missing.Add(blob.Name);
            }
        }

        return missing.ToImmutable();
    }

    private static async Task<ExportManifest> ManifestAsync(IExportFiles files, CancellationToken cancellation)
    {
        await using var content = await files.OpenAsync(ExportManifest.FileName, cancellation) ?? throw new ExportDamagedException(ExportManifest.FileName);
        try
        {
            return await JsonSerializer.DeserializeAsync<ExportManifest>(content, RecordJson.Options, cancellation)
                ?? throw new ExportDamagedException(ExportManifest.FileName);
        }
        catch (JsonException)
        {
            throw new ExportDamagedException(ExportManifest.FileName);
        }
    }

    private static async IAsyncEnumerable<string> LinesAsync(IExportFiles files, string table, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var name = ExportManifest.FileOf(table);
        await using var content = await files.OpenAsync(name, cancellation) ?? throw new ExportDamagedException(name);
        await using var plain = new GZipStream(content, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            yield return line;
        }
    }
}
