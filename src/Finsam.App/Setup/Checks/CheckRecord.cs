using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Formats;
using Finsam.Domain.Records;

namespace Finsam.App.Setup.Checks;

/// <summary>What no schema can say of a record: dates in order, references that lead somewhere, shares as the law has them. Everything is said at once.</summary>
public static partial class CheckRecord
{
    /// <summary>Everything that is wrong or doubtful in a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="files">The names of the files it was read from.</param>
    public static IEnumerable<PackageFinding> Run(AssociationRecord record, ImmutableArray<string> files) =>
        Head(record.Association)
            .Concat(Members(record.Association))
            .Concat(Settings(record))
            .Concat(Initiatives(record))
            .Concat(Successions(record))
            .Concat(Registers(record))
            .Concat(Goals(record))
            .Concat(Budgets(record))
            .Concat(Booked(record))
            .Concat(History(record))
            .Concat(Columns(record))
            .Concat(Mails(record))
            .Concat(Periods(record))
            .Concat(Pauses(record))
            .Concat(Templates(record, files))
            .Concat(Outlines(record, files));

    /// <summary>Everything that is wrong or doubtful in a record that stands in the files of its export.</summary>
    public static IEnumerable<PackageFinding> Run(AssociationRecord record) => Run(record, [.. PackageFiles.Of(record).Keys]);

    private static IEnumerable<PackageFinding> Tenures(string file, string path, IEnumerable<Domain.Registers.ITenure> tenures) =>
        from item in tenures.Index()
        where item.Item.To < item.Item.From
        select new PackageFinding(file, $"{path}[{item.Index}].to", Say(SetupTexts.EndBeforeStart, SwedishFormat.Date(item.Item.To!.Value), SwedishFormat.Date(item.Item.From!.Value)));

    private static IEnumerable<string> FilesIn(ImmutableArray<string> files, string folder) =>
        files.Where(f => f.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<PackageFinding> Duplicates(string file, string path, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return from id in ids.Index()
               where !seen.Add(id.Item)
               select new PackageFinding(file, $"{path}[{id.Index}].id", Say(SetupTexts.DuplicateId, id.Item));
    }

    private static IEnumerable<PackageFinding> DuplicateYears(string file, string path, ImmutableArray<Domain.Associations.YearAmount> amounts) =>
        from amount in amounts.Index()
        where amounts.Take(amount.Index).Any(a => a.Year == amount.Item.Year)
        select new PackageFinding(file, $"{path}[{amount.Index}].year", Say(SetupTexts.DuplicateYear, amount.Item.Year));

    private static string Say(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
