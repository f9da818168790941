using Finsam.Domain.Periods;

namespace Finsam.App.Reports;

/// <summary>Finds a form link by its token and says whether it still opens: until the report closes, also when the closing day has been moved since
/// the mail went out.</summary>
public sealed class FindLink(ILinkStore links, IReportStore reports, TimeProvider clock)
{
    /// <summary>The link, and whether it opens; null when nobody knows it.</summary>
    public async Task<FoundLink?> HandleAsync(string token, CancellationToken cancellation) =>
        await links.FindAsync(LinkToken.Hash(token), cancellation) is { } link
            ? new FoundLink(link, !link.IsRevoked && await IsOpenAsync(link, cancellation))
            : null;

    private async Task<bool> IsOpenAsync(FormLink link, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return now < SwedishTime.EndOf(link.Closes) || (await reports.FindAsync(link.Report, cancellation))?.Value.IsOpenAt(now) == true;
    }
}

/// <summary>A link that was found.</summary>
/// <param name="Link">The link.</param>
/// <param name="Opens">True when it may be used.</param>
public sealed record FoundLink(FormLink Link, bool Opens);
