using Finsam.App.Reminders;
using Microsoft.Extensions.Options;

namespace Finsam.Adapters.Mail;

/// <summary>Writes each mail to a folder as an .eml file named by its key: for trying out, and for tests. One key can never become two mails.</summary>
public sealed class FolderSender(IOptions<MailSettings> settings) : IMailSender
{
    /// <inheritdoc/>
    public TimeSpan Spacing => TimeSpan.Zero;

    /// <inheritdoc/>
    public async Task SendAsync(MailMessage message, CancellationToken cancellation)
    {
        Directory.CreateDirectory(settings.Value.Folder);
        var path = PathOf(message.Key);
        var unfinished = path + ".tmp";
        await using (var file = File.Create(unfinished))
        {
            await MimeMail.Of(message, message.From ?? settings.Value.From).WriteToAsync(file, cancellation);
        }

        // The name appears with the whole content or not at all.
        File.Move(unfinished, path, overwrite: true);
    }

    /// <inheritdoc/>
    public Task<bool?> WasSentAsync(MailKey key, string? mailbox, CancellationToken cancellation) => Task.FromResult<bool?>(File.Exists(PathOf(key)));

    private string PathOf(MailKey key) => Path.Combine(settings.Value.Folder, key + ".eml");
}
