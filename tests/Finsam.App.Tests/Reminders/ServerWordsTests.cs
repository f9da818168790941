using Finsam.App.Reminders.Deliveries;

namespace Finsam.App.Tests.Reminders;

public sealed class ServerWordsTests
{
    [Theory]
    [InlineData("550 5.1.1 <anna.berg@hofors.se>: Recipient address rejected", "550 5.1.1 <…>: Recipient address rejected")]
    [InlineData("to=anna.o'brien+x@hofors.se, relay=mx", "…, relay=mx")]
    [InlineData("\"anna berg\"@hofors.se finns inte", "… finns inte")]
    [InlineData("bounces+12-anna=hofors.se@em1.sendgrid.net", "…")]
    [InlineData("https://mx.example.org/?to=anna%40hofors.se", "https:…")]
    [InlineData("åsa@hofors.se och anna@hofors.se", "… och …")]
    public void No_address_is_kept(string said, string kept) => Assert.Equal(kept, ServerWords.Of(said));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void Nothing_is_nothing(string? said) => Assert.Null(ServerWords.Of(said));

    [Fact]
    public void Several_lines_become_one() => Assert.Equal("550 5.7.1 blocked see list", ServerWords.Of("550 5.7.1 blocked\r\n see\0\u0085list\n"));

    [Fact]
    public void Two_hundred_characters_are_kept_and_no_half_ones()
    {
        Assert.Equal(new string('x', 200), ServerWords.Of(new string('x', 200)));
        Assert.Equal(new string('x', 199) + "…", ServerWords.Of(new string('x', 201)));
        Assert.Equal(new string('x', 198) + "…", ServerWords.Of(new string('x', 198) + "😀😀"));
    }

    [Fact]
    public void However_much_is_said_it_is_quickly_read()
    {
        Assert.Equal(200, ServerWords.Of(new string('a', 1_000_000) + "@example.org")!.Length);
        Assert.NotNull(ServerWords.Of(string.Concat(Enumerable.Repeat("\"a", 500_000))));
    }
}
