using Finsam.App.Reminders;
using Finsam.Domain.Reports;

namespace Finsam.App.Tests.Reminders;

public sealed class MailKeyTests
{
    private static readonly MailKey Key = new(new ReportKey("gavleborg", "2023-helar", "hofors"), "fore-5", "anna-berg");

    [Fact]
    public void A_key_reads_back_as_it_was_written()
    {
        Assert.True(MailKey.TryParse(Key.ToString(), out var read));
        Assert.Equal(Key, read);
    }

    [Theory]
    [InlineData("hofors", "for-hand~12")]
    [InlineData("hofors", "sista-dagen~1")]
    [InlineData(MailSteps.AllInitiatives, "lage~2024-01-15")]
    public void So_does_a_key_with_a_round_and_one_about_the_whole_period(string initiative, string step)
    {
        var key = Key with { Report = Key.Report with { Initiative = initiative }, Step = step };
        Assert.True(MailKey.TryParse(key.ToString(), out var read));
        Assert.Equal(key, read);
    }

    // Its id is the initiative's with "slut-" before it, and may be longer than an id is.
    [Fact]
    public void So_does_a_key_of_the_longest_final_report()
    {
        var initiative = new string('i', 60);
        var key = new MailKey(new ReportKey("gavleborg", "slut-" + initiative, initiative), "inbjudan", "vidare-1");
        Assert.True(MailKey.TryParse(key.ToString(), out var read));
        Assert.Equal(key, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a.b.c.d")]
    [InlineData("a.b.c.d.e.f")]
    [InlineData("a.b.c..e")]
    [InlineData("a.b.c.~.e")]
    [InlineData("a.b.c.d~.e")]
    [InlineData("~.b.c.d.e")]
    [InlineData("a.b.c.d.E")]
    [InlineData("a.b|x.c.d.e")]
    [InlineData("a.slut-x.c.d.e ")]
    public void Anything_else_is_no_key(string? text)
    {
        Assert.False(MailKey.TryParse(text, out var read));
        Assert.Null(read);
    }

    [Fact]
    public void A_masked_key_is_a_key_that_names_no_contact()
    {
        var masked = Key.Masked();
        Assert.Equal(Key.Report, masked.Report);
        Assert.DoesNotContain("anna", masked.ToString(), StringComparison.Ordinal);
        Assert.True(MailKey.TryParse(masked.ToString(), out var read));
        Assert.Equal(masked, read);
    }

    [Fact]
    public void Each_contact_has_a_mark_of_its_own_and_always_the_same()
    {
        Assert.Equal(Key.Masked(), (Key with { }).Masked());
        Assert.NotEqual(Key.Masked(), (Key with { Contact = "anna-borg" }).Masked());
        Assert.NotEqual(Key.Masked().Contact, (Key with { Step = "sista-dagen" }).Masked().Contact);
    }
}
