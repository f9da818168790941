using System.Collections.Immutable;
using Finsam.App.Lists.Definitions;

namespace Finsam.App.Lists;

/// <summary>All lists. Together they hold everything of the record that is not the association's head, periods, templates or outlines.</summary>
public static class RecordLists
{
    /// <summary>The lists in the order of the sheets.</summary>
    public static ImmutableArray<RecordList> All { get; } =
    [
        InitiativeLists.Initiatives, InitiativeLists.Contacts, InitiativeLists.Escalation, InitiativeLists.Parties, InitiativeLists.Goals, InitiativeLists.Decisions, InitiativeLists.Agreements,
        InitiativeLists.Payments, InitiativeLists.Successions, InitiativeLists.Transfers, InitiativeLists.Groups,
        MemberLists.Members, MemberLists.Contributions,
        RegisterLists.Bodies, RegisterLists.Seats, RegisterLists.Auditors, RegisterLists.Staff, RegisterLists.Services,
        RegisterLists.BoardDecisions, RegisterLists.Meetings, RegisterLists.MeetingCounts,
        RegisterLists.Glossary, RegisterLists.Appendices,
        GoalLists.Goals, GoalLists.Indicators, GoalLists.Assessments,
        BudgetLists.Budgets, BudgetLists.Lines, BudgetLists.Booked,
        HistoryLists.Documents, HistoryLists.Measures, HistoryLists.Figures, HistoryLists.Entered, HistoryLists.Texts,
    ];

    /// <summary>The lists in the order they are taken in: what is referred to comes before what refers to it.</summary>
    public static ImmutableArray<RecordList> InOrder { get; } = Ordered();

    /// <summary>A list by its id, or by its sheet's name, however they are spelt; null when there is none.</summary>
    public static RecordList? Find(string written) =>
        All.FirstOrDefault(l => l.Id == written)
        ?? All.FirstOrDefault(l => Spelling.Of(l.Sheet) == Spelling.Of(written))
        ?? All.FirstOrDefault(l => Spelling.IdOf(written) is var id && (l.Id == id || Spelling.IdOf(l.Sheet) == id));

    private static ImmutableArray<RecordList> Ordered()
    {
        var ordered = ImmutableArray.CreateBuilder<RecordList>();
        void Add(RecordList list)
        {
            if (ordered.Contains(list))
            {
                return;
            }

            foreach (var referred in list.AllColumns.SelectMany(c => c.Refers))
            {
                foreach (var first in All.Where(l => l != list && l.Child is null && (l.File, l.Array) == (referred.File, referred.Array)))
                {
                    Add(first);
                }
            }

            ordered.Add(list);
        }

        foreach (var list in All)
        {
            Add(list);
        }

        return ordered.ToImmutable();
    }
}
