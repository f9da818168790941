using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Finsam.App.Setup.Checks;
using Finsam.Domain.Records;

namespace Finsam.App.Setup;

/// <summary>Reads a package and says everything that is wrong with it. Touches no storage.</summary>
public static class ReadPackage
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The most a package may be, unpacked: 50 MB.</summary>
    public const int LargestPackage = 50 * 1024 * 1024;

    /// <summary>What a package turned out to be.</summary>
    /// <param name="Record">The record; null when there is an error among the findings.</param>
    /// <param name="Findings">Errors and warnings, by file and path.</param>
    public sealed record Outcome(AssociationRecord? Record, ImmutableArray<PackageFinding> Findings);

    /// <summary>Reads a zip.</summary>
    public static Outcome FromZip(Stream zip)
    {
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            var left = (long)LargestPackage;
            var foreign = new List<PackageFinding>();
            foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/') && !IsLitter(e.FullName)))
            {
                if (ReadWithin(entry, ref left) is not { } bytes)
                {
                    return Failed("", "$", Say(SetupTexts.TooLargePackage, LargestPackage / 1024 / 1024));
                }

                var name = entry.FullName.Replace('\\', '/');
                if (TextOf(bytes) is { } text)
                {
                    files[name] = text;
                }
                else
                {
                    foreign.Add(new(name, "$", SetupTexts.NotUtf8));
                }
            }

            return foreign.Count > 0 ? new Outcome(null, [.. foreign]) : From(WithoutCommonFolder(files));
        }
        catch (InvalidDataException)
        {
            return Failed("", "$", SetupTexts.NotAZip);
        }
    }

    /// <summary>A file's text; null when it isn't UTF-8. Another encoding read as UTF-8 would lose every å, ä and ö for good.</summary>
    public static string? TextOf(byte[] file)
    {
        try
        {
            return Strict.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Reads files by their name in the package.</summary>
    public static Outcome From(IReadOnlyDictionary<string, string> files)
    {
        var findings = new List<PackageFinding>();
        findings.AddRange(PackageFiles.Required.Where(f => !files.ContainsKey(f)).Select(f => new PackageFinding(f, "$", SetupTexts.MissingFile)));
        foreach (var (file, text) in files)
        {
            if (PackageFiles.SchemaOf(file) is not { } schema)
            {
                findings.Add(new(file, "$", Say(SetupTexts.UnknownFile, string.Join(", ", PackageFiles.Names))));
            }
            else if (Broken(text, allowDuplicates: true) is { } broken)
            {
                findings.Add(new(file, "$", broken));
            }
            else
            {
                if (Broken(text, allowDuplicates: false) is { } twice)
                {
                    findings.Add(new(file, "$", twice));
                }

                findings.AddRange(PackageSchemas.Check(schema, file, text));
            }
        }

        if (findings.Count > 0)
        {
            return new Outcome(null, [.. findings]);
        }

        AssociationRecord record;
        try
        {
            record = PackageFiles.Record(files);
        }
        catch (JsonException e)
        {
            return Failed("", "$" + e.Path?.TrimStart('$'), Say(SetupTexts.Unreadable, e.Path));
        }

        var semantic = CheckRecord.Run(record, [.. files.Keys]).ToImmutableArray();
        return new Outcome(semantic.All(f => f.IsWarning) ? record : null, semantic);
    }

    // What a Mac puts beside the files.
    private static bool IsLitter(string file) => file.StartsWith("__MACOSX/", StringComparison.Ordinal) || file.EndsWith(".DS_Store", StringComparison.Ordinal);

    private static string? Broken(string text, bool allowDuplicates)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = allowDuplicates });
            return null;
        }
        catch (JsonException e)
        {
            return e.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase) ? SetupTexts.TooDeep
                : e.Message.Contains("uplicate", StringComparison.Ordinal) ? SetupTexts.DuplicateProperty
                : Say(SetupTexts.NotJson, e.LineNumber + 1, e.BytePositionInLine + 1);
        }
    }

    // The size in a zip's directory is a claim; only what comes out counts.
    private static byte[]? ReadWithin(ZipArchiveEntry entry, ref long left)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if ((left -= read) < 0)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static SortedDictionary<string, string> WithoutCommonFolder(SortedDictionary<string, string> files)
    {
        var folder = files.Keys.FirstOrDefault(f => f.EndsWith("/association.json", StringComparison.Ordinal)) is { } path && !files.ContainsKey("association.json")
            ? path[..^"association.json".Length]
            : "";
        return folder.Length == 0 || !files.Keys.All(f => f.StartsWith(folder, StringComparison.Ordinal))
            ? files
            : new SortedDictionary<string, string>(files.ToDictionary(f => f.Key[folder.Length..], f => f.Value, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static Outcome Failed(string file, string path, string message) => new(null, [new PackageFinding(file, path, message)]);

    private static string Say(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
