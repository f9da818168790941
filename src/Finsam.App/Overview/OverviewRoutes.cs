using Finsam.App.Drafts;
using Finsam.Domain.Reports;

namespace Finsam.App.Overview;

/// <summary>The addresses of the chef's pages and of the API.</summary>
public static class OverviewRoutes
{
    /// <summary>The installation's front door: a route of its own, since the host gives an empty one the function's name.</summary>
    public const string Root = "{nothing:maxlength(0)?}";

    /// <summary>The associations and their periods.</summary>
    public const string Home = "oversikt";

    /// <summary>A period.</summary>
    public const string Period = Home + "/{association}/{period}";

    /// <summary>Opens a period.</summary>
    public const string Open = Period + "/oppna";

    /// <summary>Asks for a draft.</summary>
    public const string Draft = Period + "/utkast";

    /// <summary>One of a draft's files.</summary>
    public const string DraftFile = Draft + "/{kind}/{version}/{file}";

    /// <summary>A period, for programs.</summary>
    public const string ApiPeriod = "api/forbund/{association}/perioder/{period}";

    /// <summary>Opens a period, for programs.</summary>
    public const string ApiOpen = ApiPeriod + "/oppna";

    /// <summary>Asks for a draft, for programs.</summary>
    public const string ApiDraft = ApiPeriod + "/utkast";

    /// <summary>The query by which the record is read as it was on a day.</summary>
    public const string DateQuery = "datum";

    /// <summary>The query by which one version of the record is read.</summary>
    public const string VersionQuery = "version";

    /// <summary>The query that says which version a draft is compared with.</summary>
    public const string SinceQuery = "sedan";

    /// <summary>The query by which a year is chosen.</summary>
    public const string YearQuery = "ar";

    /// <summary>An association.</summary>
    public const string Association = Home + "/{association}";

    /// <summary>What has been changed in an association's record.</summary>
    public const string Changes = "andringar/{association}";

    /// <summary>An association's whole record.</summary>
    public const string ApiRecord = "api/forbund/{association}/register";

    /// <summary>One file of it.</summary>
    public const string ApiRecordFile = ApiRecord + "/{file}";

    /// <summary>A template or an outline of it.</summary>
    public const string ApiRecordFolderFile = ApiRecord + "/{folder}/{file}";

    /// <summary>Where an association stands, for programs.</summary>
    public const string ApiAssociation = "api/forbund/{association}";

    /// <summary>An association's årshjul, for programs.</summary>
    public const string ApiYearCycle = "api/forbund/{association}/arshjul/{year}";

    /// <summary>What has been changed in it.</summary>
    public const string ApiChanges = "api/forbund/{association}/andringar";

    /// <summary>Takes in a package.</summary>
    public const string ApiPackage = "api/paket";

    /// <summary>Does now what the timer does every hour.</summary>
    public const string ApiTick = "api/timmen";

    /// <summary>The published JSON Schemas.</summary>
    public const string Schema = "scheman/{name}";

    /// <summary>Style sheet and pictures.</summary>
    public const string Asset = "assets/{file}";

    /// <summary>The associations a person may see.</summary>
    public const string ApiAssociations = "api/forbund";

    /// <summary>The record's lists as one workbook; a workbook sent there is taken in.</summary>
    public const string ApiLists = "api/forbund/{association}/listor";

    /// <summary>One of the lists.</summary>
    public const string ApiList = ApiLists + "/{list}";

    /// <summary>The query that says which list a workbook holds.</summary>
    public const string ListQuery = "lista";

    /// <summary>The query that says which sheet of it is read.</summary>
    public const string SheetQuery = "blad";

    /// <summary>The query that says what a header is: "Projekt=namn", or "Projekt=-" for a column that is left out. Several may be given.</summary>
    public const string ColumnQuery = "kolumn";

    /// <summary>The query that says how it is taken in.</summary>
    public const string ModeQuery = "satt";

    /// <summary>The way by which the lists become exactly what the workbook holds.</summary>
    public const string Replace = "ersatt";

    /// <summary>The query by which it is only tried: 1.</summary>
    public const string TryQuery = "prova";

    /// <summary>The overview, as the first step of the way to a page.</summary>
    public static (string Name, string Address) Overview => ("Översikt", "/" + Home);

    /// <summary>The address of an association's page.</summary>
    public static string Address(string association) => $"/{Home}/{association}";

    /// <summary>The address of a version of an association's record.</summary>
    public static string RecordAddress(string association, int version) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/api/forbund/{association}/register?{VersionQuery}={version}");

    /// <summary>The address of a period's page.</summary>
    public static string Address(PeriodKey period, string page = "") =>
        $"/{Home}/{period.Association}/{period.Period}" + (page.Length == 0 ? "" : "/" + page);

    /// <summary>The address of what has changed in a draft since an earlier version.</summary>
    public static string ChangesAddress(Draft draft, int since) =>
        Address(draft, DraftFiles.Changes) + string.Create(System.Globalization.CultureInfo.InvariantCulture, $"?{SinceQuery}={since}");

    /// <summary>The address of a draft's file.</summary>
    public static string Address(Draft draft, string file) => Address(draft.Key.Period, $"utkast/{draft.Key.Kind}/{draft.Key.Version}/{file}");
}
