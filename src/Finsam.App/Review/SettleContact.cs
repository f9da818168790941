using System.Collections.Immutable;
using Finsam.App.Access;
using Finsam.App.Lists;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Reports;

namespace Finsam.App.Review;

/// <summary>The chef says yes or no to a contact that somebody with a link has asked for. Yes puts the contact into the record, takes out the one it
/// replaces with all its links, and writes to it at once.</summary>
public sealed class SettleContact(IRecordStore records, IReportStore reports, ILinkStore links, SaveRecord save, PlanReminders remind, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Settles a proposal.</summary>
    /// <param name="key">The report it was made in.</param>
    /// <param name="proposalId">Which.</param>
    /// <param name="isApproved">Yes or no.</param>
    /// <param name="caller">The chef.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False when there is no such proposal any more.</returns>
    public async Task<bool> HandleAsync(ReportKey key, string proposalId, bool isApproved, Caller caller, CancellationToken cancellation)
    {
        if ((await reports.FindAsync(key, cancellation))?.Value.Proposals.FirstOrDefault(p => p.Id == proposalId) is not { } proposal)
        {
            return false;
        }

        if (isApproved && !await PutInRecordAsync(key, proposal, caller, cancellation))
        {
            return false;
        }

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await reports.FindAsync(key, cancellation) is not { } head)
            {
                return false;
            }

            var settled = head.Value with { Proposals = [.. head.Value.Proposals.Where(p => p.Id != proposalId)] };
            if (await reports.UpdateAsync(head, settled, new ReportEvent(clock.GetUtcNow(), caller.Id, ReportEventKind.ContactSettled), cancellation))
            {
                break;
            }
        }

        if (isApproved)
        {
            await TellAsync(key, proposal, cancellation);
        }

        return true;
    }

    // The record may be changed by another meanwhile: then it is read again, and the contact put into what is there now.
    private async Task<bool> PutInRecordAsync(ReportKey key, ContactProposal proposal, Caller caller, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await records.FindAsync(key.Association, cancellation) is not { } stored || stored.Record.FindInitiative(key.Initiative) is not { } initiative)
            {
                return false;
            }

            var changed = initiative with { Contacts = With(initiative.Contacts, proposal) };
            var record = stored.Record with
            {
                Initiatives = stored.Record.Initiatives with
                {
                    Initiatives = [.. stored.Record.Initiatives.Initiatives.Select(i => i.Id == changed.Id ? changed : i)],
                },
            };
            switch (await save.HandleAsync(record, caller, ChangeSource.Page, stored.Version, cancellation))
            {
                case SaveOutcome.Saved:
                    return true;
                case SaveOutcome.Refused:
                    return false;
            }
        }

        return false;
    }

    // Whoever comes instead answers what the other answered; whoever comes beside answers what the one who asked answers.
    private static ImmutableArray<Contact> With(ImmutableArray<Contact> contacts, ContactProposal proposal)
    {
        if (contacts.Any(c => string.Equals(c.Email, proposal.Email, StringComparison.OrdinalIgnoreCase) && c.Id != proposal.Replaces))
        {
            return [.. contacts.Where(c => c.Id != proposal.Replaces)];
        }

        var like = contacts.FirstOrDefault(c => c.Id == (proposal.Replaces ?? proposal.By));
        var id = Spelling.IdOf(proposal.Name) is { Length: > 0 } named ? named : "kontakt";
        var contact = new Contact(Spelling.Unique(id, contacts.Select(c => c.Id).ToHashSet(StringComparer.Ordinal)), proposal.Name, proposal.Email) { Sections = like?.Sections ?? [], Party = like?.Party };
        return [.. contacts.Where(c => c.Id != proposal.Replaces), contact];
    }

    private async Task TellAsync(ReportKey key, ContactProposal proposal, CancellationToken cancellation)
    {
        if (proposal.Replaces is { } replaced)
        {
            await links.RevokeAsync(key, replaced, cancellation);
        }

        if ((await records.FindAsync(key.Association, cancellation))?.Record.FindPeriod(key.Period) is { } period)
        {
            await remind.HandleAsync(key, period, cancellation);
        }
    }
}
