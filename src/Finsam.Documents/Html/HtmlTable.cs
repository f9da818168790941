using System.Xml.Linq;
using Finsam.Documents.Word;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Html;

/// <summary>A table with caption, column heads and row heads.</summary>
internal static class HtmlTable
{
    public static XElement Of(DraftPart.Table table, string caption) => new(
        "table",
        new XAttribute("class", "table draft-table"),
        new XElement("caption", caption),
        table.ShowHeader
            ? new XElement("thead", new XElement("tr", table.Columns.Select(column => new XElement("th", new XAttribute("scope", "col"), Class(column.Alignment), XmlText.Line(column.Header)))))
            : null,
        new XElement(
            "tbody",
            table.Rows.IsEmpty
                ? [new XElement("tr", new XElement("td", new XAttribute("colspan", Math.Max(1, table.Columns.Length)), HtmlTexts.NoRows))]
                : table.Rows.Select(row => Row(table, row))));

    private static XElement Row(DraftPart.Table table, TableRow row) => new(
        "tr",
        row.Kind == RowKind.Normal ? null : new XAttribute("class", row.Kind == RowKind.Total ? "draft-total" : "draft-aside"),
        row.Cells.Select((cell, i) => i == 0
            ? new XElement("th", new XAttribute("scope", "row"), Content(cell))
            : new XElement("td", Class(table.Columns[i].Alignment), Content(cell))));

    private static IEnumerable<object> Content(TableCell cell)
    {
        var lines = Tables.CellLines(cell.Text);
        return cell.Numbered && lines[0].Length > 0
            ? [new XElement("ol", lines.Select(line => new XElement("li", line)))]
            : HtmlWriter.Lines(string.Join('\n', lines));
    }

    private static XAttribute? Class(Alignment alignment) => alignment == Alignment.Right ? new XAttribute("class", "figure") : null;
}
