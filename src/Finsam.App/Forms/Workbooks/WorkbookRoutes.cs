namespace Finsam.App.Forms.Workbooks;

/// <summary>The addresses of the form in Excel.</summary>
public static class WorkbookRoutes
{
    /// <summary>Where the workbooks are fetched and sent in; what was read is saved here.</summary>
    public const string Page = FormRoutes.Home + "/excel";

    /// <summary>The form as a workbook.</summary>
    public const string Form = FormRoutes.Home + "/formular.xlsx";

    /// <summary>The list by month.</summary>
    public const string Months = FormRoutes.Home + "/pinnlista.xlsx";

    /// <summary>Takes a workbook in and shows what it would change.</summary>
    public const string Upload = FormRoutes.Home + "/ladda-upp";

    /// <summary>Asks for the list of a whole year.</summary>
    public const string YearQuery = "ar";
}
