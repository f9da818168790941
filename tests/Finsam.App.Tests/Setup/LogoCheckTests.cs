using System.Text.Json;
using Finsam.App.Records;
using Finsam.Domain.Associations;

namespace Finsam.App.Tests.Setup;

/// <summary>The logo in association.json: checked at import, kept as it came, and said in a word among the changes.</summary>
public sealed class LogoCheckTests
{
    private const string Association = "association.json";

    // A PNG of 16 × 16.
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR42mP4jwYYRrYAAID5/wGR6yAaAAAAAElFTkSuQmCC";

    [Fact]
    public void A_logo_is_kept_as_it_came()
    {
        var outcome = new Package().With(Association, "$.logo", $"\"{Png}\"").Read();
        Assert.Empty(outcome.Findings);
        Assert.Equal(Png, outcome.Record!.Association.Logo);
        Assert.Equal((16, 16), (Logo.Read(Png).Logo!.Width, Logo.Read(Png).Logo!.Height));
    }

    [Theory]
    [InlineData("PHN2Zy8+", "Logotypen är inte en hel PNG-bild i base64. SVG och andra format tas inte emot.")]
    [InlineData("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg==", "Logotypen ska vara 16–2000 bildpunkter på bredden och på höjden.")]
    public void A_logo_that_is_none_is_said_with_its_place(string logo, string message)
    {
        var finding = Assert.Single(new Package().With(Association, "$.logo", $"\"{logo}\"").Read().Findings);
        Assert.Equal((Association, "$.logo", message, false), (finding.File, finding.Path, finding.Message, finding.IsWarning));
    }

    [Fact]
    public void A_logo_that_is_too_large_is_said_with_the_limit()
    {
        var logo = JsonSerializer.Serialize(Convert.ToBase64String(new byte[Logo.LargestFile + 1]));
        Assert.Equal("Logotypen är för stor: den får vara högst 100 kB.", Assert.Single(new Package().With(Association, "$.logo", logo).Read().Findings).Message);
    }

    [Fact]
    public void A_changed_logo_reads_as_a_picture()
    {
        var change = Assert.Single(RecordDiff.Between(new Package().Read().Record!, new Package().With(Association, "$.logo", $"\"{Png}\"").Read().Record!));
        Assert.Equal(("Samordningsförbund › Logotyp", "–", "en bild"), (change.Where, ChangeText.From(change), ChangeText.To(change)));
    }
}
