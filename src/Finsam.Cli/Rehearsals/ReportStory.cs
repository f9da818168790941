using System.Collections.Immutable;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.Cli.Rehearsals;

/// <summary>What happens to one report during the tertial, and where it stands as the story is told.</summary>
internal sealed class ReportStory
{
    private ReportStory(ReportKey key, ImmutableDictionary<DateOnly, StoryAction> actions, Report report)
    {
        (Key, Actions, Report) = (key, actions, report);
        Contacts = [new StoryContact("samordnare", $"samordnare@{Domain}"), new StoryContact("ekonom", $"ekonom@{Domain}")];
        Escalation = new StoryContact("avdelningschef", $"avdelningschef@{Domain}");
    }

    public ReportKey Key { get; }

    /// <summary>What people do, by the day.</summary>
    public ImmutableDictionary<DateOnly, StoryAction> Actions { get; }

    /// <summary>The report's head, as it ought to be.</summary>
    public Report Report { get; set; }

    /// <summary>Who answers.</summary>
    public ImmutableArray<StoryContact> Contacts { get; private set; }

    /// <summary>Who is told when it is late.</summary>
    public StoryContact Escalation { get; }

    private string Domain => $"{Key.Initiative}.{Key.Association}.example.org";

    /// <summary>The story of a report: which of five kinds it is goes by its number, the days by chance.</summary>
    public static ReportStory Of(ReportKey key, ReportingPeriod period, int number, Random random)
    {
        DateOnly Opened(int days) => SwedishCalendar.AddWorkingDays(period.Opens, days);
        DateOnly Late(int days) => SwedishCalendar.AddWorkingDays(period.LastDay, days);
        var early = random.Next(1, 4);
        (DateOnly Day, StoryAction Action)[] actions = (number % 5) switch
        {
            0 => [(Opened(early), StoryAction.Answer)],
            1 => [(Late(early + 2), StoryAction.Answer)],
            2 => [(Opened(early), StoryAction.Answer), (Opened(early + 3), StoryAction.Return), .. random.Next(3) > 0 ? [(Late(early), StoryAction.Answer)] : Array.Empty<(DateOnly, StoryAction)>()],
            3 => [(Opened(early + 3), StoryAction.Replace), (Late(early), StoryAction.Remind)],
            _ => [(Late(-early), StoryAction.Extend), (Late(early + 9), StoryAction.Answer)],
        };
        return new ReportStory(
            key,
            actions.ToImmutableDictionary(a => a.Day, a => a.Action),
            new Report { Key = key, State = ReportState.NotStarted, Due = period.LastDay, Closes = period.Closes, TemplateHash = "" });
    }

    /// <summary>The last day that is given when it is moved or the report sent back.</summary>
    public static DateOnly NewDue(DateOnly today) => SwedishCalendar.AddWorkingDays(today, 8);

    /// <summary>Puts another in the first contact's place.</summary>
    public void Replace() => Contacts = Contacts.SetItem(0, new StoryContact("ersattare", $"ersattare@{Domain}"));
}

/// <summary>Somebody who gets mail.</summary>
/// <param name="Id">The contact's id.</param>
/// <param name="Address">The address.</param>
internal sealed record StoryContact(string Id, string Address);

/// <summary>What people do with a report.</summary>
internal enum StoryAction
{
    /// <summary>The owner answers and sends it in.</summary>
    Answer,

    /// <summary>The chef sends it back.</summary>
    Return,

    /// <summary>The owner gets a successor.</summary>
    Replace,

    /// <summary>The chef reminds by hand.</summary>
    Remind,

    /// <summary>The chef gives it a later last day.</summary>
    Extend,
}
