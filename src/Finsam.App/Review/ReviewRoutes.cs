using Finsam.App.Overview;
using Finsam.Domain.Reports;

namespace Finsam.App.Review;

/// <summary>The addresses of a report as the association sees it.</summary>
public static class ReviewRoutes
{
    /// <summary>A report.</summary>
    public const string Report = OverviewRoutes.Period + "/{initiative}";

    /// <summary>One of its attached files.</summary>
    public const string File = Report + "/bilaga/{field}";

    /// <summary>A document as PDF: one of <see cref="Forms.Pdfs.PdfDocuments"/>.</summary>
    public const string Pdf = Report + "/pdf/{document}";

    /// <summary>Says yes or no to a contact.</summary>
    public const string Contact = Report + "/kontakt";

    /// <summary>The form as the insatsägare will meet it.</summary>
    public const string Preview = Report + "/formular";

    /// <summary>A template as an initiative would meet it. Not below the association's page: there it has the shape of a report's address.</summary>
    public const string Template = Templates + "/{association}/{template}";

    private const string Templates = "mallar";

    /// <summary>The query that says which initiative a template is shown for.</summary>
    public const string InitiativeQuery = "insats";

    /// <summary>The address of a report's page.</summary>
    public static string Address(ReportKey report, string page = "") =>
        $"/{OverviewRoutes.Home}/{report.Association}/{report.Period}/{report.Initiative}" + (page.Length == 0 ? "" : "/" + page);

    /// <summary>The address of a template's page.</summary>
    public static string TemplateAddress(string association, string template) => $"/{Templates}/{association}/{template}";
}
