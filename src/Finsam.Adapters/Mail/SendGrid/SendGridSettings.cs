namespace Finsam.Adapters.Mail.SendGrid;

/// <summary>SendGrid, as sender and as teller of what became of the mails.</summary>
public sealed class SendGridSettings
{
    /// <summary>Its address. With https://api.eu.sendgrid.com everything stays in the EU; that needs a subuser there.</summary>
    public Uri Host { get; set; } = new("https://api.sendgrid.com");

    /// <summary>The API key; "Mail Send" is all it needs to be allowed.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>How long we wait for an answer before it is uncertain whether the mail went out.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The event webhook's verification key; several with ; between, while one is changed for another. Without any, no event is taken in.</summary>
    public string WebhookKey { get; set; } = "";

    /// <summary>A key that can stand in a header.</summary>
    internal bool HasApiKey => ApiKey.Length > 0 && ApiKey.All(c => c is > ' ' and < '\x7f');

    /// <summary>Plain http is for this machine only: the key goes with every request.</summary>
    internal bool IsHostHttpsOrLocal => Host.IsAbsoluteUri && Host.PathAndQuery == "/"
        && (Host.Scheme == Uri.UriSchemeHttps || (Host.Scheme == Uri.UriSchemeHttp && Host.IsLoopback));
}
