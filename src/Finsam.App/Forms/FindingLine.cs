using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Forms.Pdfs;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms;

/// <summary>A line in a list of what does not hold. It says where, since "kvinna" stands in many tables, and the blank cells of a row are one line.</summary>
/// <param name="Id">The same for as long as it speaks of the same thing.</param>
/// <param name="Message">What it says.</param>
/// <param name="Field">The field to go to.</param>
public sealed record FindingLine(string Id, string Message, string Field)
{
    /// <summary>The lines, in the order of the findings.</summary>
    /// <param name="form">The form.</param>
    /// <param name="findings">What does not hold.</param>
    /// <param name="namesPart">True where the list is of the whole form, and each line says its part.</param>
    public static ImmutableArray<FindingLine> Of(FormView form, IEnumerable<Finding> findings, bool namesPart = false) =>
    [
        .. findings.GroupBy(f => RowOf(form, f) ?? $"{f.Id}\n{f.Message}", StringComparer.Ordinal)
            .Select(row => new FindingLine(
                RowOf(form, row.First()) ?? row.First().Id, Said(form, [.. row], namesPart ? form.PartOf(row.First().Fields[0])?.Title : null), row.First().Fields[0])),
    ];

    // The row of a table, for a cell of it that is blank.
    private static string? RowOf(FormView form, Finding finding) =>
        finding.IsBlank && form.Template.BlockOf(finding.Fields[0]) is MatrixBlock ? finding.Fields[0][..finding.Fields[0].LastIndexOf('.')] : null;

    private static string Said(FormView form, Finding[] row, string? part)
    {
        var block = form.Template.BlockOf(row[0].Fields[0]);
        var table = block is MatrixBlock or MeansBlock or ActivitiesBlock or StaffingBlock ? block.Label : null;
        var said = block is MatrixBlock matrix && row[0].IsBlank ? Blank(form, matrix, row)
            : table is null || row[0].Message.StartsWith(table, StringComparison.Ordinal) ? row[0].Message
            : $"{table}: {row[0].Message}";
        return part is null || said.StartsWith(part, StringComparison.Ordinal) ? said : $"{part}: {said}";
    }

    // "Avslut, Arbete: kvinna och man saknas."
    private static string Blank(FormView form, MatrixBlock matrix, Finding[] row)
    {
        var cells = row.Select(f => f.Fields[0].Split('.', Block.PartyMark)).ToArray();
        var place = string.Join(", ", new[]
        {
            matrix.Label,
            cells[0].Length > 3 ? form.Initiative.Parties.FirstOrDefault(p => p.Id == cells[0][1])?.Name : null,
            matrix.AskedRows(form.Initiative).First(r => r.Id == cells[0][^2]).Label,
        }.OfType<string>().Distinct());
        return matrix.Columns.Length == 1
            ? string.Format(CultureInfo.InvariantCulture, FormTexts.BlankRow, place)
            : string.Format(CultureInfo.InvariantCulture, FormTexts.BlankCells, place, PdfWords.Listed(
                cells.Select(c => PdfWords.Within(matrix.Columns.First(column => column.Id == c[^1]).Label))));
    }
}
