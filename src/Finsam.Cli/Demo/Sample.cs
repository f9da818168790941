using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Finsam.App.Setup;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;

namespace Finsam.Cli.Demo;

/// <summary>A published report as sample data: the record, and what each owner writes in the form.</summary>
public sealed record Sample
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The sample's name.</summary>
    public required string Name { get; init; }

    /// <summary>The record's folder.</summary>
    public required string RecordFolder { get; init; }

    /// <summary>The record.</summary>
    public required AssociationRecord Record { get; init; }

    /// <summary>What is written in each field, by initiative; empty for a sample that is only a record.</summary>
    public required ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Answers { get; init; }

    /// <summary>The period the answers are about: the record's first.</summary>
    public ReportingPeriod Period => Record.Periods.Periods[0];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples");

    /// <summary>The samples there are.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    /// <summary>Reads a sample.</summary>
    /// <exception cref="UserException">There is none of that name.</exception>
    public static Sample Read(string name)
    {
        var folder = Path.Combine(Folder, name);
        if (!Names.Contains(name, StringComparer.Ordinal))
        {
            throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.NoSample, name, string.Join(", ", Names)));
        }

        var record = Path.Combine(folder, "record");
        var files = Directory.EnumerateFiles(record, "*.json", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(record, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        var package = ReadPackage.From(files);
        return new Sample
        {
            Name = name,
            RecordFolder = record,
            Record = package.Record ?? throw new UserException(string.Join('\n', package.Findings)),
            Answers = Answered(Path.Combine(folder, "answers")).ToImmutableSortedDictionary(
                f => Path.GetFileNameWithoutExtension(f)!,
                f => JsonSerializer.Deserialize<AnswerFile>(File.ReadAllText(f), Options)!.Fields.ToImmutableSortedDictionary(StringComparer.Ordinal),
                StringComparer.Ordinal),
        };
    }

    // A record can be a sample by itself: what its owners answered is then not known.
    private static IEnumerable<string> Answered(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json") : [];

    private sealed record AnswerFile(Dictionary<string, string> Fields);
}
