using Finsam.Browser.Tests.Hands;
using Finsam.Browser.Tests.Sites;
using Microsoft.Playwright;

namespace Finsam.Browser.Tests.Catalogue;

/// <summary>A part while it saves itself, and what a text about a person is asked.</summary>
public static class SavingStates
{
    private const string Women = "deltagare.deltagit.kvinna";
    private const string Comment = "kommentar.text";
    private const string Personal = "Vi har hjälpt 811218-9876 i år.";

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("deltagare, sparat", async scene => await WriteAsync(scene, "ovanaker", "deltagare", new() { [Women] = "12" }, "Sparat")),
        new("deltagare, delvis sparat", async scene =>
            await WriteAsync(scene, "resan-soderhamn", "deltagare", new() { [Women] = "12", ["deltagare.deltagit.man"] = "tio eller så" }, "att se över")),
        new("deltagare, utan kontakt", async scene =>
        {
            await OpenAsync(scene, "ljusdal", "deltagare");
            await scene.Visit.OfflineAsync();
            await WriteAsync(scene, new() { [Women] = "12" }, "Ingen kontakt");
        }),
        new("deltagare, konflikt medan man skriver", async scene =>
        {
            var site = await OpenAsync(scene, "karnhuset-sandviken", "deltagare");
            await Scene.AnswerAsync(site, "karnhuset-sandviken", "deltagare", _ => new Dictionary<string, string> { [Women] = "7" }, "ekonom");
            await WriteAsync(scene, new() { [Women] = "12" }, "samtidigt");
        }),
        new("mal, konflikt medan man skriver", async scene =>
        {
            var site = await OpenAsync(scene, "trisam-processledare", "mal");
            var theirs = new Dictionary<string, string> { [Comment] = "Det som kollegan skrev, och som är lite längre.", ["mal.samlad"] = "viss-del" };
            await Scene.AnswerAsync(site, "trisam-processledare", "mal", _ => theirs, "ekonom");
            await WriteAsync(scene, new() { [Comment] = "Det som jag skrev.", ["mal.samlad"] = "uppfylld" }, "samtidigt");
        }),
        new("mal, redan inskickad medan man skriver", async scene =>
        {
            await OpenAsync(scene, "mysam-koordinator", "mal");
            await scene.Sites.Sent("saving states", "mysam-koordinator");
            await WriteAsync(scene, new() { [Comment] = "Ett tillägg." }, "Det går inte att spara");
        }),
        new("mal, anmärkning medan man skriver", async scene =>
        {
            var site = await scene.Sites.Opened("saving states");
            await Scene.AnswerAsync(site, "dans-for-halsa-gavle", "deltagare", names => names.ToDictionary(n => n, n => n == Women ? "8" : "0"));
            await WriteAsync(scene, "dans-for-halsa-gavle", "mal", new() { [Comment] = "I år har 62 deltagare dansat." }, "Sparat");
        }),
        new("mal, fråga om en person medan man skriver", async scene => await WriteAsync(scene, "fontanhus-sandviken", "mal", new() { [Comment] = Personal }, "att se över")),
        new("mal, fråga om en person", async scene =>
        {
            await OpenAsync(scene, "valfardsguiden", "mal");
            await Scene.SaveAsync(scene.Visit, new Dictionary<string, string> { [Comment] = Personal });
        }),
    ];

    private static async Task<Site> OpenAsync(Scene scene, string initiative, string part)
    {
        var site = await scene.Sites.Opened("saving states");
        await scene.OwnerOpensAsync(site, initiative, $"del/{part}");
        return site;
    }

    private static async Task WriteAsync(Scene scene, string initiative, string part, Dictionary<string, string> written, string said)
    {
        await OpenAsync(scene, initiative, part);
        await WriteAsync(scene, written, said);
    }

    private static async Task WriteAsync(Scene scene, Dictionary<string, string> written, string said)
    {
        await new PointingHand(scene.Visit).WriteAsync(written);
        await Assertions.Expect(scene.Page.Locator(".savestate")).ToContainTextAsync(said, new() { Timeout = 20_000 });
    }
}
