using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Finsam.Domain.Attachments;

/// <summary>The list of files at the end of a zip (its central directory, APPNOTE 4.3.12 and 4.3.16). Only that list is read, so there is nothing
/// to unpack that could swell. It is read strictly: what two programs may read in two ways is not read at all.</summary>
/// <param name="Names">The names of the files, as they stand.</param>
/// <param name="Encrypted">True when any file is encrypted.</param>
internal sealed record ZipDirectory(ImmutableArray<string> Names, bool Encrypted)
{
    // A large workbook has some hundreds of parts.
    private const int MostFiles = 10_000;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;

    /// <summary>The list; null when the zip is cut short, damaged, or made to be read in two ways.</summary>
    public static ZipDirectory? Read(ReadOnlySpan<byte> zip)
    {
        var end = EndAt(zip);
        if (end < 0)
        {
            return null;
        }

        var (disk, firstDisk, files, allFiles) = (Short(zip, end + 4), Short(zip, end + 6), Short(zip, end + 8), Short(zip, end + 10));
        var (size, at) = (Int(zip, end + 12), Int(zip, end + 16));
        if (disk != 0 || firstDisk != 0 || files != allFiles || files > MostFiles || at + size > end)
        {
            return null;
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var encrypted = false;
        var entry = (int)at;
        for (var i = 0; i < files; i++)
        {
            if (NameAt(zip[..end], entry) is not { } name || !names.Add(name))
            {
                return null;
            }

            encrypted |= (Short(zip, entry + 8) & 1) != 0;
            entry += EntryLength + Short(zip, entry + 28) + Short(zip, entry + 30) + Short(zip, entry + 32);
        }

        return entry == at + size ? new ZipDirectory([.. names], encrypted) : null;
    }

    // The record of the end is last but for a comment, whose length it tells.
    private static int EndAt(ReadOnlySpan<byte> zip)
    {
        var first = Math.Max(0, zip.Length - EndLength - ushort.MaxValue);
        for (var at = zip.Length - EndLength; at >= first; at--)
        {
            if (zip[at..].StartsWith("PK\u0005\u0006"u8) && at + EndLength + Short(zip, at + 20) == zip.Length)
            {
                return at;
            }
        }

        return -1;
    }

    private static string? NameAt(ReadOnlySpan<byte> zip, int entry)
    {
        if (entry > zip.Length - EntryLength || !zip[entry..].StartsWith("PK\u0001\u0002"u8))
        {
            return null;
        }

        var (length, local) = (Short(zip, entry + 28), Int(zip, entry + 42));
        if (entry + EntryLength + length + Short(zip, entry + 30) + Short(zip, entry + 32) > zip.Length)
        {
            return null;
        }

        var name = zip.Slice(entry + EntryLength, length);
        return StandsAt(zip, local, name) && Encoding.UTF8.GetString(name) is var text && IsInside(text) ? text : null;
    }

    // The file itself says the same name as the list.
    private static bool StandsAt(ReadOnlySpan<byte> zip, long local, ReadOnlySpan<byte> name) =>
        local + LocalLength + name.Length <= zip.Length
        && zip[(int)local..] is var file && file.StartsWith("PK\u0003\u0004"u8)
        && Short(file, 26) == name.Length && file.Slice(LocalLength, name.Length).SequenceEqual(name);

    // A name that leads out of the folder it is unpacked in has no place in a document.
    private static bool IsInside(string name) =>
        name.Length > 0 && name[0] != '/' && !name.Any(c => c is '\\' or ':' || char.IsControl(c)) && !name.Split('/').Contains("..", StringComparer.Ordinal);

    private static int Short(ReadOnlySpan<byte> zip, int at) => BinaryPrimitives.ReadUInt16LittleEndian(zip[at..]);

    private static long Int(ReadOnlySpan<byte> zip, int at) => BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]);
}
