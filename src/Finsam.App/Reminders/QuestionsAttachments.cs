using System.Collections.Immutable;
using Finsam.App.Forms;
using Finsam.App.Forms.Pdfs;

namespace Finsam.App.Reminders;

/// <summary>What goes with the mail about the questions.</summary>
internal static class QuestionsAttachments
{
    /// <summary>The files, of the parts that the reader answers.</summary>
    public static ImmutableArray<MailAttachment> Of(FormView form)
    {
        var questions = WriteFormPdf.Questions(form);
        return [new MailAttachment(questions.Name, PdfDocuments.MediaType, [.. questions.Content])];
    }
}
