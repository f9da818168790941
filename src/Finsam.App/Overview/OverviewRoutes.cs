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
    public const string DraftFile = Draft + "/{kind}/{version:int}/{file}";

    /// <summary>A period, for programs.</summary>
    public const string ApiPeriod = "api/forbund/{association}/perioder/{period}";

    /// <summary>Opens a period, for programs.</summary>
    public const string ApiOpen = ApiPeriod + "/oppna";

    /// <summary>Asks for a draft, for programs.</summary>
    public const string ApiDraft = ApiPeriod + "/utkast";

    /// <summary>Takes in a package.</summary>
    public const string ApiPackage = "api/paket";

    /// <summary>Does now what the timer does every hour.</summary>
    public const string ApiTick = "api/timmen";

    /// <summary>The published JSON Schemas.</summary>
    public const string Schema = "scheman/{name}";

    /// <summary>Style sheet and pictures.</summary>
    public const string Asset = "assets/{file}";

    /// <summary>The address of a period's page.</summary>
    public static string Address(PeriodKey period, string page = "") =>
        $"/{Home}/{period.Association}/{period.Period}" + (page.Length == 0 ? "" : "/" + page);

    /// <summary>The address of a draft's file.</summary>
    public static string Address(Draft draft, string file) => Address(draft.Key.Period, $"utkast/{draft.Key.Kind}/{draft.Key.Version}/{file}");
}
