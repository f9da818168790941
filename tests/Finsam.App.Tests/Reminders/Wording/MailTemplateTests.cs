using System.Net;
using Finsam.App.Reminders.Wording;

namespace Finsam.App.Tests.Reminders.Wording;

/// <summary>What a mail's words become when they are filled in.</summary>
public sealed class MailTemplateTests
{
    private static readonly Uri Form = new("https://rapport.example.org/r/abc");

    private static MailValues Values => new MailValues()
        .With(MailField.Recipient, "Åsa").With(MailField.Initiative, "Trisam").With(MailField.Period, "helåret 2023").With(MailField.Link, Form);

    [Fact]
    public void A_paragraph_that_is_only_a_link_is_a_button_whose_address_stands_alone_on_its_line_in_the_text()
    {
        var mail = Fill("Hej {mottagare}\n\n[Öppna **formuläret**]({länk})");
        Assert.Equal("Hej Åsa\n\nÖppna formuläret:\nhttps://rapport.example.org/r/abc\n", mail.Text);
        Assert.Contains(">Öppna formuläret</a></p>", WebUtility.HtmlDecode(mail.Html("Förbundet")), StringComparison.Ordinal);
        Assert.Contains("background:#1f4e79", mail.Html("Förbundet"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_a_heading_and_an_item_with_a_field_without_a_value_are_left_out_whole() => Assert.Equal(
        "Före\n\n- En\n\nhttps://rapport.example.org/r/abc\n",
        Fill("Före\n\nRing {telefon}. Helst på morgonen.\n\n## Om {telefon}\n\n- En\n- Två {telefon}\n\n{länk}").Text);

    [Theory]
    [InlineData("Till hands:\n\n{till-hands}")]
    [InlineData("Till hands:\n{till-hands}")]
    [InlineData("Till hands:\n\n- {till-hands}")]
    public void A_list_is_left_out_with_the_line_that_leads_to_it_and_else_stands_below_it(string text)
    {
        Assert.Equal("Före\n\nEfter {länk}\n".Replace("{länk}", Form.ToString(), StringComparison.Ordinal), Fill($"Före\n\n{text}\n\nEfter {{länk}}").Text);
        var mail = Fill($"Före\n\n{text}\n\nEfter {{länk}}", Values.With(MailField.AtHand, ["Antal", "Kostnader"]));
        Assert.StartsWith("Före\n\nTill hands:\n\n- Antal\n- Kostnader\n\nEfter", mail.Text, StringComparison.Ordinal);
        Assert.Single(mail.Blocks.OfType<MailBlock.List>());
    }

    [Fact]
    public void A_line_that_leads_on_to_something_that_stays_stays() => Assert.StartsWith(
        "Detta:\n\nhelåret 2023\n", Fill("Detta:\n\n{period}\n\nRing {telefon}\n\n{länk}").Text, StringComparison.Ordinal);

    [Fact]
    public void A_new_line_is_a_new_line_and_emphasis_headings_lists_quotes_and_lines_are_what_they_say()
    {
        var html = WebUtility.HtmlDecode(Fill("# Rubrik\n\nEn\nTvå **fet** *kursiv*\n\n1. Ett\n2. Två\n\n> Citat\n\n***\n\n[Mejla](mailto:a@example.org) oss {länk}").Html("Förbundet"));
        foreach (var part in new[] { ">Rubrik</h2>", "En<br>\nTvå <strong>fet</strong> <em>kursiv</em>", "<ol ", ">Ett</li>", "<blockquote ", "<hr ", "href=\"mailto:a@example.org\"" })
        {
            Assert.Contains(part, html, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string> Hostile =>
    [
        "<script>alert(1)</script>", "**fet** _kursiv_ # rubrik", "[Klicka](https://evil.example)", "{länk}", "{telefon}", "![](https://evil.example/x.png)", "&lt;b&gt;&amp;",
        "\"><img src=x onerror=alert(1)>", "- punkt", "1. ett", "> citat", "<https://evil.example>", "a\\*b\\", "`kod`", "```", "javascript:alert(1)", "\u202eomvänt", "[x]: https://evil.example",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_value_is_plain_text_in_every_place_whatever_stands_in_it(string value)
    {
        var values = new MailValues().With(MailField.Initiative, value).With(MailField.Link, Form).With(MailField.Recipient, "Åsa").With(MailField.AtHand, [value]);
        var mail = MailTemplate.Of(MailKind.Reminder, new("{insats}", "{insats}\n\n**{insats}** och {insats}\n\n- {insats}\n\n> {insats}\n\n{till-hands}\n\n[Till {insats}]({länk})")).Fill(values);

        Assert.Equal(value, mail.Subject);
        Assert.Equal(7, Count(mail.Text, value));
        var html = mail.Html("Förbundet");
        var encoded = WebUtility.HtmlEncode(value);
        Assert.Equal(9, Count(html, encoded)); // And twice in the head: title and heading.
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, Count(html, "<a "));
        Assert.Equal(1, Count(html, "href=\"" + Form));
    }

    [Fact]
    public void A_value_with_line_breaks_begins_no_new_header_and_keeps_its_lines_in_the_text()
    {
        var values = Values.With(MailField.Initiative, "Ett\r\nBcc: alla@example.org").With(MailField.Message, "Hej\n\nTack");
        var mail = MailTemplate.Of(MailKind.PassedOn, new("{insats}", "”{hälsning}”\n\n{länk}")).Fill(values);
        Assert.Equal("Ett Bcc: alla@example.org", mail.Subject);
        Assert.StartsWith("”Hej\n\nTack”", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Hej<br>\n<br>\nTack", mail.Html("Förbundet"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_looks_like_HTML_or_code_in_the_words_themselves_is_plain_text()
    {
        var mail = Fill("<b>Hej</b>\n\n    indraget\n\n`a` {länk}");
        Assert.Contains("&lt;b&gt;Hej&lt;/b&gt;", mail.Html("Förbundet"), StringComparison.Ordinal);
        Assert.DoesNotContain("<code", mail.Html("Förbundet"), StringComparison.Ordinal);
        Assert.StartsWith("<b>Hej</b>\n\nindraget\n\n`a` https", mail.Text, StringComparison.Ordinal);
    }

    private static FilledMail Fill(string text, MailValues? values = null) =>
        MailTemplate.Of(MailKind.Reminder, new MailWording("Om {insats}", text.Contains("{länk}", StringComparison.Ordinal) ? text : text + "\n\n{länk}")).Fill(values ?? Values);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
