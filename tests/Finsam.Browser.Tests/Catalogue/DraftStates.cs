using Finsam.App.Drafts;
using Finsam.App.Overview;
using Finsam.Browser.Tests.Hands;
using Finsam.Browser.Tests.Sites;
using Microsoft.Playwright;

namespace Finsam.Browser.Tests.Catalogue;

/// <summary>The drafts: made, on their way, looked through, compared, and the template they are written in. They lie on sites that others look at too.</summary>
public static class DraftStates
{
    private const string Template = "/wordmall/gavleborg";
    private const string West = "vast-2023";
    private const string Late = "bounced";

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("perioden, ett utkast på väg och ingen pdf", async scene => await OpenPeriodAsync(scene, await scene.Sites.Drafting)),
        new("perioden, ett utkast som inte blir klart", async scene => await OpenPeriodAsync(scene, await scene.Sites.Stuck(Late))),
        new("utkast, förhandsgranskat", async scene => await OpenAsync(scene, await scene.Sites.Ended, 4, DraftFiles.Preview)),
        new("utkast, långt med liggande tabeller och diagram", async scene => await OpenAsync(scene, await scene.Sites.Whole(SampleStates.SiteName, Samples.Named(West)), 1, DraftFiles.Preview))
        {
            Alike = true,
        },
        new("utkast, på papper", async scene =>
        {
            await OpenAsync(scene, await scene.Sites.Ended, 2, DraftFiles.Preview);
            await scene.Page.EmulateMediaAsync(new() { Media = Media.Print });
        })
        {
            Printed = true,
        },
        new("ändrat mellan två utkast, siffror", async scene => await CompareAsync(scene, 2, 1)),
        new("ändrat mellan fyra utkast, inget", async scene => await CompareAsync(scene, 4, 3)),
        new("ändrat mellan tre utkast, tabeller till och från", async scene => await CompareAsync(scene, 3, 2)),
        new("word-mall, ingen", async scene => await scene.ChefOpensAsync(await scene.Sites.Imported, Template)),
        new("word-mall, i bruk", async scene => await scene.ChefOpensAsync(await scene.Sites.Drafting, Template)),
        Refused("ingen fil", null),
        Refused("inget Word", "%PDF-1.7 inget Word"u8.ToArray(), alike: true),
        Refused("med makron", WordTemplateFiles.WithMacros(), alike: true),
        Refused("trasig", WordTemplateFiles.Broken(), alike: true),
        Refused("för stor", WordTemplateFiles.Large(14), alike: true),
    ];

    private static Task OpenPeriodAsync(Scene scene, Site site) => scene.ChefOpensAsync(site, OverviewRoutes.Address(site.PeriodKey));

    private static Task OpenAsync(Scene scene, Site site, int version, string page) => scene.ChefOpensAsync(site, site.DraftAddress(version, page));

    private static async Task CompareAsync(Scene scene, int version, int since) =>
        await OpenAsync(scene, await scene.Sites.Ended, version, FormattableString.Invariant($"{DraftFiles.Changes}?{OverviewRoutes.SinceQuery}={since}"));

    private static PageState Refused(string what, byte[]? file, bool alike = false) => new($"word-mall, {what}", async scene =>
    {
        var folder = Directory.CreateTempSubdirectory("finsam-mall-");
        await scene.ChefOpensAsync(await scene.Sites.Imported, Template);
        if (file is not null)
        {
            // From a folder, as people do: a large file takes ten seconds to hand over in another way.
            var path = Path.Combine(folder.FullName, "Förbundets mall.dotx");
            await File.WriteAllBytesAsync(path, file);
            await scene.Page.Locator("input[type=file]").SetInputFilesAsync(path);
        }

        await new PointingHand(scene.Visit).PressAsync(FormWords.Upload);
        folder.Delete(recursive: true);
        Assert.Equal(1, await scene.Page.Locator("p.error").CountAsync());
    })
    {
        Alike = alike,
    };
}
