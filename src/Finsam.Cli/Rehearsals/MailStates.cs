using System.Collections.Immutable;
using Finsam.App.Reminders;
using Finsam.Cli.Hosting;
using Finsam.Domain.Reports;

namespace Finsam.Cli.Rehearsals;

/// <summary>What the product itself says of its mails, as its API tells.</summary>
internal static class MailStates
{
    /// <summary>Every mail of a period and what is said of it.</summary>
    public static async Task<ImmutableDictionary<MailKey, MailState>> ReadAsync(HttpClient chef, PeriodKey period, CancellationToken cancellation)
    {
        var status = await ApiClient.ReadAsync<Period>(chef, new Uri($"/api/forbund/{period.Association}/perioder/{period.Period}", UriKind.Relative), cancellation);
        return status.Reports.SelectMany(r => r.Mails.Select(m => (Key: new MailKey(period.Report(r.Initiative), m.Step, m.Contact), m.State)))
            .ToImmutableDictionary(m => m.Key, m => m.State);
    }

    /// <summary>True when nothing more becomes of it by itself.</summary>
    public static bool IsFinal(MailState state) => state is MailState.Sent or MailState.Failed or MailState.Uncertain or MailState.NotNeeded;

    private sealed record Period(ImmutableArray<ReportMails> Reports);

    private sealed record ReportMails(string Initiative, ImmutableArray<Mail> Mails);

    private sealed record Mail(string Step, string Contact, MailState State);
}
