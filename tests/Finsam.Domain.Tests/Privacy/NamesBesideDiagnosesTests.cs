using System.Text;
using Finsam.Domain.Privacy;

namespace Finsam.Domain.Tests.Privacy;

public sealed class NamesBesideDiagnosesTests
{
    [Theory]
    [InlineData("Anna har fått en depression.", "Anna")]
    [InlineData("Vi mötte Anna Svensson, som lever med bipolär sjukdom.", "Anna Svensson")]
    [InlineData("Annas ångest har minskat.", "Annas")]
    [InlineData("ADHD gör det svårt för Mohammed Al-Sayed att börja.", "Mohammed Al-Sayed")]
    [InlineData("Anna-Karin Öberg K är sjukskriven.", "Anna-Karin Öberg K")]
    [InlineData("Åsa har självskadebeteende.", "Åsa")]
    [InlineData("Fatima och hennes PTSD", "Fatima")]
    [InlineData("Eva är i ett beroende.", "Eva")]
    [InlineData("Lotta har utmattningssyndrom.", "Lotta")]
    [InlineData("Elsa A. har haft en stroke.", "Elsa A")]
    [InlineData("Deltagare: Anna\nDiagnos: autism", "Anna")]
    [InlineData("Anna\tADHD", "Anna")]
    [InlineData("Vi gav Per stöd vid ångest.", "Per")]
    [InlineData("Per Svensson har cancer.", "Per Svensson")]
    [InlineData("Per har fått diagnosen autism.", "Per")]
    [InlineData("Per-Olof deltar trots fibromyalgi.", "Per-Olof")]
    public void A_name_beside_a_diagnosis_is_found(string text, string name) =>
        Assert.Equal([new(PersonalDataKind.NameBesideDiagnosis, name, text.IndexOf(name, StringComparison.Ordinal))], PersonalData.Find(text));

    [Theory]
    [InlineData("Anna Svensson, Hudiksvalls kommun, ordförande", "there is no word of ill-health")]
    [InlineData("Hälften av deltagarna har ADHD eller autism.", "there is no name")]
    [InlineData("Deltagare med anna mönster av depression", "it has no capital")]
    [InlineData("Per deltagare med psykisk ohälsa blev det dyrare.", "per is a preposition")]
    [InlineData("Hans mål var att dämpa ångesten.", "hans is a pronoun")]
    [InlineData("Max 20 deltagare med missbruk.", "max is an abbreviation")]
    [InlineData("Inga deltagare har missbruk.", "inga is no one")]
    [InlineData("Den 1 Maj: föreläsning om psykos.", "a month")]
    [InlineData("Jan-mars: färre med psykisk ohälsa.", "months")]
    [InlineData("– Bo kvar trots demens", "a verb after a dash")]
    [InlineData("Dans för hälsa möter ungas psykiska ohälsa.", "an initiative")]
    [InlineData("Mysam, Trisam, Kärnhuset och Rätt till Rätt möter personer med missbruk.", "initiatives")]
    [InlineData("Insatsen Signe är för personer med missbruk.", "an initiative with a person's name")]
    [InlineData("Maria Ungdom arbetar mot missbruk.", "an organisation")]
    [InlineData("Mottagningen på Karl Johansgatan möter personer med psykos.", "a street")]
    [InlineData("Sankta Birgitta, med missbruk.", "a saint")]
    [InlineData("Vad Anna gör är beroende av vad kommunen gör.", "beroende av is no addiction")]
    [InlineData("Eva leder den psykosociala enheten.", "psykosocial is no psychosis")]
    [InlineData("Eva: add-on till systemet", "add in small letters is English")]
    [InlineData("Anna leder insatsen. Den startade hösten 2020 i fem kommuner i länet. Under året skrevs tolv nya deltagare in. Många har ADHD.", "it is far away")]
    public void What_only_resembles_one_is_not_found(string text, string because) => Assert.True(PersonalData.Find(text).IsEmpty, because);

    [Fact]
    public void In_one_sentence_the_distance_does_not_matter() =>
        Assert.Single(PersonalData.Find("Anna kom till oss i våras efter lång tid hemma och har sedan dess i liten grupp och med stöd av en coach arbetat med sin depression."));

    [Fact]
    public void A_few_words_over_the_end_of_a_sentence_are_still_beside() =>
        Assert.Single(PersonalData.Find("Anna mår nu bättre. Hon har tidigare haft en svår depression."));

    [Fact]
    public void Letters_that_a_pdf_has_taken_apart_are_read_as_they_look()
    {
        var text = "Åsa har ångest".Normalize(NormalizationForm.FormD);

        Assert.Equal("Åsa".Normalize(NormalizationForm.FormD), Assert.Single(PersonalData.Find(text)).Piece);
    }

    [Fact]
    public void A_board_is_no_list_of_patients() => Assert.Empty(PersonalData.Find(
        """
        Styrelsens ledamöter
        Anna Fält Skoglund, Försäkringskassan
        Hans Skimmermo, Arbetsförmedlingen
        Jan Lahenkorva, Region Gävleborg
        Tomas Fröjd, Hofors kommun – vice ordförande
        """));
}
