using System.Collections.Immutable;
using Finsam.App.Drafts;
using Finsam.App.Drafts.SharePoint;
using Finsam.App.Reminders;

namespace Finsam.App.Storage;

/// <summary>Work for the queue functions. A message carries ids only, never answers or addresses.</summary>
public interface IWorkQueue
{
    /// <summary>Asks for a mail to be sent.</summary>
    /// <param name="key">Which mail.</param>
    /// <param name="delay">How long from now; at most seven days.</param>
    /// <param name="cancellation">Cancels.</param>
    Task SendMailAsync(MailKey key, TimeSpan delay, CancellationToken cancellation);

    /// <summary>Asks for a draft to be compiled.</summary>
    Task CompileDraftAsync(DraftKey key, CancellationToken cancellation);

    /// <summary>Asks for a draft to be saved in SharePoint.</summary>
    /// <param name="message">Which, and which time.</param>
    /// <param name="delay">How long from now; at most seven days.</param>
    /// <param name="cancellation">Cancels.</param>
    Task SaveDraftAsync(SaveDraftMessage message, TimeSpan delay, CancellationToken cancellation);
}

/// <summary>The queues' names.</summary>
public static class Queues
{
    /// <summary>Mails to send.</summary>
    public const string Mail = "mail";

    /// <summary>Drafts to compile.</summary>
    public const string Drafts = "drafts";

    /// <summary>Drafts to save in SharePoint: in a queue of its own, so that what waits for Microsoft 365 does not count as drafts that are not made.</summary>
    public const string SharePoint = "sharepoint";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Mail, Drafts, SharePoint];
}
