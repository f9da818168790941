using System.Text;
using System.Text.Json;
using Finsam.App.Setup;
using Finsam.Domain.Answers;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Records;
using Finsam.Domain.Templates;

namespace Finsam.App.Tests.Setup;

public sealed class RecordJsonTests
{
    [Fact]
    public void The_same_document_gives_the_same_bytes_however_it_was_written()
    {
        var tidy = new Package().Read().Record!;
        var spread = ReadPackage.From(new Package().Files.ToDictionary(f => f.Key, f => f.Value.Replace(": ", " :\n\t ", StringComparison.Ordinal))).Record!;

        Assert.Equal(RecordJson.Text(tidy), RecordJson.Text(spread));
        Assert.Equal(RecordJson.Bytes(tidy), Encoding.UTF8.GetBytes(RecordJson.Text(tidy)));
    }

    [Fact]
    public void Reading_what_was_written_and_writing_it_again_changes_no_byte()
    {
        var record = ReadPackage.From(Package.Gavleborg()).Record!;

        Assert.Equal(RecordJson.Text(record.Association), RecordJson.Text(RecordJson.Read<Domain.Associations.Association>(RecordJson.Bytes(record.Association))));
        Assert.Equal(RecordJson.Text(record.Initiatives), RecordJson.Text(RecordJson.Read<InitiativeFile>(RecordJson.Bytes(record.Initiatives))));
        Assert.Equal(RecordJson.Text(record.Periods), RecordJson.Text(RecordJson.Read<PeriodFile>(RecordJson.Bytes(record.Periods))));
        Assert.Equal(RecordJson.Text(record.Booked), RecordJson.Text(RecordJson.Read<BookedFile>(RecordJson.Bytes(record.Booked))));
        Assert.All(record.Templates, t => Assert.Equal(RecordJson.Text(t), RecordJson.Text(RecordJson.Read<FormTemplate>(RecordJson.Bytes(t)))));
        Assert.All(record.Outlines, o => Assert.Equal(RecordJson.Text(o), RecordJson.Text(RecordJson.Read<Domain.Drafts.Outlines.Outline>(RecordJson.Bytes(o)))));
    }

    [Fact]
    public void Answers_come_back_as_they_were_with_zero_unknown_and_text_told_apart()
    {
        var sheet = Sheet(
            ("noll", new Answer.Number(0m)), ("ore", new Answer.Number(-12.5m)), ("stor", new Answer.Number(9_999_999_999m)), ("okand", Answer.Unknown.Instance),
            ("text", new Answer.Text("Rad 1\nRad 2 \"citat\" åäö 👩")), ("siffror", new Answer.Text("12")), ("tom", new Answer.Text("")));

        var back = RecordJson.Read<AnswerSheet>(RecordJson.Bytes(sheet));

        Assert.Equal(sheet, back);
        Assert.True(back.IsUnknown("okand"));
        Assert.Equal(0m, back.Number("noll"));
        Assert.Null(back["inte-ifyllt"]);
    }

    [Fact]
    public void Answers_are_written_in_key_order_in_whatever_order_they_were_given()
    {
        var sheet = Sheet(("b", new Answer.Number(1m)), ("a", new Answer.Text("å")), ("c", Answer.Unknown.Instance));

        Assert.Equal("""{"a":"å","b":1,"c":{"saknas":true}}""", RecordJson.Text(sheet));
    }

    [Fact]
    public void An_attached_file_comes_back_as_it_was()
    {
        var file = new Answer.File(new string('a', 64), "Utvärdering åäö \"1\".pdf", "application/pdf", 20L * 1024 * 1024 * 1024);
        var sheet = Sheet(("bilaga.1", file), ("bilaga.2", Answer.Unknown.Instance), ("bilaga.3", file with { Name = "saknas" }));

        Assert.Equal(sheet, RecordJson.Read<AnswerSheet>(RecordJson.Bytes(sheet)));
        Assert.Equal(RecordJson.Text(sheet), RecordJson.Text(RecordJson.Read<AnswerSheet>(RecordJson.Text(sheet))));
    }

    [Theory]
    [InlineData("""{"a":{"fil":"x"}}""")]
    [InlineData("""{"a":{"namn":"x"}}""")]
    [InlineData("""{"a":{}}""")]
    public void What_is_neither_unknown_nor_a_whole_file_is_not_read(string json) =>
        Assert.Throws<JsonException>(() => RecordJson.Read<AnswerSheet>(json));

    [Fact]
    public void An_empty_sheet_is_an_empty_object()
    {
        Assert.Equal("{}", RecordJson.Text(AnswerSheet.Empty));
        Assert.Equal(AnswerSheet.Empty, RecordJson.Read<AnswerSheet>("{}"));
    }

    [Theory]
    [InlineData("""{"a":true}""")]
    [InlineData("""{"a":[1]}""")]
    [InlineData("""{"a":null}""")]
    public void What_cannot_be_an_answer_is_not_read(string json) =>
        Assert.Throws<JsonException>(() => RecordJson.Read<AnswerSheet>(json));

    [Fact]
    public void Null_is_no_document() =>
        Assert.Throws<JsonException>(() => RecordJson.Read<Initiative>("null"));

    [Fact]
    public void Values_are_written_as_packages_write_them()
    {
        Assert.Equal("\"individual\"", RecordJson.Text(InitiativeKind.Individual));
        Assert.Equal("\"full-year\"", RecordJson.Text(Domain.Periods.PeriodKind.FullYear));
        Assert.Equal("<=", JsonSerializer.Deserialize<string>(RecordJson.Text(Domain.Rules.Comparison.AtMost)));
        Assert.Equal("\"2023-03-01\"", RecordJson.Text(new DateOnly(2023, 3, 1)));
        Assert.Equal("\"08:00:00\"", RecordJson.Text(new TimeOnly(8, 0)));
    }

    private static AnswerSheet Sheet(params (string Key, Answer Answer)[] answers) => AnswerSheet.Of(answers.Select(a => KeyValuePair.Create(a.Key, a.Answer)));
}
