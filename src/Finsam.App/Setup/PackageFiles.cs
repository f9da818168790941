using System.Collections.Immutable;
using System.IO.Compression;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.History;
using Finsam.Domain.Records;
using Finsam.Domain.Registers;
using Finsam.Domain.Templates;

namespace Finsam.App.Setup;

/// <summary>A record as the files of its package, and back. The same record always gives the same files, and the files the same record.</summary>
public static class PackageFiles
{
    private const string Templates = "templates/";
    private const string Outlines = "outlines/";
    private const string Extension = ".json";

    private static readonly ImmutableArray<PackageFile> Files =
    [
        PackageFile.Of("association", r => r.Association, required: true),
        PackageFile.Of("initiatives", r => r.Initiatives, required: true),
        PackageFile.Of("registers", r => r.Registers),
        PackageFile.Of("goals", r => r.Goals),
        PackageFile.Of("budget", r => r.Budget),
        PackageFile.Of("booked", r => r.Booked),
        PackageFile.Of("history", r => r.History),
        PackageFile.Of("figures", r => r.Figures),
        PackageFile.Of("texts", r => r.Texts),
        PackageFile.Of("mails", r => r.Mails),
        PackageFile.Of("columns", r => r.Columns),
        PackageFile.Of("periods", r => r.Periods, required: true),
    ];

    /// <summary>The names of the files that every package must hold.</summary>
    public static IEnumerable<string> Required => Files.Where(f => f.IsRequired).Select(f => f.Name);

    /// <summary>The names of all files that stand beside the two folders.</summary>
    public static IEnumerable<string> Names => Files.Select(f => f.Name);

    /// <summary>The schema a file is held against; null for a file that no package has.</summary>
    public static string? SchemaOf(string file) =>
        Files.FirstOrDefault(f => f.Name == file)?.Schema
        ?? (IsIn(Templates, file) ? "template" : IsIn(Outlines, file) ? "outline" : null);

    /// <summary>The files of a record, by name.</summary>
    public static SortedDictionary<string, string> Of(AssociationRecord record)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files)
        {
            files[file.Name] = file.Write(record);
        }

        foreach (var template in record.Templates)
        {
            files[Templates + template.Id + Extension] = RecordJson.Document(template);
        }

        foreach (var outline in record.Outlines)
        {
            files[Outlines + outline.Id + Extension] = RecordJson.Document(outline);
        }

        return files;
    }

    /// <summary>The record of files that have been held against their schemas.</summary>
    /// <exception cref="System.Text.Json.JsonException">A value cannot be read; no schema can say all.</exception>
    public static AssociationRecord Record(IReadOnlyDictionary<string, string> files)
    {
        T Read<T>(string name, Func<T> missing) => files.TryGetValue(name + Extension, out var text) ? RecordJson.Read<T>(text) : missing();
        return new AssociationRecord
        {
            Association = RecordJson.Read<Association>(files["association.json"]),
            Initiatives = RecordJson.Read<InitiativeFile>(files["initiatives.json"]),
            Registers = Read("registers", () => new AssociationRegisters()),
            Goals = Read("goals", () => new GoalFile()),
            Budget = Read("budget", () => new BudgetFile()),
            Booked = Read("booked", () => new BookedFile()),
            History = Read("history", () => new PublishedHistory()),
            Figures = Read("figures", () => new FigureFile()),
            Texts = Read("texts", () => new TextFile()),
            Mails = Read("mails", () => new MailFile()),
            Columns = Read("columns", () => new ColumnFile()),
            Periods = RecordJson.Read<PeriodFile>(files["periods.json"]),
            Templates = [.. InFolder(files, Templates).Select(RecordJson.Read<FormTemplate>)],
            Outlines = [.. InFolder(files, Outlines).Select(RecordJson.Read<Outline>)],
        };
    }

    /// <summary>The files in a zip: the same files always give the same bytes.</summary>
    public static byte[] Zip(IReadOnlyDictionary<string, string> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    private static IEnumerable<string> InFolder(IReadOnlyDictionary<string, string> files, string folder) =>
        files.Where(f => IsIn(folder, f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value);

    private static bool IsIn(string folder, string file) =>
        file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(Extension, StringComparison.Ordinal);

    private sealed record PackageFile(string Schema, bool IsRequired, Func<AssociationRecord, string> Write)
    {
        public string Name => Schema + Extension;

        public static PackageFile Of<T>(string schema, Func<AssociationRecord, T> part, bool required = false) =>
            new(schema, required, record => RecordJson.Document(part(record)));
    }
}
