namespace Finsam.App.Reminders;

/// <summary>The mails that are no step of a period's schedule, by the id that stands in their keys. No step of a schedule may have one of them.</summary>
public static class MailSteps
{
    /// <summary>What the year's reports will ask, before the form is there.</summary>
    public const string Questions = "fragor";

    /// <summary>A part of the report has been passed on.</summary>
    public const string PassedOn = "vidare";

    /// <summary>The chef reminds by hand.</summary>
    public const string ByHand = "for-hand";

    /// <summary>The chef has sent the report back.</summary>
    public const string Returned = "atersand";

    /// <summary>The report has been sent in.</summary>
    public const string Receipt = "kvitto";

    /// <summary>Where the period stands, to the chef.</summary>
    public const string Digest = "lage";

    /// <summary>Stands for all the period's initiatives in a key; no initiative's id can be it.</summary>
    public const string AllInitiatives = "~";

    /// <summary>True when the id is one of ours.</summary>
    public static bool IsReserved(string id) => id is Questions or PassedOn or ByHand or Returned or Receipt or Digest;
}
