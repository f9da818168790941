using System.Globalization;

namespace Finsam.App.Forms;

/// <summary>What became of a file that somebody attached.</summary>
internal abstract record FileEntry
{
    private FileEntry()
    {
    }

    /// <summary>It is kept.</summary>
    public sealed record Accepted(string Name, string MediaType) : FileEntry;

    /// <summary>It is not; <paramref name="Message"/> says in Swedish what to do.</summary>
    public sealed record Refused(string Message) : FileEntry;

    /// <summary>Reads a file.</summary>
    public static FileEntry Read(string name, byte[] content) => content.Length > 0 ? new Accepted(name, "application/pdf") : new Refused(name);

    /// <summary>There is no room for it.</summary>
    public static string TooMany(int most, string name) => string.Format(CultureInfo.InvariantCulture, FormTexts.TooManyFiles, most, name);
}
