using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Workbooks;

/// <summary>The heads of the columns of a block that is a list of things.</summary>
internal static class RowHeads
{
    /// <summary>The heads, in the order of the fields of a row.</summary>
    public static string[] Of(Block block) => block is ActivitiesBlock activities
        ? [.. activities.Columns.Select(c => c switch
        {
            ActivityColumn.Date => WorkbookTexts.ActivityDate,
            ActivityColumn.What => WorkbookTexts.ActivityWhat,
            ActivityColumn.Audience => WorkbookTexts.ActivityAudience,
            ActivityColumn.HeldBy => WorkbookTexts.ActivityHeldBy,
            ActivityColumn.Participants => WorkbookTexts.ActivityParticipants,
            _ => WorkbookTexts.ActivityInternal,
        })]
        : [WorkbookTexts.StaffRole, WorkbookTexts.StaffParty, WorkbookTexts.StaffPosts, WorkbookTexts.StaffVacant, WorkbookTexts.StaffComment];
}
