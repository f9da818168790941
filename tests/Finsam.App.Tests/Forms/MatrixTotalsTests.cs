using Finsam.App.Forms;
using Finsam.Domain.Answers;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Templates;

namespace Finsam.App.Tests.Forms;

public sealed class MatrixTotalsTests
{
    private static readonly MatrixBlock Matrix = new()
    {
        Id = "avslut",
        Label = "Avslut",
        RowsAre = MatrixRows.Parts,
        Rows = [new Choice("arbete", "Arbete"), new Choice("studier", "Studier")],
        Columns = [new Choice("kvinna", "Kvinna"), new Choice("man", "Man")],
    };

    private static readonly Initiative Hofors = new()
    {
        Id = "hofors",
        Name = "Hofors",
        Kind = InitiativeKind.Individual,
        Start = new DateOnly(2022, 1, 1),
        AgreedEnd = new DateOnly(2024, 6, 30),
        Owner = "Hofors kommun",
    };

    [Fact]
    public void Rows_columns_and_all_are_added_up()
    {
        var totals = Of(Matrix, 1, 1000, 3, 4);
        Assert.Equal(("1\u00A0001", "7"), (totals.OfRow("arbete"), totals.OfRow("studier")));
        Assert.Equal(("4", "1\u00A0004"), (totals.OfColumn("kvinna"), totals.OfColumn("man")));
        Assert.Equal("1\u00A0008", totals.OfAll);
    }

    [Fact]
    public void A_total_with_a_blank_or_unknown_cell_says_so_and_one_of_nothing_is_empty()
    {
        var totals = Of(Matrix, 1, null, null, -1);
        Assert.Equal(("1\u00A0hittills", ""), (totals.OfRow("arbete"), totals.OfRow("studier")));
        Assert.Equal("1\u00A0hittills", totals.OfAll);
        Assert.Equal("", totals.OfColumn("man"));
    }

    [Fact]
    public void Zero_is_a_number() => Assert.Equal("0", Of(Matrix, 0, 0, 0, 0).OfAll);

    [Fact]
    public void A_share_is_of_all_the_parts_and_of_nothing_incomplete()
    {
        Assert.Equal("25\u00A0%", Of(Matrix, 1, 1, 3, 3).Share("arbete"));
        Assert.Equal("", Of(Matrix, 1, 1, 3, null).Share("arbete"));
        Assert.Equal("", Of(Matrix, 0, 0, 0, 0).Share("arbete"));
    }

    [Fact]
    public void A_share_is_of_the_base_where_there_is_one_whatever_the_other_rows_say()
    {
        var matrix = Matrix with { RowsAre = MatrixRows.Overlapping, Base = new Choice("antal", "Antal") };
        var answers = Answers(1, 1, null, -1).With("avslut.antal.kvinna", new Answer.Number(4)).With("avslut.antal.man", new Answer.Number(4));
        Assert.Equal("25\u00A0%", new MatrixTotals(matrix, Hofors, answers).Share("arbete"));
        Assert.Equal("", new MatrixTotals(matrix, Hofors, answers.With("avslut.antal.man", null)).Share("arbete"));
        Assert.Equal("", new MatrixTotals(matrix, Hofors, answers).Share("studier"));
    }

    [Fact]
    public void Only_the_rows_an_initiative_is_asked_are_added_up()
    {
        var matrix = Matrix with { OwnMunicipalities = true };
        Assert.Equal("2", new MatrixTotals(matrix, Hofors with { Municipalities = ["arbete"] }, Answers(1, 1, 3, 3)).OfAll);
    }

    [Fact]
    public void What_is_not_needed_is_not_shown()
    {
        Assert.False(new MatrixTotals(Matrix with { Columns = [new Choice("antal", "Antal")] }, Hofors, AnswerSheet.Empty).HasRowTotals);
        Assert.False(new MatrixTotals(Matrix with { RowsAre = MatrixRows.Separate }, Hofors, AnswerSheet.Empty).HasShares);
    }

    private static MatrixTotals Of(MatrixBlock matrix, params int?[] cells) => new(matrix, Hofors, Answers(cells));

    // -1 is "uppgift saknas".
    private static AnswerSheet Answers(params int?[] cells) => AnswerSheet.Of(
        new[] { "arbete.kvinna", "arbete.man", "studier.kvinna", "studier.man" }.Zip(cells).Where(c => c.Second is not null)
            .Select(c => KeyValuePair.Create("avslut." + c.First, c.Second == -1 ? Answer.Unknown.Instance : (Answer)new Answer.Number(c.Second!.Value))));
}
