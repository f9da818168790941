using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Reports;
using Finsam.Domain.Reports;

namespace Finsam.App.Forms.Sharing;

/// <summary>Asks for another contact: "fel mottagare", or a colleague beside oneself. Nothing changes until the chef says yes.</summary>
public sealed class ProposeContact(LoadForm load, IReportStore reports, TimeProvider clock)
{
    /// <summary>The most proposals that may wait for the chef at once.</summary>
    public const int Most = 5;

    private const int Tries = 5;

    /// <summary>Asks for the contact.</summary>
    /// <param name="key">The report.</param>
    /// <param name="asked">Who.</param>
    /// <param name="who">The contact whose link was used.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SharingOutcome> HandleAsync(ReportKey key, PersonAsked asked, string who, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await load.HandleAsync(key, who, cancellation) is not { } form)
            {
                return new SharingOutcome.Unknown();
            }

            ImmutableArray<SharingError> errors =
            [
                .. asked.Replaces is null ? [new SharingError(PersonAsked.ReplaceField, SharingTexts.NoChoice)] : Array.Empty<SharingError>(),
                .. asked.PersonErrors(),
            ];
            if (form.Report.Proposals.Length >= Most)
            {
                errors = errors.Add(new SharingError(PersonAsked.NameField, SharingTexts.TooManyProposals));
            }

            if (!errors.IsEmpty)
            {
                return new SharingOutcome.Refused(form, asked, errors);
            }

            var now = clock.GetUtcNow();
            var id = Enumerable.Range(1, Most + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"forslag-{n}")).First(i => form.Report.Proposals.All(p => p.Id != i));
            var replaces = asked.Replaces == true && form.Initiative.Contacts.Any(c => c.Id == who) ? who : null;
            var proposal = new ContactProposal(id, asked.Name, asked.Email, replaces, who, now) { Message = asked.Message };
            if (await reports.UpdateAsync(
                form.Saved.Head, form.Report with { Proposals = form.Report.Proposals.Add(proposal) }, new ReportEvent(now, who, ReportEventKind.ContactProposed), cancellation))
            {
                return new SharingOutcome.Done(id);
            }
        }

        return new SharingOutcome.Busy();
    }
}
