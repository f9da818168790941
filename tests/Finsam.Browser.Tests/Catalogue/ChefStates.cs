using System.Text.RegularExpressions;
using Finsam.Browser.Tests.Hands;
using Finsam.Browser.Tests.Sites;

namespace Finsam.Browser.Tests.Catalogue;

/// <summary>The chef's pages over the year.</summary>
public static class ChefStates
{
    private const string Association = "/oversikt/gavleborg";
    private const string Period = Association + "/2023-helar";
    private const string Mails = "/mejl/gavleborg";
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
        new("ändringar, upplagt", async scene => await scene.ChefOpensAsync(await scene.Sites.Imported, Changes)),
        new("ändringar, ändrat", async scene => await scene.ChefOpensAsync(await scene.Sites.Ended, Changes)),
    ];
}
