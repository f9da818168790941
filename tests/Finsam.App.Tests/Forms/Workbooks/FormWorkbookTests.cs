using CsCheck;
using Finsam.App.Forms;
using Finsam.App.Forms.Workbooks;
using Finsam.Documents.Excel;
using Finsam.Domain.Answers;
using Finsam.Domain.Templates;
using Finsam.Testing;

namespace Finsam.App.Tests.Forms.Workbooks;

public sealed class FormWorkbookTests
{
    private const string Women = "deltagare.nya.kvinna";
    private const string Men = "deltagare.nya.man";

    private static readonly byte[] Empty = FormWorkbook.Write(WholeForm.Blank);

    private static readonly Gen<string> Lines = Gen.OneOf(
        "=1+1", "+46 70", "-5", "@SUM(A1)", "'citat", "1-2", "007", "1E5", "TRUE", "Åäö <b>&amp;\"", "uppgift saknas", "3,5", "2023-06-30", "_x0041_", "nej", new string('x', 150));

    private static readonly Gen<AnswerSheet> Answers = WholeForm.Fields
        .Aggregate(Gen.Const(AnswerSheet.Empty), (sheets, field) => Gen.Select(sheets, AnswerTo(field), (sheet, answer) => sheet.With(field.Key, answer)));

    [Fact]
    public void What_is_written_is_read_back_and_nothing_is_changed_by_it() => Answers.Sample(
        answers =>
        {
            var filled = WholeForm.Blank.With(answers);
            var file = FormWorkbook.Write(filled);

            var read = WholeForm.Blank.Read(file);
            Assert.Empty(read.Faults);
            Assert.Empty(read.Notes);
            Assert.Equal(answers, read.After());

            var again = filled.Read(file);
            Assert.Empty(again.Faults);
            Assert.Empty(again.Changes);
        },
        iter: 60);

    [Fact]
    public void Blank_cells_leave_the_answers_as_they_are()
    {
        var read = WholeForm.Blank.With((Women, new Answer.Number(3)), ("text.text", new Answer.Text("Mycket."))).Read(Empty);

        Assert.Empty(read.Changes);
        Assert.Empty(read.Faults);
        Assert.Empty(read.Notes);
    }

    [Fact]
    public void The_same_form_gives_the_same_bytes() => Assert.Equal(Empty, FormWorkbook.Write(WholeForm.Blank));

    [Fact]
    public void There_is_a_sheet_for_each_part_and_one_to_read_first()
    {
        var names = WorkbookReader.Read(Empty).Sheets.Select(s => s.Name).ToArray();

        Assert.Equal(["Läs först", "Deltagare- -alla- - \"de\" som ä…", "Ekonomi", "Ekonomi, Ockelbo kommun", "Ekonomi, Försäkringskassan", "Mål"], names);
        Assert.All(names, n => Assert.InRange(n.Length, 1, 31));
    }

    [Fact]
    public void Only_the_readers_parts_are_there()
    {
        var form = WholeForm.Blank with
        {
            Reader = FormReader.Find(
                WholeForm.Initiative with { Contacts = [new Domain.Initiatives.Contact("ek", "Ekonom", "e@example.org") { Party = "fk" }] }, WholeForm.Blank.Report, "ek")!,
        };

        Assert.Equal(["timmar@fk.avtalade.t1", "timmar@fk.avtalade.t2", "timmar@fk.utforda.t1", "timmar@fk.utforda.t2"], FormWorkbook.Sheets(form).SelectMany(s => s.Cells).Select(c => c.Field.Key));

        // What others answer is passed over, whoever filled it in.
        var read = form.Read(FilledWorkbook.Open(Empty).Set(Women, 3m).Set("timmar@fk.avtalade.t1", 7.5m).ToBytes());
        Assert.Equal(["timmar@fk.avtalade.t1"], read.Changes.Select(c => c.Field.Key));
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData(" 7 ", 7)]
    public void Numbers_are_read_as_people_write_them(string written, double number) =>
        Assert.Equal(new Answer.Number((decimal)number), Filled("tal.snitt", written).After()["tal.snitt"]);

    [Fact]
    public void A_number_of_Excel_is_exact() =>
        Assert.Equal(0.3m, WholeForm.Blank.Read(FilledWorkbook.Open(Empty).SetFormula("tal.snitt", "0.1+0.2", "0.30000000000000004").ToBytes()).After().Number("tal.snitt"));

    [Fact]
    public void Uppgift_saknas_is_an_answer_of_its_own() => Assert.Equal(Answer.Unknown.Instance, Filled(Women, "Uppgift  saknas").After()[Women]);

    [Theory]
    [InlineData(Women, "tolv", "Nya, kvinna: ”tolv” är inget tal")]
    [InlineData(Women, "1,5", "Nya, kvinna: skriv ett helt antal")]
    [InlineData(Women, "-3", "Nya, kvinna: ett antal kan inte vara mindre än noll.")]
    [InlineData(Women, "1.234", "Nya, kvinna: ”1.234” kan betyda")]
    [InlineData("tal.pris", "12,50", "Pris: skriv hela kronor")]
    [InlineData("val.val", "Kanske", "Fortsätter insatsen?: välj ett av alternativen.")]
    [InlineData("flera.fk", "kanske", "Försäkringskassan: skriv ja eller nej.")]
    [InlineData("akt.1.datum", "i går", "Datum, aktivitet 1: ”i går” är inget datum")]
    public void What_cannot_be_read_is_told_at_its_cell(string key, string written, string message)
    {
        var book = FilledWorkbook.Open(Empty).Set(key, written).Set(Men, 4m);
        var read = WholeForm.Blank.With((key, new Answer.Text("ja"))).Read(book.ToBytes());

        var fault = Assert.Single(read.Faults);
        Assert.EndsWith(", cell " + book.AddressOf(key), fault.Place, StringComparison.Ordinal);
        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
        Assert.Equal([Men], read.Changes.Select(c => c.Field.Key));
    }

    [Theory]
    [InlineData(9, 0.5, "Nya, kvinna: Cellen innehåller en andel (50 %), men här skrivs ett tal.")]
    [InlineData(14, 45000, "Nya, kvinna: i cellen står ett datum (2023-03-15).")]
    public void Shares_and_dates_are_no_counts(int format, double number, string message)
    {
        var fault = Assert.Single(WholeForm.Blank.Read(FilledWorkbook.Open(Empty).SetShown(Women, (decimal)number, format).ToBytes()).Faults);

        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_formula_came_to_is_read_and_one_that_has_come_to_nothing_is_told()
    {
        var read = WholeForm.Blank.Read(FilledWorkbook.Open(Empty).SetFormula(Women, "5+7", "12").SetFormula(Men, "1+1", null).ToBytes());

        Assert.Equal(12m, read.After().Number(Women));
        Assert.StartsWith("Nya, man: Cellen innehåller en formel som inte har räknats ut.", Assert.Single(read.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_is_read_by_its_label_and_a_box_may_be_unticked()
    {
        var read = WholeForm.Blank.With(("flera.fk", new Answer.Text("ja"))).Read(
            FilledWorkbook.Open(Empty).Set("val.val", "delvis,  men inte helt").Set("flera.fk", "Nej").Set("flera.af", "X").ToBytes());

        Assert.Equal("delvis", read.After().Text("val.val"));
        Assert.Equal("ja", read.After().Text("flera.af"));
        Assert.Null(read.Changes.Single(c => c.Field.Key == "flera.fk").After);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void Rows_and_columns_may_be_put_in()
    {
        var read = WholeForm.Blank.Read(FilledWorkbook.Open(Empty).Set(Women, 3m).Set("akt.2.vad", "Frukost").InsertRow(Women).InsertRow("akt.2.vad").InsertColumn(Women).ToBytes());

        Assert.Equal(3m, read.After().Number(Women));
        Assert.Equal("Frukost", read.After().Text("akt.2.vad"));
        Assert.Equal(2, read.Changes.Length);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void A_label_that_has_moved_is_found_where_it_is()
    {
        var read = WholeForm.Blank.Read(FilledWorkbook.Open(Empty).Set(Women, 3m).Set("deltagare.avslutade.kvinna", 8m).ExchangeRows(Women, "deltagare.avslutade.kvinna").ToBytes());

        Assert.Equal(3m, read.After().Number(Women));
        Assert.Equal(8m, read.After().Number("deltagare.avslutade.kvinna"));
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void A_label_that_is_nowhere_is_told_and_the_others_are_read()
    {
        foreach (var book in new[] { FilledWorkbook.Open(Empty).Set(Women, 3m).Relabel(Women, "Inskrivna"), FilledWorkbook.Open(Empty).RemoveRow(Women) })
        {
            var read = WholeForm.Blank.Read(book.Set("deltagare.avslutade.kvinna", 8m).ToBytes());

            Assert.StartsWith("Nya: cellen hittades inte.", Assert.Single(read.Faults).Message, StringComparison.Ordinal);
            Assert.Equal(["deltagare.avslutade.kvinna"], read.Changes.Select(c => c.Field.Key));
        }
    }

    [Fact]
    public void Signs_in_labels_count() =>
        Assert.Equal(2, WholeForm.Blank.Read(FilledWorkbook.Open(Empty).Set("alder.16-24.man", 1m).Set("alder.25-64.man", 2m).ExchangeRows("alder.16-24.man", "alder.25-64.man").ToBytes())
            .After().Number("alder.25-64.man"));

    [Fact]
    public void What_stands_in_a_row_of_ones_own_is_told() => Assert.Contains(
        "hör inte till någon fråga", Assert.Single(WholeForm.Blank.Read(FilledWorkbook.Open(Empty).InsertRow("akt.2.vad", "Lunch").ToBytes()).Notes), StringComparison.Ordinal);

    [Fact]
    public void A_sheet_that_is_gone_leaves_its_part_as_it_is()
    {
        var read = WholeForm.Blank.Read(FilledWorkbook.Open(Empty).Set(Women, 3m).ClearSheet("text.text").ToBytes());

        Assert.Equal("De här bladen finns inte i filen, och de delarna ändras inte: Mål.", Assert.Single(read.Notes));
        Assert.Empty(read.Faults);
        Assert.Single(read.Changes);
    }

    [Fact]
    public void A_text_that_seems_to_tell_of_a_person_is_not_saved_this_way()
    {
        var read = Filled("text.text", "Det gick bra för 19121212-1212.");

        var fault = Assert.Single(read.Faults);
        Assert.EndsWith("Är det inte ett personnummer kan du spara ändå. Det gör du i formuläret.", fault.Message, StringComparison.Ordinal);
        Assert.Equal("mal", fault.Open?.Id);
        Assert.Empty(read.Changes);
    }

    [Fact]
    public void Another_initiatives_file_and_another_forms_are_refused_with_what_to_do()
    {
        var other = WholeForm.Of(WholeForm.Template, WholeForm.Period, WholeForm.Initiative with { Id = "annan" });
        var later = WholeForm.Of(WholeForm.Template, WholeForm.Period with { Id = "2023-t2" });
        var changed = WholeForm.Blank with { Saved = WholeForm.Blank.Saved with { Head = WholeForm.Blank.Saved.Head with { Value = WholeForm.Blank.Report with { TemplateHash = "1" } } } };

        Assert.StartsWith("Filen är hämtad för en annan insats än", other.Refusal(Empty), StringComparison.Ordinal);
        Assert.StartsWith("Filen är hämtad för en annan period än", later.Refusal(Empty), StringComparison.Ordinal);
        Assert.StartsWith("Frågorna i formuläret har ändrats", changed.Refusal(Empty), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_none_of_ours_is_refused()
    {
        Assert.StartsWith("Filen är inte någon av dem", WholeForm.Blank.Refusal(FilledWorkbook.Open(Empty).RemoveKeys().ToBytes()), StringComparison.Ordinal);
        Assert.StartsWith("Filen är en PDF", WholeForm.Blank.Refusal("%PDF-1.7"u8.ToArray()), StringComparison.Ordinal);
        Assert.StartsWith("Filen är tom", WholeForm.Blank.Refusal([]), StringComparison.Ordinal);
    }

    private static UploadOutcome.Read Filled(string key, string written) => WholeForm.Blank.Read(FilledWorkbook.Open(Empty).Set(key, written).ToBytes());

    private static Gen<Answer?> AnswerTo(Field field) => Gen.OneOf(Gen.Const<Answer?>(() => null), field.Kind switch
    {
        FieldKind.Count => Gen.OneOf(Gen.Int[0, 999_999].Select(Number), Gen.Const<Answer?>(Answer.Unknown.Instance)),
        FieldKind.Kronor => Gen.OneOf(Gen.Int[-2_000_000_000, 2_000_000_000].Select(Number), Gen.Const<Answer?>(Answer.Unknown.Instance)),
        FieldKind.Quantity => Gen.Int[0, 99_999_999].Select(n => (Answer?)new Answer.Number(n / 100m)),
        FieldKind.Choice => Gen.OneOf([.. field.Choices]).Select(c => (Answer?)new Answer.Text(c.Id)),
        FieldKind.Flag => Gen.Const<Answer?>(new Answer.Text(Flagged.Yes)),
        FieldKind.Date => Gen.Int[-10, 60_000].Select(d => (Answer?)new Answer.Text(new DateOnly(1900, 1, 1).AddDays(d).ToString("yyyy-MM-dd", null))),
        FieldKind.Text => Gen.Select(Lines, Lines).Select(l => (Answer?)new Answer.Text($"{l.Item1}\n{l.Item2}")),
        _ => Lines.Select(l => (Answer?)new Answer.Text(l)),
    });

    private static Answer? Number(int number) => new Answer.Number(number);
}
