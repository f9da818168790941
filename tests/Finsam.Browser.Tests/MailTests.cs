using Finsam.App.Reminders.Wording;
using Finsam.Browser.Tests.Browsers;
using Finsam.Browser.Tests.Checks;
using Finsam.Browser.Tests.Sites;
using Finsam.Testing;

namespace Finsam.Browser.Tests;

/// <summary>The mails' HTML parts, written of the sample's data, as a browser shows them: a mail program shows them no better.</summary>
public sealed class MailTests(Chromium chromium, AllSites sites)
{
    public static TheoryData<string> Kinds => [.. MailKind.All.Select(k => k.Id)];

    [Theory(Timeout = Patience.Test)]
    [MemberData(nameof(Kinds))]
    public async Task A_mail_can_be_read_by_everybody(string id)
    {
        var site = await sites.Opened("mejl");
        var kind = MailKind.Find(id)!;
        var record = site.Sample.Record;
        var (_, values) = (await site.Instance.Service<PreviewMail>().HandleAsync(record, kind, "hofors", TestContext.Current.CancellationToken))!.Value;
        values.With(MailField.Phone, MailField.Phone.Example);
        var mail = ShippedWordings.Template(kind).Fill(values);

        await using var visit = await chromium.VisitAsync();
        await visit.Page.SetContentAsync(mail.Html(record.Association.Name));
        await TakeAsync(visit, id);
        await visit.HasNoAxeViolationsAsync();
        await visit.IsASwedishDocumentAsync();
        await visit.ResizeAsync(Screen.Narrow);
        await TakeAsync(visit, id);
        await visit.FitsTheWindowAsync();
        Assert.Equal(kind.NeedsLink ? 1 : 0, await visit.Page.Locator("a", new() { HasTextRegex = new("^(Öppna formuläret|Läs frågorna)$") }).CountAsync());
    }

    private static async Task TakeAsync(Visit visit, string id)
    {
        if (Environment.GetEnvironmentVariable("FINSAM_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var path = Directory.CreateDirectory(Repository.PathOf(folder)).FullName;
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(path, $"mejl-{id}-{visit.Page.ViewportSize?.Width}.png"), FullPage = true });
        }
    }
}
