using System.IO.Compression;

namespace Finsam.Documents;

/// <summary>A package packed anew with its parts in a fixed order and without the time of day, so that the same content is the same bytes and one
/// hash says whether a file has been touched.</summary>
internal static class DeterministicZip
{
    // The first day a zip file knows.
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Repack(MemoryStream package)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries.OrderBy(Rank).ThenBy(part => part.FullName, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = FixedTime;
                entry.ExternalAttributes = 0; // Otherwise the rights of a file on the machine that writes.
                using var from = part.Open();
                using var to = entry.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }

    // A reader that streams wants the content types and the first relations before all else.
    private static int Rank(ZipArchiveEntry part) => part.FullName switch
    {
        "[Content_Types].xml" => 0,
        "_rels/.rels" => 1,
        _ => 2,
    };
}
