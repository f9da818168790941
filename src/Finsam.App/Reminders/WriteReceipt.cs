using System.Globalization;
using Finsam.App.Forms;
using Finsam.App.Forms.Pdfs;

namespace Finsam.App.Reminders;

/// <summary>Writes the receipt of a report that has been sent in, with the answers as a file: to each contact what it answers.</summary>
public sealed class WriteReceipt(LoadForm load, WriteFormPdf pdfs, TimeProvider clock) : IMailWriter
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
        var subject = Say(ReminderTexts.SubjectReceipt, form.Initiative.Name, form.Period.Name);
        var body = new MailBody();
        body.Paragraph(Say(ReminderTexts.Greeting, contact.Name));
        body.Paragraph(Say(ReminderTexts.ReceiptLead, form.Initiative.Name, form.Period.Name, form.Report.Reference));
        body.Paragraph(ReminderTexts.ReceiptChange);
        body.Signature(association.Office.Title, association.Name);
        return new MailMessage
        {
            Key = key,
            ToName = contact.Name,
            ToAddress = contact.Email,
            FromName = association.Name,
            ReplyTo = association.Office.Email,
            Subject = subject,
            Text = body.Text,
            Html = body.Html(subject),
            Date = clock.GetUtcNow(),
            Attachments = [new MailAttachment(answers.Name, PdfDocuments.MediaType, [.. answers.Content])],
        };
    }

    /// <summary>The step of a report's receipt: each time it is sent in has its own.</summary>
    public static string StepOf(Domain.Reports.Report report) => $"{MailSteps.Receipt}~{report.Round.ToString(CultureInfo.InvariantCulture)}";

    private static string Say(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
