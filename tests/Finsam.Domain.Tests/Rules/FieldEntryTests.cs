using Finsam.Domain.Answers;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Rules;

public sealed class FieldEntryTests
{
    private static readonly Field Count = new("antal", FieldKind.Count, "Antal");
    private static readonly Field Kronor = new("kostnad", FieldKind.Kronor, "Kostnad");
    private static readonly Field Line = new("rad", FieldKind.Line, "Vad") { MaxLength = 10 };
    private static readonly Field Text = new("text", FieldKind.Text, "Resultat") { MaxLength = 10 };
    private static readonly Field Date = new("datum", FieldKind.Date, "Datum");
    private static readonly Field Choice = new("val", FieldKind.Choice, "Bedömning") { Choices = [new Choice("uppfylld", "Uppfylld")] };

    [Theory]
    [InlineData(FieldKind.Count)]
    [InlineData(FieldKind.Kronor)]
    [InlineData(FieldKind.Line)]
    [InlineData(FieldKind.Text)]
    [InlineData(FieldKind.Choice)]
    [InlineData(FieldKind.Date)]
    public void A_field_of_any_kind_may_be_left_blank(FieldKind kind)
    {
        var field = new Field("f", kind, "Fält");

        Assert.Equal(new FieldEntry.Accepted(null), FieldEntry.Read(field, null));
        Assert.Equal(new FieldEntry.Accepted(null), FieldEntry.Read(field, " \u00A0\n"));
    }

    [Fact]
    public void Zero_is_an_answer() => Assert.Equal(Accepted(0m), FieldEntry.Read(Count, "0"));

    [Fact]
    public void Minus_zero_is_kept_as_the_zero_it_is()
    {
        var number = Assert.IsType<Answer.Number>(Assert.IsType<FieldEntry.Accepted>(FieldEntry.Read(Count, "-0")).Answer);

        Assert.Equal("0", number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Uppgift_saknas_is_an_answer_to_a_count_and_to_an_amount()
    {
        Assert.Equal(new FieldEntry.Accepted(Answer.Unknown.Instance), FieldEntry.Read(Count, "uppgift saknas"));
        Assert.Equal(new FieldEntry.Accepted(Answer.Unknown.Instance), FieldEntry.Read(Kronor, "Uppgift saknas."));
    }

    [Theory]
    [InlineData("12,0 ", "12")]
    [InlineData("999 999", "999999")]
    public void A_whole_count_is_accepted_and_kept_without_decimals(string written, string kept)
    {
        var number = Assert.IsType<Answer.Number>(Assert.IsType<FieldEntry.Accepted>(FieldEntry.Read(Count, written)).Answer);

        Assert.Equal(kept, number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("-1", "Antal: ett antal kan inte vara mindre än noll.")]
    [InlineData("1,5", "Antal: skriv ett helt antal, utan decimaler.")]
    [InlineData("1.5", "Antal: skriv ett helt antal, utan decimaler.")]
    [InlineData(" 12.0 ", "Antal: ”12.0” har en punkt. Skriv 12,0 med komma om det är decimaler, annars talet utan punkt.")]
    [InlineData("12 34", "Antal: ”12 34” kan vara ett tal eller flera. Skriv ett tal, utan mellanslag eller med tre siffror i varje grupp, till exempel 12 345.")]
    [InlineData("1000000", "Antal: 1\u00A0000\u00A0000 är orimligt stort. Skriv ett antal under en miljon.")]
    [InlineData("1.234", "Antal: ”1.234” kan betyda 1\u00A0234 eller 1,234. Skriv talet utan punkt.")]
    [InlineData(" ca 20 ", "Antal: ”ca 20” är inget tal. Skriv det med siffror, till exempel 12.")]
    public void What_cannot_be_a_count_is_refused_with_what_to_write_instead(string written, string message) =>
        Assert.Equal(new FieldEntry.Refused(message), FieldEntry.Read(Count, written));

    [Theory]
    [InlineData("201 000 kr", 201_000)]
    [InlineData("-5 000", -5_000)]
    [InlineData("1,5 tkr", 1_500)]
    public void An_amount_may_be_negative_and_in_thousands(string written, int kronor) =>
        Assert.Equal(Accepted(kronor), FieldEntry.Read(Kronor, written));

    [Theory]
    [InlineData("201 000,50", "Kostnad: skriv hela kronor, utan ören.")]
    [InlineData("1.5 tkr", "Kostnad: ”1.5 tkr” har en punkt. Skriv 1,5 tkr med komma om det är decimaler, annars talet utan punkt.")]
    [InlineData("10 000 000 000", "Kostnad: 10\u00A0000\u00A0000\u00A0000 är orimligt stort. Skriv beloppet i kronor, inte i ören.")]
    [InlineData("-10 000 000 000", "Kostnad: \u221210\u00A0000\u00A0000\u00A0000 är orimligt stort. Skriv beloppet i kronor, inte i ören.")]
    public void What_cannot_be_an_amount_is_refused_with_what_to_write_instead(string written, string message) =>
        Assert.Equal(new FieldEntry.Refused(message), FieldEntry.Read(Kronor, written));

    [Theory]
    [InlineData(FieldKind.Count, "12 tkr")]
    [InlineData(FieldKind.Count, "12 kr")]
    [InlineData(FieldKind.Quantity, "1,5 mnkr")]
    public void Of_what_is_not_money_an_amount_is_no_answer(FieldKind kind, string written) =>
        Assert.Equal(
            new FieldEntry.Refused($"Antal: ”{written}” är ett belopp, men här frågas inte efter kronor. Skriv bara talet."),
            FieldEntry.Read(Count with { Kind = kind }, written));

    [Theory]
    [InlineData(FieldKind.Count, "25 %")]
    [InlineData(FieldKind.Kronor, "25%")]
    [InlineData(FieldKind.Quantity, "2,5 %")]
    public void A_share_is_asked_as_a_number_and_never_read_as_one(FieldKind kind, string written) =>
        Assert.Equal(new FieldEntry.Refused("Antal: skriv ett tal, aldrig procent."), FieldEntry.Read(Count with { Kind = kind }, written));

    [Fact]
    public void A_long_entry_that_is_no_number_is_cut_where_it_is_shown_again() =>
        Assert.Equal(
            new FieldEntry.Refused($"Antal: ”{new string('x', 40)}…” är inget tal. Skriv det med siffror, till exempel 12."),
            FieldEntry.Read(Count, new string('x', 5000)));

    [Fact]
    public void A_text_that_is_too_long_is_refused_with_how_many_characters_to_cut() =>
        Assert.Equal(
            new FieldEntry.Refused("Resultat: texten är 13 tecken, men får vara högst 10. Korta den med 3 tecken."),
            FieldEntry.Read(Text, "  1234567890abc  "));

    [Fact]
    public void A_text_of_exactly_the_longest_length_is_accepted_however_its_lines_end()
    {
        Assert.Equal(new FieldEntry.Accepted(new Answer.Text("1234\n67890")), FieldEntry.Read(Text, "1234\r\n67890"));
        Assert.Equal(new FieldEntry.Accepted(new Answer.Text("1234 67890")), FieldEntry.Read(Line, "1234\r\n67890\n"));
    }

    [Fact]
    public void Braces_in_what_was_written_are_only_text()
    {
        Assert.Equal(new FieldEntry.Accepted(new Answer.Text("{0} {each}")), FieldEntry.Read(Text, "{0} {each}"));
        Assert.Contains("”{0}”", Assert.IsType<FieldEntry.Refused>(FieldEntry.Read(Count, "{0}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_exists_is_accepted() =>
        Assert.Equal(new FieldEntry.Accepted(new Answer.Text("2024-02-29")), FieldEntry.Read(Date, " 2024-02-29 "));

    [Theory]
    [InlineData("2025-06-31")]
    [InlineData("2023-02-29")]
    [InlineData("19/10 2023")]
    [InlineData("2023-10-19 08:00")]
    public void A_date_that_does_not_exist_is_refused(string written) =>
        Assert.Equal(
            new FieldEntry.Refused($"Datum: ”{written}” är inget datum som finns. Skriv år-månad-dag, till exempel 2023-10-19."),
            FieldEntry.Read(Date, written));

    [Fact]
    public void A_choice_is_one_of_its_alternatives()
    {
        Assert.Equal(new FieldEntry.Accepted(new Answer.Text("uppfylld")), FieldEntry.Read(Choice, "uppfylld"));
        Assert.Equal(new FieldEntry.Refused("Bedömning: välj ett av alternativen."), FieldEntry.Read(Choice, "Uppfylld"));
        Assert.Equal(new FieldEntry.Refused("Bedömning: välj ett av alternativen."), FieldEntry.Read(Choice, "nästan"));
    }

    private static FieldEntry.Accepted Accepted(decimal number) => new(new Answer.Number(number));
}
