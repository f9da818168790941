using Finsam.App.Reports;

namespace Finsam.App.Reminders;

/// <summary>Mints the link of a mail: each mail has its own, which says who answers.</summary>
public sealed class MintLink(ILinkStore links, Microsoft.Extensions.Options.IOptions<Settings> settings)
{
    /// <summary>The address. The hash of its token is stored before the mail is handed over.</summary>
    /// <param name="key">The mail.</param>
    /// <param name="closes">The day after which the link no longer opens.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Uri> HandleAsync(MailKey key, DateOnly closes, CancellationToken cancellation)
    {
        var token = LinkToken.Mint();
        await links.AddAsync(LinkToken.Hash(token), new FormLink(key.Report, key.Contact, closes, IsRevoked: false), cancellation);
        return settings.Value.AddressOf("r/" + token);
    }
}
