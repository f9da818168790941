using Finsam.Domain.Reports;

namespace Finsam.App.Forms;

/// <summary>The addresses of the form's pages.</summary>
public static class FormRoutes
{
    /// <summary>A form link.</summary>
    public const string Link = "r/{token}";

    /// <summary>The query of a form link that opens another page than the first.</summary>
    public const string PageQuery = "sida";

    /// <summary>The page that asks for another contact, as <see cref="PageQuery"/> names it.</summary>
    public const string RecipientPage = "mottagare";

    /// <summary>The report's first page.</summary>
    public const string Home = "rapport/{association}/{period}/{initiative}";

    /// <summary>A part.</summary>
    public const string Part = Home + "/del/{part}";

    /// <summary>Saves a part by script.</summary>
    public const string AutoSave = Part + "/spara";

    /// <summary>An attached file.</summary>
    public const string File = Home + "/bilaga/{field}";

    /// <summary>Review and send.</summary>
    public const string Review = Home + "/granska";

    /// <summary>The answers, for printing.</summary>
    public const string Print = Home + "/utskrift";

    /// <summary>A document as PDF: one of <see cref="Pdfs.PdfDocuments"/>.</summary>
    public const string Pdf = Home + "/pdf/{document}";

    /// <summary>What is asked, before anything is answered.</summary>
    public const string Questions = Home + "/fragor";

    /// <summary>Passes parts on.</summary>
    public const string PassOn = Home + "/skicka-vidare";

    /// <summary>Asks for another contact.</summary>
    public const string Recipient = Home + "/mottagare";

    /// <summary>The address of a report's first page.</summary>
    public static string Address(ReportKey report) => $"/rapport/{report.Association}/{report.Period}/{report.Initiative}";
}
