using System.Collections.Immutable;

namespace Finsam.EndToEnd.Tests.Kills;

/// <summary>A period as the API tells of it: what the tests look at.</summary>
internal sealed record PeriodView(ImmutableArray<ReportView> Reports, ImmutableArray<DraftView> Drafts)
{
    /// <summary>The mails of all reports.</summary>
    public IEnumerable<MailView> Mails => Reports.SelectMany(r => r.Mails);

    public override string ToString() =>
        $"mails: {string.Join(", ", Mails.Select(m => $"{m.Step}/{m.Contact} {m.State}"))}; drafts: {string.Join(", ", Drafts.Select(d => $"{d.Version} {d.Request} {d.State}"))}";
}

internal sealed record ReportView(string Initiative, ImmutableArray<MailView> Mails);

internal sealed record MailView(string Step, string Contact, string State)
{
    public bool IsFinal => State is "sent" or "failed" or "uncertain" or "not-needed";
}

internal sealed record DraftView(string Kind, int Version, string Request, string State, string? Sha256, string? Word, string? Manifest);

internal sealed record DraftAnswer(string Kind, int Version);
