using System.Text;
using Finsam.App.Access;
using Finsam.App.Pages;
using Finsam.App.Records;
using Finsam.Domain.Records;

namespace Finsam.App.Reminders.Wording;

/// <summary>Puts other words into the record: a version of it, as every change is.</summary>
public sealed class ChangeWording(IRecordStore records, SaveRecord save)
{
    private const int Tries = 5;

    /// <summary>Writes the words of a kind of mail. Words that are the shipped ones are no words of one's own: they follow when those are mended.</summary>
    /// <param name="association">The association.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="wording">The words, checked; null for the shipped.</param>
    /// <param name="seen">The mark (<see cref="MarkOf"/>) of the words that these were made from; null when it does not matter.</param>
    /// <param name="caller">The chef.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False when somebody else has changed the words meanwhile.</returns>
    public async Task<bool> HandleAsync(string association, MailKind kind, MailWording? wording, string? seen, Caller caller, CancellationToken cancellation)
    {
        // The rest of the record may be changed by another meanwhile: then it is read again, and the words put into what is there now.
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await records.FindAsync(association, cancellation) is not { } stored || (seen is not null && seen != MarkOf(MailWordings.Of(stored.Record, kind))))
            {
                return false;
            }

            var own = wording is null || wording == ShippedWordings.Of(kind) ? null : new OwnMail(kind.Id, wording.Subject, wording.Text);
            var record = stored.Record with { Mails = stored.Record.Mails.With(kind.Id, own) };
            if (await save.HandleAsync(record, caller, ChangeSource.Page, stored.Version, cancellation) is SaveOutcome.Saved)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A mark by which words are known again.</summary>
    public static string MarkOf(MailWording wording) => Asset.HashOf(Encoding.UTF8.GetBytes($"{wording.Subject}\n{wording.Text}"));
}
