using Finsam.App.Reminders.Wording;

namespace Finsam.App.Tests.Reminders.Wording;

/// <summary>What is refused before it can become a mail, and where it is said to stand.</summary>
public sealed class CheckWordingTests
{
    [Theory]
    [InlineData("", "Ämnet är tomt")]
    [InlineData("   ", "Ämnet är tomt")]
    [InlineData("Ett\nTvå", "på en rad")]
    [InlineData("{insatts}", "Fältet {insatts} finns inte. Fält som finns: {mottagare}, {insats},")]
    [InlineData("{delar}", "kan inte stå i ämnet")]
    [InlineData("{länk}", "kan inte stå i ämnet")]
    [InlineData("{telefon}", "kan sakna värde")]
    [InlineData("{insats", "saknar sin andra hälft")]
    public void A_subject_that_would_not_do_is_refused(string subject, string said)
    {
        var fault = Assert.Single(CheckWording.Run(MailKind.Invitation, new MailWording(subject, "[Öppna]({länk})")));
        Assert.Null(fault.Line);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, "ingen text")]
    [InlineData("Hej\n\nPå {sistadag}\n\n{länk}", 3, "Fältet {sistadag} finns inte. Fält som finns: {mottagare}")]
    [InlineData("Hej\ndu {referens}\n\n{länk}", 2, "Fältet {referens} finns inte")]
    [InlineData("Hej\n\nTack", 3, "Länken till formuläret saknas")]
    [InlineData("{länk}\n\nEtt {insats", 3, "saknar sitt }")]
    [InlineData("{länk}\n\n- a\n- [b]({insats})", 4, "En länk kan leda till {länk}, {fel-mottagare} eller")]
    [InlineData("{länk}\n\n[b](javascript:alert(1))", 3, "leder till ”javascript:alert(1)”")]
    [InlineData("{länk}\n\n[b](http://example.org)", 3, "https://")]
    [InlineData("{länk}\n\n[b](https://example.org/{insats})", 3, "leder till")]
    [InlineData("{länk}\n\n[b](/sida)", 3, "leder till")]
    [InlineData("{länk}\n\n[b](https://bank.example@evil.example/)", 3, "leder till")]
    [InlineData("{länk}\n\n<ftp://example.org>", 3, "leder till")]
    [InlineData("{länk}\n\n![b](https://example.org/b.png)", 3, "Bilder kan inte")]
    [InlineData("[]({länk})", 1, "inga ord att klicka på")]
    [InlineData("{länk}\n\nTa med {till-hands} dit", 3, "ensam på sin rad")]
    [InlineData("{länk}\n\n## {till-hands}", 3, "ensam på sin rad")]
    [InlineData("{länk} {telefon}", 1, "faller stycket bort")]
    [InlineData("Hej\u0001 {länk}", 1, "styrtecken")]
    public void A_text_that_would_not_do_is_refused_at_its_line(string text, int line, string said)
    {
        var fault = Assert.Single(CheckWording.Run(MailKind.Invitation, new MailWording("Ämne", text)));
        Assert.Equal(line, fault.Line);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ Länk }")]
    [InlineData("Skriv \\{insatts\\} {länk}")]
    [InlineData("[Öppna]( {länk} )")]
    [InlineData("[Öppna][a]\n\n[a]: {länk}")]
    [InlineData("{länk} eller <kansliet@example.org>, se <https://example.org>")]
    public void What_does_is_let_through(string text) => Assert.Empty(CheckWording.Run(MailKind.Invitation, new MailWording("Ämne", text)));

    [Fact]
    public void A_mail_without_a_form_needs_no_link_and_may_have_none()
    {
        Assert.Empty(CheckWording.Run(MailKind.Receipt, new MailWording("Kvitto", "Tack. {referens}")));
        Assert.Contains("finns inte", Assert.Single(CheckWording.Run(MailKind.Receipt, new MailWording("Kvitto", "{länk}"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    public void Quotes_and_lists_in_each_other_without_end_are_refused(string mark) =>
        Assert.NotEmpty(CheckWording.Run(MailKind.Invitation, new MailWording("Ämne", string.Concat(Enumerable.Repeat(mark, 4000)) + "{länk}")));

    [Fact]
    public void Every_fault_is_said_at_once_from_the_top_down() => Assert.Equal(
        [null, 1, 3, 5],
        CheckWording.Run(MailKind.Invitation, new MailWording("", "{a}\n\n{b}\n\nc")).Select(f => f.Line));
}
