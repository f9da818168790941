using System.Collections.Immutable;
using Finsam.Domain.Answers;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms;

/// <summary>The totals and shares that a matrix shows beside what is asked. A total with a blank or unknown cell says so; a share is of the whole or of
/// the base, and never of something incomplete.</summary>
/// <param name="Matrix">The matrix.</param>
/// <param name="Initiative">Whose it is.</param>
/// <param name="Answers">The answers, under the matrix's own keys.</param>
public sealed record MatrixTotals(MatrixBlock Matrix, Initiative Initiative, AnswerSheet Answers)
{
    /// <summary>True when a row has a total over the columns.</summary>
    public bool HasRowTotals => Matrix.Columns.Length > 1;

    /// <summary>True when a row has a share.</summary>
    public bool HasShares => Matrix.RowsAre != MatrixRows.Separate;

    /// <summary>The rows that add up.</summary>
    public ImmutableArray<Choice> Rows => Matrix.RowsFor(Initiative);

    /// <summary>A row over all columns, as it is read: "12", or "12 hittills" where something is missing; empty when nothing is given.</summary>
    public string OfRow(string row) => Said(Matrix.Columns.Select(c => Matrix.KeyOf(row, c.Id)));

    /// <summary>A column over all rows.</summary>
    public string OfColumn(string column) => Said(Rows.Select(r => Matrix.KeyOf(r.Id, column)));

    /// <summary>All rows over all columns.</summary>
    public string OfAll => Said(Cells);

    /// <summary>A row's share, in whole per cent, of the base, or of the parts together; empty where either is not complete.</summary>
    public string Share(string row)
    {
        var part = Sum(Matrix.Columns.Select(c => Matrix.KeyOf(row, c.Id)));
        var whole = Sum(Matrix.Base is { } counted ? Matrix.Columns.Select(c => Matrix.KeyOf(counted.Id, c.Id)) : Cells);
        return part is { } p && whole is { } w ? SwedishFormat.Percent(p, w) ?? "" : "";
    }

    private IEnumerable<string> Cells => Rows.SelectMany(r => Matrix.Columns.Select(c => Matrix.KeyOf(r.Id, c.Id)));

    private decimal? Sum(IEnumerable<string> cells) => cells.Aggregate((decimal?)0m, (sum, cell) => sum + Answers.Number(cell));

    private string Said(IEnumerable<string> cells) => SumSoFar.Of(Answers, cells);
}
