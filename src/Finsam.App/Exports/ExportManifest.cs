namespace Finsam.App.Exports;

/// <summary>What one night's export holds. Written last: an export without it is not finished.</summary>
/// <param name="Night">The day it is named by, in Sweden.</param>
/// <param name="Started">When the first file was begun.</param>
/// <param name="Finished">When the last one was written.</param>
/// <param name="Files">The files.</param>
public sealed record ExportManifest(DateOnly Night, DateTimeOffset Started, DateTimeOffset Finished, IReadOnlyList<ExportedFile> Files)
{
    /// <summary>The manifest's own name among the files.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The list of the blobs there were: their names and lengths. What they hold is kept by the storage account, not by the export.</summary>
    public const string Blobs = "blobs";

    /// <summary>The file of a table.</summary>
    public static string FileOf(string table) => table + ".jsonl.gz";
}

/// <summary>A file of an export: JSON lines, compressed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many lines it has.</param>
/// <param name="Bytes">Its length, compressed.</param>
/// <param name="Sha256">The hash of what is stored, compressed: what sha256sum says of it.</param>
public sealed record ExportedFile(string Name, long Rows, long Bytes, string Sha256);
