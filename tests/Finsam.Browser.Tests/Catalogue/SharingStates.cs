using System.Text.RegularExpressions;
using Finsam.App.Forms.Sharing;
using Finsam.Browser.Tests.Hands;

namespace Finsam.Browser.Tests.Catalogue;

/// <summary>When somebody else is to answer.</summary>
public static partial class SharingStates
{
    private const string SiteName = "sharing";

    private const string SetRight = "Det här behöver rättas";

    private static Dictionary<string, string> Ekonom => new()
    {
        ["del.ekonomi"] = "ja",
        [PersonAsked.ReplaceField] = "nej",
        [PersonAsked.NameField] = "Ekonomen",
        [PersonAsked.EmailField] = "ekonom.med.en.ganska.lang.adress@insatsagare.example.org",
        [PersonAsked.MessageField] = "Kan du fylla i det här före fredag?",
    };

    private static Dictionary<string, string> Wrong { get; } = new() { [PersonAsked.EmailField] = "ekonomen", [PersonAsked.MessageField] = "Gäller 811218-9876." };

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("skicka vidare, tom", async scene => await scene.OwnerOpensAsync(await scene.Sites.Opened(SiteName), "hofors", "skicka-vidare")),
        new("skicka vidare, med fel", async scene => await SendAsync(scene, "hofors", "skicka-vidare", Wrong)),
        new("skicka vidare, med personer", async scene => await SendAsync(scene, "ljusdal", "skicka-vidare", Ekonom)),
        new("hem, med en del hos en annan", async scene =>
        {
            await SendAsync(scene, "ljusdal", "skicka-vidare", Ekonom);
            await scene.Page.GotoAsync((await scene.Sites.Opened(SiteName)).FormAddress("ljusdal"));
        }),
        new("mottagare, tom", async scene => await scene.OwnerOpensAsync(await scene.Sites.Opened(SiteName), "hofors", "mottagare")),
        new("mottagare, med fel", async scene => await SendAsync(scene, "hofors", "mottagare", Wrong)),
        new("mottagare, väntar", async scene => await SendAsync(scene, "connect-bollnas", "mottagare", Ekonom)),
        new("rapporten hos chefen, med en ny kontakt", async scene =>
        {
            await SendAsync(scene, "ovanaker", "mottagare", Ekonom);
            await scene.ChefOpensAsync(await scene.Sites.Opened(SiteName), "/oversikt/gavleborg/2023-helar/ovanaker");
        }),
    ];

    private static async Task SendAsync(Scene scene, string initiative, string page, Dictionary<string, string> written)
    {
        await scene.OwnerOpensAsync(await scene.Sites.Opened(SiteName), initiative, page);
        await new PointingHand(scene.Visit).WriteAsync(written);
        await new PointingHand(scene.Visit).PressAsync(Send());

        // A picture of a refused form would show another state than its name says.
        Assert.Equal(written == Wrong ? 1 : 0, await scene.Page.GetByText(SetRight).CountAsync());
    }

    [GeneratedRegex("^Skicka")]
    private static partial Regex Send();
}
