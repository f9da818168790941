namespace Finsam.App.Reminders.Wording;

/// <summary>Where a link in a mail may lead.</summary>
internal static class MailTarget
{
    /// <summary>The name of the field that is the target; null when the target is an address.</summary>
    public static string? FieldOf(string? url) =>
        url is ['{', .. var name, '}'] && name.AsSpan().IndexOfAny('{', '}') < 0 ? FieldParser.Normal(name) : null;

    /// <summary>The address; null when no link may lead there.</summary>
    public static Uri? AddressOf(string? url) =>
        url is not null && url.AsSpan().IndexOfAny('{', '}') < 0 && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeMailto || (address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0)) ? address : null;
}
