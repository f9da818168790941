using Finsam.Domain.Privacy;

namespace Finsam.Domain.Tests.Privacy;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("20 deltagare har skrivits in, 35 % kvinnor.")]
    public void A_text_without_personal_data_asks_nothing(string? text) => Assert.Null(PersonalData.Question(text));

    [Theory]
    [InlineData("19811218-9876", "Det här ser ut som ett personnummer: 19811218-****. Ta bort det. Är det inte ett personnummer kan du spara ändå.")]
    [InlineData("81 12 18 9876", "Det här ser ut som ett personnummer: 811218-****. Ta bort det. Är det inte ett personnummer kan du spara ändå.")]
    [InlineData("811218+9876", "Det här ser ut som ett personnummer: 811218+****. Ta bort det. Är det inte ett personnummer kan du spara ändå.")]
    [InlineData("701063-2391", "Det här ser ut som ett samordningsnummer: 701063-****. Ta bort det. Är det inte ett samordningsnummer kan du spara ändå.")]
    [InlineData("Anna Maria Svensson har adhd", "Det här ser ut som ett namn nära ett ord om sjukdom eller hälsa: Anna S. Skriv så att ingen deltagare går att känna igen. Gäller det ingen deltagare kan du spara ändå.")]
    public void A_question_says_what_was_seen_and_what_to_do(string text, string question) => Assert.Equal(question, PersonalData.Question(text));

    [Fact]
    public void The_same_number_twice_is_one_question() =>
        Assert.Equal(PersonalData.Question("811218-9876"), PersonalData.Question("811218-9876 och 8112189876"));

    [Fact]
    public void Several_are_asked_about_together_kind_by_kind() => Assert.Equal(
        "Det här ser ut som personnummer: 811218-****, 19811218-****. Ta bort dem. Är det inte personnummer kan du spara ändå. "
            + "Det här ser ut som ett namn nära ett ord om sjukdom eller hälsa: Anna. Skriv så att ingen deltagare går att känna igen. Gäller det ingen deltagare kan du spara ändå.",
        PersonalData.Question("Anna, 811218-9876, 19811218-9876, depression"));

    [Fact]
    public void Many_are_counted_and_not_all_shown() =>
        Assert.Contains("811218-****, 19811218-****, 18811218-**** och 1 till.", PersonalData.Question("811218-9876, 19811218-9876, 18811218-9876, 20000229-0005"), StringComparison.Ordinal);

    [Fact]
    public void A_finding_that_ends_in_a_log_gives_nobody_away()
    {
        var printed = string.Join(' ', PersonalData.Find("Anna Svensson, 811218-9876, har adhd"));

        Assert.DoesNotContain("Svensson", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("9876", printed, StringComparison.Ordinal);
        Assert.Contains("Personnummer 811218-**** at 15", printed, StringComparison.Ordinal);
    }
}
