using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Finsam.Domain.Attachments;

/// <summary>Makes a file name that is safe to show, store and download, from whatever name came with the file.</summary>
public static class AttachmentName
{
    /// <summary>The longest name, with its extension.</summary>
    public const int LongestName = 100;

    // Names of devices in Windows, with whatever extension (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
    private static readonly FrozenSet<string> Devices = new[] { "con", "prn", "aux", "nul" }
        .Concat(Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" }))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What may stand last in a name as an extension; "möte 2023.08" and "m.fl" end in none.
    private static readonly FrozenSet<string> Extensions = new[]
    {
        "bat", "bmp", "cmd", "com", "csv", "doc", "docm", "docx", "dot", "dotx", "eml", "exe", "gif", "heic", "htm", "html", "jpeg", "jpg", "js", "lnk", "msg", "msi",
        "odp", "ods", "odt", "pdf", "png", "ppt", "pptm", "pptx", "ps1", "rtf", "scr", "svg", "tif", "tiff", "txt", "vbs", "webp", "xls", "xlsb", "xlsm", "xlsx", "xml", "zip",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // A point first hides a file, a hyphen first reads as an option, and Windows drops points and spaces last.
    private static readonly char[] Edges = [' ', '.', '-'];

    /// <summary>The safe name: letters, digits, spaces and -_. of what was given, without folders, and with the extension of what the file is.</summary>
    /// <param name="given">The name that came with the file; null when none did.</param>
    /// <param name="type">What the file is.</param>
    public static string Of(string? given, AttachmentType.Accepted type)
    {
        var name = Cut(WithoutExtensions(Clean(WithoutFolders(given ?? ""))), LongestName - type.Extension.Length);
        if (name.Length == 0)
        {
            name = AttachmentTexts.Name;
        }
        else if (Devices.Contains(name.Split('.')[0].TrimEnd()))
        {
            name = $"{AttachmentTexts.Name}-{Cut(name, LongestName - AttachmentTexts.Name.Length - 1 - type.Extension.Length)}";
        }

        return name + type.Extension;
    }

    private static string WithoutFolders(string given) => given[(given.LastIndexOfAny(['/', '\\']) + 1)..];

    // Marks that cannot be seen go (they can turn "fdp.exe" round); what can be seen but not kept becomes a space, so that words stay apart.
    private static string Clean(string given)
    {
        var clean = new StringBuilder(given.Length);
        foreach (var rune in given.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsLetter(rune) || category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                || rune.Value is '-' or '_' or '.')
            {
                clean.Append(rune.ToString());
            }
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.Control) && clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        // "a" and a ring are "å"; and half a surrogate pair, which cannot be normalised, is gone by now.
        return clean.ToString().Normalize();
    }

    private static string WithoutExtensions(string name)
    {
        var rest = name.TrimEnd(Edges);
        while (rest.LastIndexOf('.') is var point and >= 0 && Extensions.Contains(rest[(point + 1)..]))
        {
            rest = rest[..point].TrimEnd(Edges);
        }

        return rest.TrimStart(Edges);
    }

    // Between characters as people see them, and never inside one.
    private static string Cut(string name, int longest) =>
        name.Length <= longest ? name : name[..StringInfo.ParseCombiningCharacters(name).Last(at => at <= longest)].TrimEnd(Edges);
}
