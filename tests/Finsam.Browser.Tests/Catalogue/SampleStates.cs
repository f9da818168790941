using Finsam.Browser.Tests.Hands;
using Finsam.Browser.Tests.Sites;
using Microsoft.Playwright;

namespace Finsam.Browser.Tests.Catalogue;

/// <summary>The other associations' forms: every part of one initiative each, half filled in, and attached files.</summary>
public static class SampleStates
{
    /// <summary>Not the site where whole reports are sent: what is sent has no part to fill in.</summary>
    public const string SiteName = "samples";
    private const string West = "vast-2023";
    private static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8.ToArray();

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        .. Parts("väst", West, "rehabvagledare"),
        .. Parts("jämtland", "jamtland-2023", "star-ragunda"),
        .. Parts("härnösand", "harnosand-timra-2022", "insatskatalogen"),
        .. Parts("standard", "standard", "gemensam-vardag"),
        new("väst bilagor, två filer", async scene => await AttachAsync(scene, "bip-agent", ("Utvärdering av insatsen, slutversion.pdf", Pdf), ("bilaga-2.pdf", Pdf))),
        new("väst bilagor, en fil som inte tas emot", async scene => await AttachAsync(scene, "gransgangare", ("program.exe", "MZ inget dokument"u8.ToArray()))),
    ];

    private static IEnumerable<PageState> Parts(string name, string sample, string initiative)
    {
        var record = Samples.Named(sample).Record;
        var template = record.Templates.Single(t => t.Id == record.Periods.Periods[0].Template);
        foreach (var part in template.PartsFor(record.Initiatives.Initiatives.Single(i => i.Id == initiative)))
        {
            yield return new($"{name} {part.Id}, halvfylld", async scene =>
                await scene.OpenHalfAnsweredAsync(await scene.Sites.Opened(SiteName, Samples.Named(sample)), initiative, part.Id))
            {
                Alike = true,
            };
        }
    }

    private static async Task AttachAsync(Scene scene, string initiative, params (string Name, byte[] Content)[] files)
    {
        var site = await scene.Sites.Opened(SiteName, Samples.Named(West));
        await scene.OwnerOpensAsync(site, initiative, "del/bilagor");
        if (await scene.Page.Locator(".files li").CountAsync() < files.Length)
        {
            await scene.Page.Locator("input[type=file]").SetInputFilesAsync(files.Select(f => new FilePayload { Name = f.Name, MimeType = "application/pdf", Buffer = f.Content }));
            await new PointingHand(scene.Visit).PressAsync(FormWords.Upload);
        }
    }
}
