namespace Finsam.App;

/// <summary>What the one who installs it decides. Read from configuration section "Finsam"; wrong values stop the start.</summary>
public sealed class Settings
{
    /// <summary>The address owners and the chef use, without a path: links in mails begin with it, and posts are accepted from it only.</summary>
    public Uri PublicUrl { get; set; } = new("http://localhost:7071");

    /// <summary>The first chefs: "tenant id/object id", separated by semicolons. They may do everything in every association.</summary>
    public string Administrators { get; set; } = "";

    /// <summary>How long a mail may be "being sent" before it is said to be uncertain.</summary>
    public TimeSpan SendingTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long queued work may wait before the sweeper queues it again.</summary>
    public TimeSpan QueuedTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>When it was last examined whether the service can be used by everyone (6 § MDFFS 2019:2): stands in the accessibility statement.</summary>
    public DateOnly AccessibilityAssessed { get; set; } = new(2026, 11, 26);

    /// <summary>When the accessibility statement was last gone through.</summary>
    public DateOnly AccessibilityUpdated { get; set; } = new(2026, 11, 26);

    /// <summary>True outside localhost: cookies are then Secure and named __Host-.</summary>
    public bool IsHttps => PublicUrl.Scheme == Uri.UriSchemeHttps;

    /// <summary>Plain http is for this machine only.</summary>
    public bool IsHttpsOrLocal => IsHttps || PublicUrl.IsLoopback;

    /// <summary>An address under <see cref="PublicUrl"/>.</summary>
    public Uri AddressOf(string path) => new(PublicUrl, "/" + path.TrimStart('/'));
}
