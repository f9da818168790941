using System.Text;
using System.Text.RegularExpressions;
using Finsam.App.Lists;
using Finsam.Browser.Tests.Hands;
using Finsam.Browser.Tests.Sites;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Templates;
using Finsam.Testing;
using Microsoft.Playwright;

namespace Finsam.Browser.Tests.Catalogue;

/// <summary>The form, from the link in the mail to the receipt.</summary>
public static partial class OwnerStates
{
    private const string Untouched = "untouched";
    private const string Begun = "begun";
    private const string Mistaken = "mistaken";
    private const string Contested = "contested";

    // So far from the grant that it is asked about.
    private static Dictionary<string, string> Doubtful => new() { ["ekonomi.utfall"] = "1 000", ["ekonomi.kommentar"] = "" };

    // What people paste.
    private static Dictionary<string, string> LongWord => new()
    {
        ["kommentar.text"] = "Se https://example.org/rapporter/2023/uppfoljning-av-dans-for-halsa-i-gavle-kommun-slutversion-efter-remiss.pdf",
    };

    private static ReportingPeriod Period => TestInstance.Period;

    private static FormTemplate Template => TestInstance.Gavleborg.Record.Templates.Single(t => t.Id == Period.Template);

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("hem, orörd", async scene => await scene.OwnerOpensAsync(await scene.Sites.Opened(Untouched), "hofors")),
        new("hem, påbörjad", async scene =>
        {
            var site = await scene.Sites.Opened(Begun);
            await scene.OpenHalfAnsweredAsync(site, "connect-bollnas", "ekonomi");
            await scene.Page.GotoAsync(site.FormAddress("connect-bollnas"));
        }),
        new("hem, för en part", async scene => await scene.OwnerOpensAsync(await scene.Sites.Opened(Untouched), "trisam-handlaggartid", contact: "part-gavle")),
        new("det här frågar vi om", async scene => await scene.OwnerOpensAsync(await scene.Sites.Opened(Untouched), "connect-bollnas", "fragor")),
        .. Template.Sections.SelectMany(Section),
        new("granska, inget ifyllt", async scene => await scene.OwnerOpensAsync(await scene.Sites.Opened(Untouched), "hofors", "granska")),
        new("granska, med fel", async scene => await ReviewAsync(scene, "ljusdal", new() { ["deltagare.nya.kvinna"] = "900" })),
        new("granska, med anmärkningar", async scene => await ReviewAsync(scene, "karnhuset-sandviken", Doubtful)),
        new("granska, obekräftade anmärkningar", async scene =>
        {
            await ReviewAsync(scene, "trisam-handlaggartid", Doubtful);
            await new PointingHand(scene.Visit).PressAsync(FormWords.Send);
        }),
        new("granska, med ett långt ord", async scene => await ReviewAsync(scene, "dans-for-halsa-gavle", LongWord)),
        new("granska, klar att skicka", async scene => await ReviewAsync(scene, "valfardsguiden", [])),
        new("excel", async scene => await scene.OwnerOpensAsync(await scene.Sites.Opened(Untouched), "hofors", "excel")),
        new("excel, fel fil", async scene => await UploadAsync(scene, "hofors", _ => Encoding.ASCII.GetBytes("%PDF-1.7"))),
        new("excel, det här ändras", async scene => await UploadAsync(scene, "hofors", FilledIn)),
        new("excel, inget ändras", async scene => await UploadAsync(scene, "hofors", file => file)),
        new("excel, sparat", async scene =>
        {
            await UploadAsync(scene, "mysam-koordinator", file => FilledWorkbook.Open(file).Set("ekonomi.utfall", 1000m).ToBytes());
            await new PointingHand(scene.Visit).PressAsync(FormWords.SaveRead);
        }),
        new("utskrift, ej inskickad", async scene => await scene.OwnerOpensAsync(await scene.Sites.Opened(Untouched), "hofors", "utskrift")),
        new("inskickad, kvittot", async scene => await scene.OwnerOpensAsync(await SentAsync(scene), "resan-soderhamn")),
        new("utskrift, inskickad", async scene => await scene.OwnerOpensAsync(await SentAsync(scene), "resan-soderhamn", "utskrift")),
        new("utskrift, på papper", async scene =>
        {
            await scene.OwnerOpensAsync(await SentAsync(scene), "resan-soderhamn", "utskrift");
            await scene.Page.EmulateMediaAsync(new() { Media = Media.Print });
        })
        {
            Printed = true,
        },
        new("för sent, redan inskickad", async scene =>
        {
            var site = await scene.Sites.Opened(Begun);
            await scene.OwnerOpensAsync(site, "ratt-till-ratt-gavle", "del/ekonomi");
            await scene.Sites.Sent(Begun, "ratt-till-ratt-gavle");
            await Scene.SaveAsync(scene.Visit, new Dictionary<string, string> { ["ekonomi.utfall"] = "999", ["ekonomi.kommentar"] = "Det här kom för sent." });
        }),
    ];

    private static IEnumerable<PageState> Section(Section section)
    {
        var initiative = TestInstance.Gavleborg.Record.Initiatives.Initiatives.First(section.Asks);
        var part = Template.PartsFor(initiative).First(p => p.Section == section && !p.Blocks.IsEmpty);
        var (id, name, page) = (initiative.Id, section.Id + (part.Party is null ? "" : " för en part"), $"del/{part.Id}");
        if (part.Party is not null)
        {
            yield return new($"{section.Id}, alla parter", async scene =>
            {
                await Scene.AnswerAsync(await scene.Sites.Opened(Begun), id, part.Id, names => names.ToDictionary(n => n, _ => "120,5"));
                await scene.OwnerOpensAsync(await scene.Sites.Opened(Begun), id, $"del/{section.Id}");
            });
        }

        yield return new($"{name}, orörd", async scene => await scene.OwnerOpensAsync(await scene.Sites.Opened(Untouched), id, page));
        yield return new($"{name}, halvfylld", async scene => await scene.OpenHalfAnsweredAsync(await scene.Sites.Opened(Begun), id, part.Id));
        if (Scene.Mistakes(part.FieldsFor(initiative)) is { Count: > 0 } mistakes)
        {
            yield return new($"{name}, med fel", async scene =>
            {
                await scene.OwnerOpensAsync(await scene.Sites.Opened(Mistaken), id, page);
                await Scene.SaveAsync(scene.Visit, mistakes);
            });
        }

        yield return new($"{name}, konflikt", async scene => await ContestAsync(scene, initiative, part));
    }

    // Two have the part open, without scripts; the other saves first.
    private static async Task ContestAsync(Scene scene, Initiative initiative, FormPart part)
    {
        var site = await scene.Sites.Opened(Contested);
        var (mine, theirs) = Answers(part.FieldsFor(initiative));
        await scene.Page.RouteAsync(FormScript(), route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
        await scene.OwnerOpensAsync(site, initiative.Id, $"del/{part.Id}");
        await Scene.AnswerAsync(site, initiative.Id, part.Id, _ => theirs, initiative.Contacts.Last(c => c.Party is null).Id);
        await Scene.SaveAsync(scene.Visit, mine);
        Assert.NotEqual(0, await scene.Page.GetByRole(AriaRole.Alert).CountAsync());
    }

    private static (Dictionary<string, string> Mine, Dictionary<string, string> Theirs) Answers(IEnumerable<Field> fields)
    {
        var mine = new Dictionary<string, string>(StringComparer.Ordinal);
        var theirs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            (mine[field.Key], theirs[field.Key]) = field.Kind switch
            {
                FieldKind.Count or FieldKind.Kronor => ("12", "7"),
                FieldKind.Date => ("2023-10-19", "2023-11-13"),
                FieldKind.Choice => (field.Choices[0].Id, field.Choices[^1].Id),
                _ => ("Det som jag skrev.", "Det som kollegan skrev, och som är lite längre."),
            };
        }

        return (mine, theirs);
    }

    private static async Task ReviewAsync(Scene scene, string initiative, Dictionary<string, string> besides)
    {
        var site = await scene.Sites.Opened(Begun);
        var (browser, home) = await site.Instance.OpenFormAsync(initiative, CancellationToken.None);
        using (browser)
        {
            await TestInstance.FillInAsync(browser, home, initiative, CancellationToken.None);
        }

        await scene.OwnerOpensAsync(site, initiative);
        foreach (var section in Template.SectionsFor(site.Initiative(initiative)))
        {
            var here = besides.Where(b => section.FieldsFor(site.Initiative(initiative)).Any(f => f.Key == b.Key)).ToDictionary();
            if (here.Count > 0)
            {
                await scene.Page.GotoAsync(site.FormAddress(initiative, $"del/{section.Id}"));
                await Scene.SaveAsync(scene.Visit, here);
            }
        }

        await scene.Page.GotoAsync(site.FormAddress(initiative, "granska"));
    }

    // Some answers to be changed, one that cannot be read and one in a row that nobody asks about.
    private static byte[] FilledIn(byte[] file) => FilledWorkbook.Open(file).Set("deltagare.nya.kvinna", 3m).Set("deltagare.nya.man", "tio eller så").Set("ekonomi.utfall", 201_000m)
        .Set("ekonomi.kommentar", "Insatsen avslutades i mars, så en del av medlen användes inte.\nDe betalas tillbaka.").InsertRow("ekonomi.kommentar", "Räkna om i maj").ToBytes();

    private static async Task UploadAsync(Scene scene, string initiative, Func<byte[], byte[]> fill)
    {
        var site = await scene.Sites.Opened(Untouched);
        await scene.OwnerOpensAsync(site, initiative, "excel");
        var file = await scene.Page.APIRequest.GetAsync(site.FormAddress(initiative, "formular.xlsx"));
        await scene.Page.SetInputFilesAsync("#excel", new FilePayload { Name = "svar.xlsx", MimeType = ListPages.WorkbookMediaType, Buffer = fill(await file.BodyAsync()) });
        await new PointingHand(scene.Visit).PressAsync(FormWords.Upload);
    }

    private static Task<Site> SentAsync(Scene scene) => scene.Sites.Sent(Begun, "resan-soderhamn");

    [GeneratedRegex(@"/form[^/]*\.js")]
    private static partial Regex FormScript();
}
