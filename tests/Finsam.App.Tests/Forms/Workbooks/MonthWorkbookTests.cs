using Finsam.App.Forms.Workbooks;
using Finsam.Domain.Answers;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;
using Finsam.Testing;

namespace Finsam.App.Tests.Forms.Workbooks;

public sealed class MonthWorkbookTests
{
    private const string Women = "deltagare.nya.kvinna";
    private const string AtStart = "deltagare.start.kvinna";
    private const string AtEnd = "deltagare.slut.kvinna";

    private static readonly byte[] Empty = MonthWorkbook.Write(WholeForm.Blank, null)!;

    [Fact]
    public void Months_are_added_up_and_the_blank_ones_named()
    {
        var change = Assert.Single(Read(Book().Set(Women, 3m, "2023-01").Set(Women, "4", "2023-02").Set(Women, 0m, "2023-04")).Changes);

        Assert.Equal(new Answer.Number(7), change.After);
        Assert.Equal("summan av januari–februari 2023 och april 2023; tomt för mars 2023", change.Note);
    }

    [Fact]
    public void Where_every_month_is_blank_the_answer_is_left_as_it_is()
    {
        var read = WholeForm.Blank.With((Women, new Answer.Number(3))).Read(Empty);

        Assert.Empty(read.Changes);
        Assert.Empty(read.Faults);
        Assert.Empty(read.Notes);
    }

    [Fact]
    public void A_state_is_the_first_months_or_the_last_months()
    {
        var book = Book();
        foreach (var (month, number) in new[] { ("2023-01", 10m), ("2023-02", 11m), ("2023-03", 12m), ("2023-04", 13m) })
        {
            book.Set(AtStart, number, month).Set(AtEnd, number + 20, month);
        }

        var after = Read(book).After();
        Assert.Equal(10m, after.Number(AtStart));
        Assert.Equal(33m, after.Number(AtEnd));
    }

    [Fact]
    public void A_state_whose_own_month_is_blank_is_not_made_of_another() =>
        Assert.Empty(Read(Book().Set(AtStart, 4m, "2023-02").Set(AtEnd, 4m, "2023-03")).Changes);

    [Fact]
    public void An_unknown_month_makes_the_sum_unknown() =>
        Assert.Equal(Answer.Unknown.Instance, Read(Book().Set(Women, 3m, "2023-01").Set(Women, "uppgift saknas", "2023-02")).After()[Women]);

    [Fact]
    public void What_is_wrong_in_a_month_is_told_at_its_cell_and_makes_no_sum()
    {
        var book = Book().Set(Women, 3m, "2023-01").Set(Women, "fyra", "2023-02");
        var read = Read(book);

        Assert.Equal($"Bladet Deltagare, cell {book.AddressOf(Women, "2023-02")}", Assert.Single(read.Faults).Place);
        Assert.Empty(read.Changes);
    }

    [Fact]
    public void Who_took_part_is_not_counted_by_month_and_parts_of_what_has_no_nature_neither()
    {
        var cells = MonthWorkbook.Tables(WholeForm.Blank).SelectMany(t => t.Cells).ToArray();

        Assert.DoesNotContain(cells, c => c.Cell.Field.Key.Contains(".deltagit.", StringComparison.Ordinal));
        Assert.Contains(cells, c => c.Cell.Field.Key == "alder.16-24.man" && c.Rule == MonthRule.Sum);
        Assert.Contains(cells, c => c.Cell.Field.Key == "alder.bas.man" && c.Rule == MonthRule.Sum);
        Assert.Contains(cells, c => c.Cell.Field.Key == AtStart && c.Rule == MonthRule.First);
        Assert.DoesNotContain(cells, c => c.Cell.Field.Key.StartsWith("kommun", StringComparison.Ordinal) || c.Cell.Field.Key.StartsWith("timmar", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("deltagare.nya", MonthRule.Sum)]
    [InlineData("deltagare.slut", MonthRule.Last)]
    [InlineData("deltagare.deltagit", MonthRule.Nothing)]
    [InlineData("deltagare.arbete", MonthRule.Nothing)]
    public void Parts_are_added_up_as_what_they_are_parts_of(string whole, MonthRule rule) => Assert.Equal(rule, CountedByMonth.Of(
        new MatrixBlock { Id = "x", Label = "X", Rows = [new("a", "A")], Columns = [new("man", "Man")], Whole = new MatrixWhole([whole], "det hela") }, "a"));

    [Fact]
    public void Parts_of_things_of_different_kinds_are_not_added_up() => Assert.Equal(MonthRule.Nothing, CountedByMonth.Of(
        new MatrixBlock { Id = "x", Label = "X", Rows = [new("a", "A")], Columns = [new("man", "Man")], Whole = new MatrixWhole(["d.nya", "d.slut"], "det hela") }, "a"));

    [Fact]
    public void A_list_of_the_whole_year_goes_with_each_of_its_periods()
    {
        var second = WholeForm.Of(WholeForm.Template, WholeForm.Period with { Id = "2023-t2", Name = "andra tertialet 2023", Start = new DateOnly(2023, 5, 1), End = new DateOnly(2023, 8, 31) });
        var file = FilledWorkbook.Open(MonthWorkbook.Write(WholeForm.Blank, 2023)!).Set(Women, 3m, "2023-01").Set(Women, 5m, "2023-05").Set(Women, 6m, "2023-08").ToBytes();

        Assert.Equal(3m, WholeForm.Blank.Read(file).After().Number(Women));
        var read = second.Read(file);
        Assert.Equal(11m, read.After().Number(Women));
        Assert.Equal("januari 2023 ligger utanför andra tertialet 2023 och räknas inte med.", Assert.Single(read.Notes));
    }

    [Fact]
    public void Only_months_that_the_initiative_goes_on_in_are_asked()
    {
        var form = WholeForm.Of(WholeForm.Template, WholeForm.Period, WholeForm.Initiative with { AgreedEnd = new DateOnly(2023, 3, 1) });

        Assert.Equal(["2023-01", "2023-02", "2023-03"], MonthWorkbook.MonthsOf(form, form.Template.Blocks.OfType<MatrixBlock>().First()).Select(m => m.Id));
        Assert.Empty(MonthWorkbook.MonthsOf(form, 2024));
        Assert.Null(MonthWorkbook.Write(form, 2024));
    }

    [Fact]
    public void Months_that_the_file_lacks_are_blank_and_named()
    {
        var template = WholeForm.Template with { Sections = [WholeForm.Template.Sections[0] with { Blocks = [((MatrixBlock)WholeForm.Template.Sections[0].Blocks[0]) with { Scope = Scope.Year }] }] };
        var second = WholeForm.Of(template, WholeForm.Period with { Id = "2023-t2", Start = new DateOnly(2023, 5, 1), End = new DateOnly(2023, 6, 30) });
        var file = FilledWorkbook.Open(Empty).Set(Women, 3m, "2023-01").ToBytes();

        Assert.Equal("bara januari 2023; tomt för februari–juni 2023", Assert.Single(second.Read(file).Changes).Note);
    }

    [Fact]
    public void What_the_form_does_not_ask_is_told()
    {
        var first = (MatrixBlock)WholeForm.Template.Sections[0].Blocks[0];
        var template = WholeForm.Template with { Sections = [WholeForm.Template.Sections[0] with { Blocks = [first with { Rows = [.. first.Rows.Where(r => r.Id != "nya")] }] }] };
        var read = WholeForm.Of(template, WholeForm.Period).Read(Book().Set(Women, 3m, "2023-01").Set("deltagare.avslutade.man", 1m, "2023-01").ToBytes());

        Assert.Equal(["deltagare.avslutade.man"], read.Changes.Select(c => c.Field.Key));
        Assert.Equal("Pinnlistan har rader som det inte frågas efter i det här formuläret (1 st). De läses inte.", Assert.Single(read.Notes));
    }

    [Fact]
    public void A_month_is_found_where_its_label_has_gone()
    {
        var read = Read(Book().Set(Women, 3m, "2023-01").Set("deltagare.nya.man", 8m, "2023-01").ExchangeRows(Women, "deltagare.nya.man").InsertRow(Women).InsertColumn(Women));

        Assert.Equal(3m, read.After().Number(Women));
        Assert.Equal(8m, read.After().Number("deltagare.nya.man"));
    }

    [Fact]
    public void Another_initiatives_list_is_refused() => Assert.StartsWith(
        "Filen är hämtad för en annan insats än", WholeForm.Of(WholeForm.Template, WholeForm.Period, WholeForm.Initiative with { Id = "annan" }).Refusal(Empty), StringComparison.Ordinal);

    private static FilledWorkbook Book() => FilledWorkbook.Open(Empty);

    private static UploadOutcome.Read Read(FilledWorkbook book) => WholeForm.Blank.Read(book.ToBytes());
}
