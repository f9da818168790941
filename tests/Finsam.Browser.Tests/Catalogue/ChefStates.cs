using System.Text.RegularExpressions;
using Finsam.Browser.Tests.Hands;
using Finsam.App.FollowUp;
using Finsam.App.People;
using Finsam.App.Reminders;
using Finsam.App.Reminders.Deliveries;
using Finsam.Browser.Tests.Sites;
using Finsam.Domain.Reports;
using Microsoft.Playwright;

namespace Finsam.Browser.Tests.Catalogue;

/// <summary>The chef's pages over the year.</summary>
public static class ChefStates
{
    private const string Association = "/oversikt/gavleborg";
    private const string Period = Association + "/2023-helar";
    private const string Mails = "/mejl/gavleborg";
    private const string People = "/personer/gavleborg";
    private const string Changes = "/andringar/gavleborg";

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("översikt, tom", async scene => await scene.ChefOpensAsync(await scene.Sites.Empty, "/oversikt")),
        new("översikt, ett förbund", async scene => await scene.ChefOpensAsync(await scene.Sites.Imported, "/oversikt")),
        new("förbundet, året", async scene => await scene.ChefOpensAsync(await scene.Sites.Ended, Association + "?ar=2023")),
        new("förbundet, ett år utan uppgifter", async scene => await scene.ChefOpensAsync(await scene.Sites.Imported, Association + "?ar=2035")),
        new("perioden, inte öppnad", async scene => await scene.ChefOpensAsync(await scene.Sites.Imported, Period)),
        new("perioden, öppen", async scene => await scene.ChefOpensAsync(await scene.Sites.Opened("untouched"), Period)),
        new("perioden, med sena rapporter och utkast", async scene => await scene.ChefOpensAsync(await scene.Sites.Ended, Period)),
        new("rapporten hos chefen, inskickad", async scene => await scene.ChefOpensAsync(await scene.Sites.Ended, Period + "/hofors")),
        new("rapporten hos chefen, att följa upp", async scene => await FollowUpAsync(scene, await scene.Sites.Drafting, "hofors")),
        new("rapporten hos chefen, ny sista dag som inte går", async scene =>
        {
            await FollowUpAsync(scene, await scene.Sites.Drafting, "ljusdal");
            await scene.Page.FillAsync($"[name={FollowUpPages.DayField}]", "nästa fredag");
            await scene.Visit.GoAsync(() => scene.Page.GetByRole(AriaRole.Button, new() { Name = "Flytta sista dagen" }).ClickAsync());
            Assert.Equal(1, await scene.Page.Locator("p.error").CountAsync());
        }),
        new("rapporten hos chefen, att komplettera utan kommentar", async scene =>
        {
            await FollowUpAsync(scene, await scene.Sites.Ended, "hofors");
            await scene.Visit.GoAsync(() => scene.Page.GetByRole(AriaRole.Button, new() { Name = "Skicka tillbaka" }).ClickAsync());
            Assert.Equal(1, await scene.Page.Locator("p.error").CountAsync());
        }),
        new("perioden, med mejl att se över", async scene => await scene.ChefOpensAsync(await BouncedAsync(scene), Period)),
        new("rapporten hos chefen, med mejl som studsat", async scene => await scene.ChefOpensAsync(await BouncedAsync(scene), Period + "/hofors")),
        new("förhandsgranskning", async scene => await scene.ChefOpensAsync(await scene.Sites.Imported, Period + "/trisam-handlaggartid/formular")),
        new("förhandsgranskning av en mall", async scene => await scene.ChefOpensAsync(await scene.Sites.Opened("reporting", Samples.Named("standard")), "/mallar/exempel/slutrapport")),
        new("tillgänglighetsredogörelse", async scene => await scene.ChefOpensAsync(await scene.Sites.Imported, "/tillganglighet/gavleborg")),
        new("mejlens texter", async scene => await scene.ChefOpensAsync(await scene.Sites.Imported, Mails)),
        new("mejlets text", async scene => await scene.ChefOpensAsync(await scene.Sites.Imported, Mails + "/fragor")),
        new("mejlets text, förhandsgranskad", async scene =>
        {
            await scene.ChefOpensAsync(await scene.Sites.Opened("untouched"), Mails + "/paminnelse");
            await new PointingHand(scene.Visit).PressAsync(new Regex("^Förhandsgranska$"));
        }),
        new("mejlets text, med fel", async scene =>
        {
            await scene.ChefOpensAsync(await scene.Sites.Imported, Mails + "/kvitto");
            await scene.Page.FillAsync("#amne", "");
            await scene.Page.FillAsync("#text", "Tack {insatts}.");
            await new PointingHand(scene.Visit).PressAsync(new Regex("^Spara$"));
        }),
        new("personer, ingen inlagd", async scene => await scene.ChefOpensAsync(await scene.Sites.Imported, People)),
        new("personer, tre inlagda", async scene => await scene.ChefOpensAsync(await PeopleAsync(scene), People)),
        new("personer, med fel", async scene =>
        {
            await scene.ChefOpensAsync(await scene.Sites.Imported, People);
            await scene.Page.FillAsync("#" + PeoplePages.IdField, "anna@exempel.se");
            await new PointingHand(scene.Visit).PressAsync(new Regex("^Lägg till$"));
        }),
        new("om tjänsten", async scene => await scene.ChefOpensAsync(await scene.Sites.Ended, "/om")),
        new("ändringar, upplagt", async scene => await scene.ChefOpensAsync(await scene.Sites.Imported, Changes)),
        new("ändringar, ändrat", async scene => await scene.ChefOpensAsync(await scene.Sites.Ended, Changes)),
    ];

    private static async Task<Site> PeopleAsync(Scene scene)
    {
        var site = await scene.Sites.Opened("people");
        foreach (var (name, role, number) in new[] { ("Anna-Karin Bergström Lindqvist", "chief", 1), ("Bo Ek", "developer", 2), ("Cecilia Dahl", "reader", 3) })
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                [PeoplePages.NameField] = name,
                [PeoplePages.IdField] = $"11111111-1111-1111-1111-111111111111/22222222-2222-2222-2222-22222222222{number}",
                [PeoplePages.RoleField] = role,
            });
            (await site.Instance.Chef.PostAsync(new Uri(People + "/roll", UriKind.Relative), form)).EnsureSuccessStatusCode();
        }

        return site;
    }

    private static async Task FollowUpAsync(Scene scene, Site site, string initiative)
    {
        await scene.ChefOpensAsync(site, $"{Period}/{initiative}");
        await scene.Page.Locator("#uppfoljning ~ details > summary").First.ClickAsync();
    }

    // As a provider tells of it afterwards.
    private static async Task<Site> BouncedAsync(Scene scene)
    {
        var site = await scene.Sites.Opened("bounced");
        var outbox = site.Instance.Service<IOutbox>();
        var told = new (string Initiative, DeliveryKind Kind, string? Reason)[]
        {
            ("hofors", DeliveryKind.Bounced, "550 5.1.1 unknown user"), ("ljusdal", DeliveryKind.Blocked, "554 5.7.1 blocked"), ("ovanaker", DeliveryKind.Delivered, null),
        };
        foreach (var (initiative, kind, reason) in told)
        {
            var mail = (await outbox.ListAsync(new ReportKey("gavleborg", "2023-helar", initiative), CancellationToken.None))[0].Value;
            await site.Instance.Service<RecordDelivery>().HandleAsync([new MailEvent(mail.Key.Masked(), mail.Since.AddMinutes(1), kind, reason)], CancellationToken.None);
        }

        return site;
    }
}
