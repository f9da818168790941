using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;

namespace Finsam.Domain.Consolidation.RecordTables;

/// <summary>Tables of what the record itself holds. Each shows what held in the period, not what holds today.</summary>
public static class RecordTable
{
    /// <summary>The table that a part of an outline asks for.</summary>
    /// <param name="material">The period and the record.</param>
    /// <param name="part">What to show.</param>
    /// <param name="caption">The caption, filled in.</param>
    public static DraftPart.Table Build(PeriodMaterial material, RecordPart part, string caption) => part.Shows switch
    {
        RecordContent.Contributions => ContributionsTable.Build(material, part, caption),
        RecordContent.Seats => SeatsTable.Build(material, part, caption),
        RecordContent.Signatures => SeatsTable.Signatures(material, caption),
        RecordContent.Meetings => RegisterTables.Meetings(material, caption),
        RecordContent.Auditors => RegisterTables.Auditors(material, caption),
        RecordContent.Staff => RegisterTables.Staff(material, caption),
        RecordContent.Glossary => RegisterTables.Glossary(material, caption),
        RecordContent.Appendices => RegisterTables.Appendices(material, caption),
        RecordContent.Services => RegisterTables.Services(material, caption),
        RecordContent.BoardDecisions => RegisterTables.Decisions(material, caption),
        RecordContent.Members => ContributionsTable.Members(material, caption),
        RecordContent.Decisions => FundingTables.Decisions(material, part, caption),
        RecordContent.Agreements => FundingTables.Agreements(material, part, caption),
        RecordContent.Payments => FundingTables.Payments(material, part, caption),
        RecordContent.Remaining => FundingTables.Remaining(material, part, caption),
        RecordContent.Budget => BudgetTable.Build(material, part, caption),
        RecordContent.Goals when part.Layout == RecordLayout.Together => AssociationGoalsTable.Together(material, caption),
        RecordContent.Goals => AssociationGoalsTable.Build(material, caption),
        RecordContent.Assessments => AssociationGoalsTable.Assessments(material, caption),
        RecordContent.GoalList => AssociationGoalsTable.List(material, caption),
        RecordContent.History => HistoryTable.Build(material, part, caption),
        RecordContent.Successions => SuccessionsTable.Build(material, caption),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part.Shows, null),
    };
}
