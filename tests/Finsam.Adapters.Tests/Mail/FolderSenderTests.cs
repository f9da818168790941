using Finsam.Adapters.Mail;
using Finsam.App.Reminders;
using Finsam.App.Reminders.Calendars;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Finsam.Adapters.Tests.Mail;

public sealed class FolderSenderTests
{
    [Fact]
    public async Task A_mail_becomes_one_file_named_by_its_key_and_can_be_looked_for()
    {
        var folder = Directory.CreateTempSubdirectory("finsam-mail-");
        var sender = new FolderSender(Options.Create(new MailSettings { Folder = folder.FullName }));
        var message = new MailMessage
        {
            Key = new MailKey(new ReportKey("gavleborg", "2023-helar", "hofors"), "inbjudan", "ekonom"),
            ToName = "Ekonom",
            ToAddress = "ekonom@example.org",
            FromName = "Förbundet",
            ReplyTo = "chef@example.org",
            Subject = "Rapport",
            Text = "Hej",
            Html = "<p>Hej</p>",
            Date = DateTimeOffset.UnixEpoch,
        };
        Assert.False(await sender.WasSentAsync(message.Key, null, TestContext.Current.CancellationToken));
        await sender.SendAsync(message, TestContext.Current.CancellationToken);
        await sender.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.True(await sender.WasSentAsync(message.Key, null, TestContext.Current.CancellationToken));
        Assert.Equal("gavleborg.2023-helar.hofors.inbjudan.ekonom.eml", Assert.Single(folder.GetFiles()).Name);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_file_holds_text_html_and_what_is_attached_with_the_calendar_whole()
    {
        var folder = Directory.CreateTempSubdirectory("finsam-mail-");
        var sender = new FolderSender(Options.Create(new MailSettings { Folder = folder.FullName }));
        var report = new ReportKey("gavleborg", "2023-helar", "hofors");
        var calendar = LastDayCalendar.Of(new LastDay
        {
            Report = report,
            Date = new DateOnly(2024, 1, 26),
            Sequence = 1,
            Written = DateTimeOffset.UnixEpoch,
            Association = "Förbundet",
            Organizer = "chef@example.org",
            Initiative = "Ett hållbart arbetsliv – Hofors 🙂",
            Period = "helåret 2023",
        });
        await sender.SendAsync(
            new MailMessage
            {
                Key = new MailKey(report, "inbjudan", "ekonom"),
                ToName = "Ekonom",
                ToAddress = "ekonom@example.org",
                FromName = "Förbundet",
                ReplyTo = "chef@example.org",
                Subject = "Rapport",
                Text = "Hej\nhttps://example.org/r/hemlig",
                Html = "<p>Hej</p>",
                Date = DateTimeOffset.UnixEpoch,
                Attachments = [new MailAttachment("svar.pdf", "application/pdf", [1, 2, 3]), calendar],
            },
            TestContext.Current.CancellationToken);

        var mail = await MimeMessage.LoadAsync(Assert.Single(folder.GetFiles()).FullName, TestContext.Current.CancellationToken);
        Assert.Equal(["text/plain", "text/html", "application/pdf", "text/calendar"], mail.BodyParts.Select(p => p.ContentType.MimeType));
        var part = Assert.IsAssignableFrom<MimePart>(mail.Attachments.Last());
        Assert.Equal(("sista-dag.ics", "utf-8", "PUBLISH"), (part.FileName, part.ContentType.Charset, part.ContentType.Parameters["method"]));
        using var content = new MemoryStream();
        await part.Content!.DecodeToAsync(content, TestContext.Current.CancellationToken);
        Assert.Equal(calendar.Content.ToArray(), content.ToArray());
        Assert.DoesNotContain("/r/", System.Text.Encoding.UTF8.GetString(content.ToArray()), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
