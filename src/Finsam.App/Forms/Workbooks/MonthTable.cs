using System.Collections.Immutable;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Workbooks;

/// <summary>A table of persons that is counted by month.</summary>
/// <param name="Form">The form.</param>
/// <param name="Part">The part it stands in.</param>
/// <param name="Matrix">The table.</param>
public sealed record MonthTable(FormView Form, FormPart Part, MatrixBlock Matrix)
{
    /// <summary>The block in keys.</summary>
    public string Key => Part.Party is { } party ? $"{Matrix.Id}{Block.PartyMark}{party.Id}" : Matrix.Id;

    /// <summary>What it is called.</summary>
    public string Title => Part.Party is { } party ? $"{Matrix.Label}, {party.Name}" : Matrix.Label;

    /// <summary>Its rows.</summary>
    public ImmutableArray<MonthRow> Rows =>
    [
        .. Matrix.AskedRows(Form.Initiative)
            .Zip(Part.FieldsOf(Matrix, Form.Initiative).Chunk(Matrix.Columns.Length))
            .Select(r => new MonthRow(r.First, CountedByMonth.Of(Matrix, r.First.Id), [.. r.Second])),
    ];

    /// <summary>Where its cells are filled in: each field has a row.</summary>
    public IEnumerable<(InputCell Cell, MonthRule Rule)> Cells =>
        from row in Rows
        where row.Rule != MonthRule.Nothing
        from asked in row.Fields
        select (new InputCell(asked, Key, asked.Label, ""), row.Rule);
}

/// <summary>A row of it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Rule">What months come to in it.</param>
/// <param name="Fields">Its cells.</param>
public sealed record MonthRow(Choice Row, MonthRule Rule, ImmutableArray<Field> Fields);
