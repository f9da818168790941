using System.Text.Json.Nodes;
using Finsam.App.Reminders.Wording;
using Finsam.App.Setup;

namespace Finsam.App.Tests.Reminders.Wording;

/// <summary>The words that come with the system.</summary>
public sealed class ShippedWordingsTests
{
    // What each says, whichever way it is put: the subject's fields, then what the text cannot be without.
    private static readonly Dictionary<string, (string[] Subject, string[] Text)> Said = new(StringComparer.Ordinal)
    {
        ["inbjudan"] = (["insats", "period", "sista-datum"], ["sista-dag", "länk", "fel-mottagare", "giltig-till", "tid", "till-hands", "delar", "telefon"]),
        ["paminnelse"] = (["insats", "period", "sista-datum"], ["sista-dag", "länk", "fel-mottagare", "giltig-till", "kvar", "delar-kvar", "till-hands", "tid"]),
        ["sista-dagen"] = (["insats", "period", "sista-datum"], ["länk", "fel-mottagare", "giltig-till", "kvar", "delar-kvar", "till-hands", "tid"]),
        ["forsenad"] = (["insats", "period", "sista-datum"], ["sista-dag", "länk", "fel-mottagare", "giltig-till", "kvar", "delar-kvar", "till-hands", "tid"]),
        ["eskalering"] = (["insats", "period", "sista-datum"], ["sista-dag", "tillfrågade", "telefon"]),
        ["vidare"] = (["insats", "period", "sista-datum"], ["sista-dag", "från", "hälsning", "delar", "länk", "fel-mottagare"]),
        ["tillbaka"] = (["insats", "period", "sista-datum"], ["sista-dag", "komplettering", "länk", "fel-mottagare"]),
        ["kvitto"] = (["insats", "period"], ["referens"]),
        ["fragor"] = (["insats", "år"], ["period", "öppnar", "sista-dag", "länk", "till-hands", "rapporter", "pinnlista"]),
    };

    public static TheoryData<string> Kinds => [.. MailKind.All.Select(k => k.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_shipped_text_does_and_says_what_it_must(string id)
    {
        var kind = MailKind.Find(id)!;
        var wording = ShippedWordings.Of(kind);
        Assert.Empty(CheckWording.Run(kind, wording));
        Assert.All(Said[id].Subject, field => Assert.Contains("{" + field + "}", wording.Subject, StringComparison.Ordinal));
        Assert.All(Said[id].Text.Append("mottagare").Append("avsändare").Append("förbund"), field => Assert.Contains("{" + field + "}", wording.Text, StringComparison.Ordinal));
        if (kind.NeedsLink)
        {
            Assert.Contains("Skriv aldrig om enskilda personer. Det du skickar in blir en allmän handling.", wording.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_shipped_text_filled_with_the_examples_has_no_field_left_and_one_without_any_that_may_be_missing_is_whole(string id)
    {
        var kind = MailKind.Find(id)!;
        foreach (var all in new[] { true, false })
        {
            var mail = ShippedWordings.Template(kind).Fill(Examples.Of(kind, all));
            Assert.DoesNotContain('{', mail.Subject + mail.Text);
            Assert.DoesNotContain(":\n\n\n", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(mail.Blocks.Index(), b =>
                b.Item is MailBlock.Paragraph(var runs) && runs[^1].Words.EndsWith(':') && mail.Blocks.ElementAtOrDefault(b.Index + 1) is not (MailBlock.List or MailBlock.Button));
            Assert.Equal(kind.NeedsLink, mail.Blocks.OfType<MailBlock.Button>().Any());
        }
    }

    [Fact]
    public void The_schema_knows_the_kinds_of_mail() => Assert.Equal(
        MailKind.All.Select(k => k.Id).Order(StringComparer.Ordinal),
        JsonNode.Parse(PackageSchemas.Read("mails"))!["properties"]!["mails"]!["items"]!["properties"]!["id"]!["enum"]!.AsArray().Select(n => (string)n!).Order(StringComparer.Ordinal));

    [Fact]
    public void A_field_is_one_thing_and_is_explained() => Assert.All(MailKind.All.SelectMany(k => k.Fields).Distinct(), field =>
    {
        Assert.NotEmpty(field.Meaning);
        Assert.NotEmpty(field.Example);
    });
}
