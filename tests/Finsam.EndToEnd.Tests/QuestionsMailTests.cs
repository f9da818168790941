using System.Net.Http.Json;
using Finsam.App.Forms;
using Finsam.App.Forms.Pdfs;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Setup;
using Finsam.Cli.Demo;
using Finsam.Domain.Associations;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Testing;
using MimeKit;

namespace Finsam.EndToEnd.Tests;

/// <summary>"Det här frågar vi om": goes out in January to those who will be asked, once, with a link that shows the questions now and opens the form later.</summary>
public sealed class QuestionsMailTests
{
    private static readonly DateOnly January = new(2023, 1, 10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_questions_go_out_once_and_their_link_opens_the_form_when_it_is_time()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        instance.Clock.Set(SwedishTime.At(January.AddDays(-5), new TimeOnly(12, 0)));
        await SaveAsync(instance, Record());
        instance.Clock.Set(SwedishTime.At(January, new TimeOnly(7, 59, 50)));
        await instance.TickAsync(Cancellation);
        Assert.Empty(await instance.Service<IOutbox>().ListAsync(TestInstance.PeriodKey, Cancellation));

        instance.Clock.Set(SwedishTime.At(January, new TimeOnly(8, 0, 5)));
        await instance.TickAsync(Cancellation);
        var expected = Record().Initiatives.Initiatives.Where(i => i.Start <= January).Sum(i => i.Contacts.Length);
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails(MailSteps.Questions).Length == expected), Cancellation);
        instance.Clock.Set(SwedishTime.At(January, new TimeOnly(9, 0)));
        await instance.TickAsync(Cancellation);
        await instance.TickAsync(Cancellation);

        var form = (await instance.Service<LoadForm>().BlankAsync(TestInstance.PeriodKey.Report("hofors"), "insatsagare", Cancellation))!;
        var mail = await MimeMessage.LoadAsync(instance.Mails(MailSteps.Questions).Single(m => m.Contains(".hofors.fragor.insatsagare.", StringComparison.Ordinal)), Cancellation);
        Assert.Equal($"Det här frågar vi om 2023: {form.Initiative.Name}", mail.Subject);
        Assert.Contains("Formuläret öppnar 8 januari 2024", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("senast onsdag 31 januari 2024", mail.TextBody, StringComparison.Ordinal);
        Assert.All(form.Template.HaveAtHand, item => Assert.Contains(item, mail.TextBody, StringComparison.Ordinal));
        Assert.Equal(["application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/calendar"], mail.Attachments.Select(a => a.ContentType.MimeType));
        Assert.Contains("pinnlista", mail.TextBody, StringComparison.Ordinal);
        var file = (MimePart)mail.Attachments.First();
        Assert.Equal(("application/pdf", $"Frågor – {form.Initiative.Name} – helåret 2023.pdf"), (file.ContentType.MimeType, file.FileName));
        using var content = new MemoryStream();
        await file.Content!.DecodeToAsync(content, Cancellation);
        Assert.Equal(WriteFormPdf.Questions(form).Content, content.ToArray());
        var months = (MimePart)mail.Attachments.ElementAt(1);
        Assert.Equal("hofors-pinnlista-2023.xlsx", months.FileName);

        // What has nothing to count by month has the questions only.
        var structural = await MimeMessage.LoadAsync(instance.Mails(MailSteps.Questions).First(m => m.Contains(".utvecklingsinsatser.", StringComparison.Ordinal)), Cancellation);
        Assert.Equal(["application/pdf", "text/calendar"], structural.Attachments.Select(a => a.ContentType.MimeType));
        Assert.DoesNotContain("pinnlista", structural.TextBody, StringComparison.Ordinal);

        var link = await instance.LinkAsync("hofors", MailSteps.Questions, "insatsagare");
        using var browser = new Browser(instance.Address);
        Assert.Contains("Det här frågar vi om", (await browser.GetAsync(link, Cancellation)).Text, StringComparison.Ordinal);
        Assert.Equal(content.ToArray(), await browser.DownloadAsync("/rapport/gavleborg/2023-helar/hofors/pdf/fragor.pdf", Cancellation));
        var period = await instance.Chef.GetStringAsync(new Uri("/oversikt/gavleborg/2023-helar", UriKind.Relative), Cancellation);
        Assert.Contains("frågorna i förväg, skickad <span class=\"date\">2023-01-10</span>", period, StringComparison.Ordinal);

        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Opens, new TimeOnly(8, 0, 5)));
        await instance.TickAsync(Cancellation);
        Assert.Contains("Delar att fylla i", (await browser.GetAsync(link, Cancellation)).Text, StringComparison.Ordinal);
        Assert.Equal(expected, instance.Mails(MailSteps.Questions).Length);
    }

    [Fact]
    public async Task A_contact_that_is_added_in_time_is_told_too_and_a_package_in_June_tells_nobody()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        instance.Clock.Set(SwedishTime.At(new DateOnly(2023, 6, 15), new TimeOnly(9, 0)));
        await SaveAsync(instance, Record());
        await instance.TickAsync(Cancellation);
        Assert.Empty(await instance.Service<IOutbox>().ListAsync(TestInstance.PeriodKey, Cancellation));

        instance.Clock.Set(SwedishTime.At(January.AddDays(6), new TimeOnly(9, 0)));
        await SaveAsync(instance, Record(new Contact("ny", "Ny kontakt", "ny@insats.example.org")));
        await instance.TickAsync(Cancellation);
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails(MailSteps.Questions).Any(m => m.Contains(".hofors.fragor.ny.", StringComparison.Ordinal))), Cancellation);

        // Only what has changed is looked at.
        Assert.All(instance.Mails(MailSteps.Questions), m => Assert.Contains(".hofors.", m, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_told_of_the_questions_once_the_form_is_there_or_when_the_contact_is_gone()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        instance.Clock.Set(SwedishTime.At(January.AddDays(-5), new TimeOnly(12, 0)));
        await SaveAsync(instance, Record());
        var gone = new MailKey(TestInstance.PeriodKey.Report("hofors"), MailSteps.Questions, "borta");
        await instance.Service<PlanMail>().HandleAsync(gone, Cancellation);
        await NotNeededAsync(instance, gone);

        await instance.Service<App.Overview.OpenPeriod>().HandleAsync(TestInstance.PeriodKey, "chefen", Cancellation);
        var late = gone with { Contact = "insatsagare" };
        await instance.Service<PlanMail>().HandleAsync(late, Cancellation);
        await NotNeededAsync(instance, late);

        // An early opening: what was due in January is no longer planned.
        instance.Clock.Set(SwedishTime.At(January, new TimeOnly(8, 0, 5)));
        await instance.TickAsync(Cancellation);
        Assert.Equal(2, (await instance.Service<IOutbox>().ListAsync(TestInstance.PeriodKey, Cancellation)).Count(m => m.Value.Key.Step == MailSteps.Questions));
    }

    private static Task NotNeededAsync(TestInstance instance, MailKey key) => TestInstance.WaitAsync(
        async () => (await instance.Service<IOutbox>().FindAsync(key, Cancellation))?.Value.State == MailState.NotNeeded, Cancellation);

    private static AssociationRecord Record(params Contact[] added)
    {
        var sample = TestInstance.Gavleborg.Record;
        return sample with
        {
            Association = sample.Association with
            {
                Settings = sample.Association.Settings with { Questions = new QuestionsSettings { Month = 1, Day = 10, At = new TimeOnly(8, 0) } },
            },
            Initiatives = sample.Initiatives with
            {
                Initiatives = [.. sample.Initiatives.Initiatives.Select(i => i.Id == "hofors" ? i with { Contacts = [.. i.Contacts, .. added] } : i)],
            },
        };
    }

    private static async Task SaveAsync(TestInstance instance, AssociationRecord record)
    {
        using var content = new ByteArrayContent(PackageFiles.Zip(PackageFiles.Of(record)));
        content.Headers.ContentType = new("application/zip");
        using var response = await instance.Chef.PostAsync(new Uri("/api/paket", UriKind.Relative), content, Cancellation);
        var answer = (await response.Content.ReadFromJsonAsync<ImportAnswer>(RecordJson.Options, Cancellation))!;
        Assert.True(answer.Imported, string.Join('\n', answer.Findings));
    }
}
