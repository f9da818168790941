using System.Collections.Immutable;
using Finsam.App.Forms;
using Finsam.App.Reports;
using Finsam.App.Storage;
using Finsam.App.Tests.Setup;
using Finsam.Domain.Answers;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.App.Tests.Forms;

public sealed class PartPageModelTests
{
    private static readonly AssociationRecord Record = new Package().Read().Record!;
    private static readonly Field Women = Field("deltagare.deltagit.kvinna");
    private static readonly Field Cost = Field("ekonomi.utfall");
    private static readonly Field Text = Field("kommentar.text");
    private static readonly Field Overall = Field("mal.samlad");

    [Fact]
    public void Without_a_conflict_nobody_else_has_saved_anything() =>
        Assert.Null(Page(AnswerSheet.Empty, (Women, "5")).TheirsIn(Women));

    [Fact]
    public void What_both_have_written_is_no_conflict_however_each_wrote_it()
    {
        var page = Conflict((Women, "5", new Answer.Number(5m)), (Cost, "201 tkr", new Answer.Number(201_000m)), (Text, " Klart. ", new Answer.Text("Klart.")));

        Assert.Null(page.TheirsIn(Women));
        Assert.Null(page.TheirsIn(Cost));
        Assert.Null(page.TheirsIn(Text));
    }

    [Theory]
    [InlineData("{0}: ett antal kan inte vara mindre än noll.", "Ett antal kan inte vara mindre än noll.")]
    [InlineData("{0} saknas. Fyll i fältet.", "Saknas. Fyll i fältet.")]
    [InlineData("Nya och pågående blir {0}.", "Nya och pågående blir {0}.")]
    public void At_its_field_a_message_leaves_out_the_fields_name(string message, string atField) =>
        Assert.Equal(Named(atField), PartPageModel.AtField(Women, new Finding(Severity.Error, Named(message), [Women.Key])));

    [Fact]
    public void What_nobody_has_written_is_no_conflict() =>
        Assert.Null(Conflict((Women, "", null)).TheirsIn(Women));

    [Fact]
    public void What_somebody_else_saved_is_shown_as_it_is_written_in_the_field()
    {
        var page = Conflict((Women, "5", new Answer.Number(1234m)), (Cost, "1", new Answer.Number(-201_000m)), (Text, "Mitt.", new Answer.Text("Deras.")));

        Assert.Equal("1234", page.TheirsIn(Women));
        Assert.Equal("\u2212201 000", page.TheirsIn(Cost));
        Assert.Equal("Deras.", page.TheirsIn(Text));
    }

    [Fact]
    public void A_choice_that_somebody_else_made_is_shown_by_its_label() =>
        Assert.Equal("Uppfylld", Conflict((Overall, "", new Answer.Text("uppfylld"))).TheirsIn(Overall));

    [Fact]
    public void A_field_that_somebody_else_left_blank_says_so() =>
        Assert.Equal("(tomt)", Conflict((Women, "5", null)).TheirsIn(Women));

    [Fact]
    public void Zero_blank_and_unknown_are_told_apart()
    {
        Assert.Equal("uppgift saknas", Conflict((Women, "0", Answer.Unknown.Instance)).TheirsIn(Women));
        Assert.Equal("0", Conflict((Women, "", new Answer.Number(0m))).TheirsIn(Women));
        Assert.Equal("(tomt)", Conflict((Women, "uppgift saknas", null)).TheirsIn(Women));
        Assert.Null(Conflict((Women, "uppgift saknas", Answer.Unknown.Instance)).TheirsIn(Women));
    }

    [Fact]
    public void What_could_not_be_read_differs_from_whatever_somebody_else_saved()
    {
        Assert.Equal("5", Conflict((Women, "fem", new Answer.Number(5m))).TheirsIn(Women));
        Assert.Equal("(tomt)", Conflict((Women, "fem", null)).TheirsIn(Women));
    }

    [Fact]
    public void What_was_written_is_shown_again_rather_than_what_is_saved()
    {
        var saved = AnswerSheet.Empty.With(Women.Key, new Answer.Number(5m));

        Assert.Equal("fem", Page(saved, (Women, "fem")).ValueOf(Women));
        Assert.Equal("", Page(saved, (Cost, "1")).ValueOf(Women));
        Assert.Equal("5", (Page(saved) with { Written = null }).ValueOf(Women));
    }

    [Theory]
    [InlineData("deltagare.deltagit.kvinna", 1234)]
    [InlineData("ekonomi.utfall", -1_234_567)]
    [InlineData("ekonomi.utfall", 0)]
    public void A_saved_number_shown_in_its_field_is_read_back_as_itself(string key, int number)
    {
        var answer = new Answer.Number(number);

        Assert.Equal(
            new FieldEntry.Accepted(answer), FieldEntry.Read(Field(key), PartPageModel.Entry(Field(key), answer)));
    }

    [Fact]
    public void What_was_answered_before_stands_beside_the_field()
    {
        var (last, year) = (Before(2023, 8, (Women, 12)), Before(2022, 12, (Women, 1040), (Cost, 5)));
        string? Said(EarlierSheet? lastPeriod, EarlierSheet? lastYear, Field field) => Page(AnswerSheet.Empty, new EarlierAnswers(lastPeriod, lastYear)).BeforeIn(field.Key);

        Assert.Equal("förra perioden 12, förra året 1\u00A0040", Said(last, year, Women));
        Assert.Equal("förra perioden 12", Said(last, null, Women));
        Assert.Equal("förra året 5", Said(last, year, Cost));
        Assert.Null(Said(last, null, Cost));
        Assert.Null(Said(null, null, Women));
        Assert.Null(Said(Before(2023, 8, (Text, 1)), null, Women));
    }

    [Fact]
    public void Of_whole_years_the_last_period_is_last_year_and_said_once()
    {
        var year = Before(2022, 12, (Women, 0));
        Assert.Equal("förra året 0", Page(AnswerSheet.Empty, new EarlierAnswers(year, year)).BeforeIn(Women.Key));
    }

    private static EarlierSheet Before(int year, int month, params (Field Field, int Number)[] answers) => new(
        $"{year}", new DateOnly(year, month, DateTime.DaysInMonth(year, month)),
        AnswerSheet.Of(answers.Select(a => KeyValuePair.Create<string, Answer>(a.Field.Key, new Answer.Number(a.Number)))));

    private static Field Field(string key) =>
        Record.Templates[0].Sections.SelectMany(s => s.FieldsFor(Record.Initiatives.Initiatives[0])).Single(f => f.Key == key);

    private static PartPageModel Conflict(params (Field Field, string Mine, Answer? Theirs)[] fields)
    {
        var theirs = fields.Aggregate(AnswerSheet.Empty, (sheet, f) => sheet.With(f.Field.Key, f.Theirs));
        return Page(theirs, [.. fields.Select(f => (f.Field, f.Mine))]) with
        {
            Theirs = new SavedPart("deltagare", 2, theirs, "ekonom", DateTimeOffset.UnixEpoch, "etag"),
        };
    }

    private static PartPageModel Page(AnswerSheet saved, params (Field Field, string Written)[] written) => Page(saved, null, written);

    private static string Named(string text) => text.Replace("{0}", Women.Label, StringComparison.Ordinal);

    private static PartPageModel Page(AnswerSheet saved, EarlierAnswers? earlier, params (Field Field, string Written)[] written)
    {
        var period = Record.Periods.Periods[0];
        var report = new Report
        {
            Key = new ReportKey("gavleborg", period.Id, "hofors"),
            State = ReportState.Begun,
            Due = period.Due,
            Closes = period.Closes,
            TemplateHash = "00",
        };
        return new PartPageModel
        {
            Form = new FormView
            {
                Association = Record.Association,
                Period = period,
                Initiative = Record.Initiatives.Initiatives[0],
                Template = Record.Templates[0],
                Saved = new ReportInProgress(new Stored<Report>(report, "etag"), ImmutableDictionary<string, SavedPart>.Empty),
                Answers = saved,
                Earlier = earlier ?? EarlierAnswers.None,
                Reader = FormReader.Find(Record.Initiatives.Initiatives[0], report, "insatsagare")!,
            },
            Part = Record.Templates[0].PartsFor(Record.Initiatives.Initiatives[0]).First(),
            Revision = 1,
            Written = written.ToDictionary(w => w.Field.Key, w => w.Written, StringComparer.Ordinal),
        };
    }
}
