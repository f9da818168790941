using Finsam.Adapters.Mail;
using Finsam.App.Reminders;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Options;

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
}
