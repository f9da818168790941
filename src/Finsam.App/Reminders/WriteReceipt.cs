using System.Globalization;
using Finsam.App.Forms;
using Finsam.App.Forms.Pdfs;
using Finsam.App.Reminders.Wording;

namespace Finsam.App.Reminders;

/// <summary>Writes the receipt of a report that has been sent in, with the answers as a file: to each contact what it answers.</summary>
public sealed class WriteReceipt(LoadForm load, WriteFormPdf pdfs, MailWordings wordings, TimeProvider clock) : IMailWriter
{
    /// <inheritdoc/>
    public bool Writes(MailKey key) => key.Kind == MailSteps.Receipt;

    /// <inheritdoc/>
    public async Task<MailMessage?> WriteAsync(MailKey key, CancellationToken cancellation)
    {
        // Sent back meanwhile: its receipt comes when it is sent in again.
        if (await load.HandleAsync(key.Report, key.Contact, cancellation) is not { Report.IsSent: true } form
            || key.Step != StepOf(form.Report) || form.Initiative.Contacts.FirstOrDefault(c => c.Id == key.Contact) is not { } contact
            || await pdfs.HandleAsync(key.Report, key.Contact, PdfDocuments.Answers, cancellation) is not { } answers)
        {
            return null;
        }

        var association = form.Association;
        var values = MailValues.Of(association, form.Initiative, form.Period, form.Report.Due, contact.Name).With(MailField.Reference, form.Report.Reference);
        var filled = await wordings.FillAsync(association.Id, MailKind.Receipt, values, cancellation);
        return filled.To(key, contact.Name, contact.Email, association, clock.GetUtcNow()) with
        {
            Attachments = [new MailAttachment(answers.Name, PdfDocuments.MediaType, [.. answers.Content])],
        };
    }

    /// <summary>The step of a report's receipt: each time it is sent in has its own.</summary>
    public static string StepOf(Domain.Reports.Report report) => $"{MailSteps.Receipt}~{report.Round.ToString(CultureInfo.InvariantCulture)}";
}
