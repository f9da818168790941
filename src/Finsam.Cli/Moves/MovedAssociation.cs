using System.IO.Compression;
using System.Runtime.CompilerServices;
using Finsam.Adapters.Exports;
using Finsam.Adapters.Tables;

namespace Finsam.Cli.Moves;

/// <summary>An association in a zip, as it is moved: its rows a line each in rows/, its files in files/, and whose they are.</summary>
public static class MovedAssociation
{
    private const string NameEntry = "association.txt";
    private const string RowFolder = "rows/";
    private const string FileFolder = "files/";

    /// <summary>Writes it.</summary>
    /// <returns>How many rows and files.</returns>
    public static async Task<(int Rows, int Files)> WriteAsync(Stream zip, AssociationStorage storage, string association, CancellationToken cancellation)
    {
        await using var archive = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await WriteLinesAsync(archive, NameEntry, new[] { association }.ToAsyncEnumerable(), cancellation);
        var rows = 0;
        foreach (var table in TableNames.All)
        {
            rows += await WriteLinesAsync(archive, RowFolder + table, storage.RowsAsync(table, association, cancellation), cancellation);
        }

        var files = await storage.FilesAsync(association, cancellation);
        foreach (var file in files)
        {
            await using var entry = await archive.CreateEntry(FileFolder + file).OpenAsync(cancellation);
            await using var content = await storage.OpenAsync(file, cancellation);
            await content.CopyToAsync(entry, cancellation);
        }

        return (rows, files.Count);
    }

    /// <summary>Whose it is, after all of it has been read once: a zip that is cut off or damaged moves nothing.</summary>
    /// <exception cref="InvalidDataException">It is no such zip, or damaged.</exception>
    public static async Task<string> CheckAsync(ZipArchive archive, CancellationToken cancellation)
    {
        foreach (var entry in archive.Entries)
        {
            // Reading to the end is what compares with the checksum.
            await using var content = await entry.OpenAsync(cancellation);
            await content.CopyToAsync(Stream.Null, cancellation);
        }

        await foreach (var line in LinesAsync(archive, NameEntry, cancellation))
        {
            return TableNames.All.All(table => archive.GetEntry(RowFolder + table) is not null) ? line : throw new InvalidDataException(RowFolder);
        }

        throw new InvalidDataException(NameEntry);
    }

    /// <summary>Writes what is in it to a storage account: the files before the rows that point at them, the association itself last.</summary>
    /// <returns>How many rows and files.</returns>
    public static async Task<(int Rows, int Files)> ReadAsync(ZipArchive archive, AssociationStorage storage, CancellationToken cancellation)
    {
        var (rows, files) = (0, 0);
        foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith(FileFolder, StringComparison.Ordinal)))
        {
            await using var content = await entry.OpenAsync(cancellation);
            await storage.WriteAsync(entry.FullName[FileFolder.Length..], content, cancellation);
            files++;
        }

        foreach (var table in TableNames.All.OrderBy(t => t == TableNames.Associations))
        {
            rows += await storage.WriteAsync(table, LinesAsync(archive, RowFolder + table, cancellation), cancellation);
        }

        return (rows, files);
    }

    private static async Task<int> WriteLinesAsync(ZipArchive archive, string name, IAsyncEnumerable<string> lines, CancellationToken cancellation)
    {
        await using var entry = await archive.CreateEntry(name).OpenAsync(cancellation);
        await using var writer = new StreamWriter(entry);
        var count = 0;
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            await writer.WriteAsync(line + "\n");
            count++;
        }

        return count;
    }

    private static async IAsyncEnumerable<string> LinesAsync(ZipArchive archive, string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var content = await (archive.GetEntry(name) ?? throw new InvalidDataException(name)).OpenAsync(cancellation);
        using var reader = new StreamReader(content);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            yield return line;
        }
    }
}
