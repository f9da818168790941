using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.Domain.Records;

namespace Finsam.App.Tests.Setup;

/// <summary>The association's own words in the record: mails.json.</summary>
public sealed class OwnMailTests
{
    private static AssociationRecord Record => new Package().Read().Record!;

    [Fact]
    public void Own_words_are_part_of_the_package_and_come_back_as_they_were()
    {
        var own = Record with { Mails = new MailFile().With("inbjudan", new OwnMail("inbjudan", "Hej om {insats}", "[Öppna]({länk})\n\nTack")) };
        var read = ReadPackage.From(PackageFiles.Of(own));
        Assert.Empty(read.Findings.Where(f => !f.IsWarning));
        Assert.Equal(own.Mails.Mails, read.Record!.Mails.Mails);
    }

    [Fact]
    public void A_package_without_own_words_has_none() => Assert.Empty(Record.Mails.Mails);

    [Fact]
    public void Own_words_that_would_not_do_are_refused_at_their_place_and_line()
    {
        var files = PackageFiles.Of(Record);
        files["mails.json"] = """
            { "mails": [
              { "id": "inbjudan", "subject": "{telefon}", "text": "Hej\n\n{insatts}\n\n{länk}" },
              { "id": "inbjudan", "subject": "A", "text": "{länk}" } ] }
            """;
        var findings = ReadPackage.From(files).Findings.Where(f => f.File == "mails.json").ToArray();
        Assert.Contains(findings, f => f.Path == "$.mails[0].subject");
        Assert.Contains(findings, f => f.Path == "$.mails[0].text" && f.Message.StartsWith("Rad 3: Fältet {insatts} finns inte.", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Path == "$.mails[1].id");
    }

    [Fact]
    public void Which_mails_words_were_changed_is_told_by_its_id()
    {
        var own = Record with { Mails = new MailFile().With("inbjudan", new OwnMail("inbjudan", "Hej om {insats}", "[Öppna]({länk})")) };
        var again = own with { Mails = own.Mails.With("inbjudan", new OwnMail("inbjudan", "Hej", "[Öppna]({länk})")) };
        Assert.Equal("mails[inbjudan]", Assert.Single(RecordDiff.Between(Record, own)).Path);
        var change = Assert.Single(RecordDiff.Between(own, again));
        Assert.Equal(("mails[inbjudan].subject", "Mejlens texter › Mejl › inbjudan › Ämne"), (change.Path, change.Where));
    }
}
