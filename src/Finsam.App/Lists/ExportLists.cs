using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Finsam.App.Setup;
using Finsam.Documents.Excel;
using Finsam.Domain.Records;

namespace Finsam.App.Lists;

/// <summary>Lists of the record as a workbook: a sheet a list, also for those that are empty, so that it is the form to fill in too.</summary>
public static class ExportLists
{
    /// <summary>The workbook of all lists. The same record gives the same bytes.</summary>
    public static byte[] Run(AssociationRecord record) => Run(record, RecordLists.All);

    /// <summary>The workbook of some lists.</summary>
    public static byte[] Run(AssociationRecord record, ImmutableArray<RecordList> lists)
    {
        var files = PackageFiles.Of(record).Where(f => !f.Key.Contains('/', StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => JsonNode.Parse(f.Value)!.AsObject(), StringComparer.Ordinal);
        return WorkbookWriter.Write([.. lists.Select(list => Sheet(files, list))]);
    }

    private static SheetTable Sheet(Dictionary<string, JsonObject> files, RecordList list)
    {
        var cells = list.AllColumns.ToDictionary(
            c => c.Id, c => new CellOut(c, c.Refers.IsEmpty ? null : Names.Of(files, c.Refers, [], [])), StringComparer.Ordinal);
        CellValue Cell(ListColumn column, JsonNode? value) => cells[column.Id].Write(value);
        return new SheetTable(
            list.Sheet,
            [.. list.AllColumns.Select(c => new SheetColumn(c.Header, Format(c.Kind), Width(c)))],
            [
                .. from outer in Items(files[list.File], list.Array)
                   from item in list.Child is null ? [outer] : Items(outer, list.Child)
                   from amount in list.Series is null ? [null] : Items(item, list.Series).Cast<JsonObject?>().DefaultIfEmpty()
                   select (ImmutableArray<CellValue>)
                   [
                       .. list.Parent is null ? [] : new[] { Cell(list.Parent, outer["id"]) },
                       .. list.Columns.Select(c => Cell(c, ItemJson.Get(item, c.Path))),
                       .. list.SeriesColumns.Select(c => Cell(c, amount?[c.Path])),
                   ],
            ]);
    }

    private static IEnumerable<JsonObject> Items(JsonObject owner, string list) => (owner[list] as JsonArray ?? []).OfType<JsonObject>();

    private static ColumnFormat Format(ColumnKind kind) => kind switch
    {
        ColumnKind.Date => ColumnFormat.Date,
        ColumnKind.Kronor => ColumnFormat.Amount,
        ColumnKind.Number => ColumnFormat.DecimalNumber,
        ColumnKind.WholeNumber or ColumnKind.Year => ColumnFormat.WholeNumber,
        _ => ColumnFormat.Text,
    };

    private static int Width(ListColumn column) => column.Kind switch
    {
        ColumnKind.LongText => 60,
        ColumnKind.Lines or ColumnKind.References or ColumnKind.Reference => 35,
        ColumnKind.Date => 12,
        ColumnKind.Kronor or ColumnKind.Number => 16,
        ColumnKind.WholeNumber or ColumnKind.Year => 10,
        ColumnKind.YesNo => 12,
        _ => column.Path == "id" ? 16 : 28,
    };
}
