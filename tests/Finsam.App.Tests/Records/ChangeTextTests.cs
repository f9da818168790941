using Finsam.App.Records;

namespace Finsam.App.Tests.Records;

/// <summary>What was changed is read without JSON's marks.</summary>
public sealed class ChangeTextTests
{
    [Theory]
    [InlineData(null, "–")]
    [InlineData("null", "–")]
    [InlineData("[]", "–")]
    [InlineData("\"\"", "–")]
    [InlineData("\"Stöd\"", "Stöd")]
    [InlineData("130000", "130\u00A0000")]
    [InlineData("12.50", "12,5")]
    [InlineData("-3", "\u22123")]
    [InlineData("2023", "2\u00A0023")]
    [InlineData("true", "ja")]
    [InlineData("false", "nej")]
    [InlineData("[\"hofors\",\"tid\"]", "hofors; tid")]
    [InlineData("\"partly-met\"", "Uppfyllt till viss del")]
    public void A_value_is_read_without_marks(string? json, string text) => Assert.Equal(text, ChangeText.Of(json));

    [Fact]
    public void A_thing_is_its_values_in_order_and_years_are_not_grouped() => Assert.Equal(
        "2023-12-15, 130\u00A0000, Bollnäs kommun, 2023",
        ChangeText.Of("""{"date":"2023-12-15","kronor":130000,"party":"Bollnäs kommun","year":2023}"""));

    [Fact]
    public void Empty_lists_and_blanks_are_left_out_and_what_stands_within_is_read_too() => Assert.Equal(
        "Bevilja, Medlemssamråd; Revisor, nej",
        ChangeText.Of("""{"kind":"grant","payments":[],"note":null,"of":{"a":["consultation","auditor"],"b":[[]]},"own":false}"""));

    [Theory]
    [InlineData("other")]
    [InlineData("board")]
    [InlineData("initiatives")]
    public void What_means_two_things_stays_as_it_is(string id) => Assert.Equal(id, ChangeText.Of($"\"{id}\""));

    [Theory]
    [InlineData("documents[a].year", "2023", "2023")]
    [InlineData("goals[mal-1].fromYear", "2023", "2023")]
    [InlineData("documents[a].year", "9999", "9\u00A0999")]
    [InlineData("payments[a.year].kronor", "2023", "2\u00A0023")]
    public void A_number_is_a_year_when_its_place_says_so(string path, string json, string text) =>
        Assert.Equal(text, ChangeText.To(new RecordChange("f.json", path, "F", null, json)));

    [Fact]
    public void A_long_text_is_cut_and_no_sign_is_cut_in_half()
    {
        Assert.Equal(new string('a', 300) + "…", ChangeText.Of($"\"{new string('a', 301)}\""));
        Assert.Equal(new string('a', 300), ChangeText.Of($"\"{new string('a', 300)}\""));
        Assert.Equal(new string('a', 299) + "…", ChangeText.Of($"\"{new string('a', 299)}😀\""));
    }
}
