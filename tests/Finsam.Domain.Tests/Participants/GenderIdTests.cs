using Finsam.Domain.Participants;

namespace Finsam.Domain.Tests.Participants;

public sealed class GenderIdTests
{
    [Theory]
    [InlineData(Gender.Woman, "kvinna")]
    [InlineData(Gender.Man, "man")]
    [InlineData(Gender.Other, "annat")]
    [InlineData(Gender.Unknown, "okant")]
    public void Each_gender_has_an_id_of_its_own(Gender gender, string id)
    {
        Assert.Equal(id, GenderId.Of(gender));
        Assert.Equal(gender, GenderId.Find(id));
    }

    [Theory]
    [InlineData("Kvinna")]
    [InlineData("okänt")]
    [InlineData("")]
    public void Another_word_is_no_gender(string id) => Assert.Null(GenderId.Find(id));

    [Fact]
    public void Every_measure_has_a_name_of_its_own() =>
        Assert.Equal(7, Enum.GetValues<ParticipantMeasure>().Select(ParticipantMeasureName.Of).Distinct().Count());
}
