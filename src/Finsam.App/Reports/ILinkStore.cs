using Finsam.Domain.Reports;

namespace Finsam.App.Reports;

/// <summary>Form links, by the SHA-256 of their token. The token itself is never stored.</summary>
public interface ILinkStore
{
    /// <summary>The link with this hash, revoked or not; null when there is none.</summary>
    Task<FormLink?> FindAsync(string hash, CancellationToken cancellation);

    /// <summary>Adds a link. Must be done before the mail with its token is sent.</summary>
    Task AddAsync(string hash, FormLink link, CancellationToken cancellation);

    /// <summary>Revokes every link of a contact to a report.</summary>
    Task RevokeAsync(ReportKey report, string contact, CancellationToken cancellation);
}

/// <summary>Where a form link leads, and for whom it was made.</summary>
/// <param name="Report">The report.</param>
/// <param name="Contact">The contact's id: the link says who answers.</param>
/// <param name="Closes">The day after which it no longer opens.</param>
/// <param name="IsRevoked">True when it has been taken back.</param>
public sealed record FormLink(ReportKey Report, string Contact, DateOnly Closes, bool IsRevoked);
