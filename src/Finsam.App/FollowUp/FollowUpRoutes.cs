using Finsam.App.Overview;
using Finsam.App.Review;

namespace Finsam.App.FollowUp;

/// <summary>The addresses of what the chef does by hand.</summary>
public static class FollowUpRoutes
{
    /// <summary>Reminds all that are late.</summary>
    public const string RemindLate = OverviewRoutes.Period + "/paminn";

    /// <summary>Reminds of one report.</summary>
    public const string Remind = ReviewRoutes.Report + "/paminn";

    /// <summary>Stops a report's reminders, or lets them go out again.</summary>
    public const string Quiet = ReviewRoutes.Report + "/paminnelser";

    /// <summary>Gives a report a last day of its own.</summary>
    public const string Extend = ReviewRoutes.Report + "/sista-dag";

    /// <summary>Sends a report back to be completed.</summary>
    public const string Return = ReviewRoutes.Report + "/komplettera";

    /// <summary>Approves a report.</summary>
    public const string Approve = ReviewRoutes.Report + "/godkann";
}
