namespace Finsam.Adapters.SharePoint;

/// <summary>How SharePoint is reached. Read from configuration section "Finsam:SharePoint". Which site is each association's own setting.</summary>
public sealed class SharePointSettings
{
    /// <summary>Where Microsoft Graph answers, with the version; another one in the national clouds.</summary>
    public Uri BaseUrl { get; set; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>How long each answer is waited for.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Plain http, which would show the app's token to others, is for this machine only.</summary>
    public bool IsHttpsOrLocal => IsTrusted(BaseUrl);

    /// <summary>True for an address that may be told what is in a draft: https, or this machine when Graph itself is there.</summary>
    public bool MayBeFetchedFrom(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (BaseUrl.IsLoopback && IsTrusted(address)));

    private static bool IsTrusted(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
