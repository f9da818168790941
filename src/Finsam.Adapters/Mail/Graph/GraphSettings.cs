namespace Finsam.Adapters.Mail.Graph;

/// <summary>Microsoft Graph, for a mailbox in Microsoft 365.</summary>
public sealed class GraphSettings
{
    /// <summary>Where it answers, with the version; another one in the national clouds.</summary>
    public Uri BaseUrl { get; set; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>True when the app may also read the mailbox (Mail.Read): then Sent Items tell whether a mail went out, and reports of mail that did not come are read.</summary>
    public bool ReadMailbox { get; set; }

    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Plain http, which would show the app's token to others, is for this machine only.</summary>
    public bool IsHttpsOrLocal => BaseUrl.IsAbsoluteUri && (BaseUrl.Scheme == Uri.UriSchemeHttps || (BaseUrl.Scheme == Uri.UriSchemeHttp && BaseUrl.IsLoopback));
}
