using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Rules;

namespace Finsam.Domain.Templates;

/// <summary>Things held or done: date, what, for whom, by whom, how many took part, and whether it counts among the association's own.</summary>
public sealed record ActivitiesBlock : Block
{
    /// <summary>What is asked of an activity whatever the template says.</summary>
    public static ImmutableArray<ActivityColumn> Usual { get; } = [ActivityColumn.Date, ActivityColumn.What, ActivityColumn.Participants];

    /// <summary>How many rows the form offers, 1 to 50.</summary>
    public int Rows { get; init; } = 8;

    /// <summary>What is asked of each, in order.</summary>
    public ImmutableArray<ActivityColumn> Columns { get; init; } = Usual;

    /// <summary>The key of a column in a row; rows count from 1.</summary>
    public string KeyOf(int row, ActivityColumn column) => column switch
    {
        ActivityColumn.Date => $"{Id}.{row}.datum",
        ActivityColumn.What => $"{Id}.{row}.vad",
        ActivityColumn.Audience => $"{Id}.{row}.for",
        ActivityColumn.HeldBy => $"{Id}.{row}.av",
        ActivityColumn.Participants => $"{Id}.{row}.deltagare",
        ActivityColumn.Internal => $"{Id}.{row}.intern",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };

    /// <inheritdoc/>
    public override IEnumerable<Field> OwnFields(Initiative initiative) =>
        from row in Enumerable.Range(1, Rows)
        from column in Columns
        select column switch
        {
            ActivityColumn.Date => new Field(KeyOf(row, column), FieldKind.Date, $"Datum, aktivitet {row}"),
            ActivityColumn.What => new Field(KeyOf(row, column), FieldKind.Line, $"Vad som gjordes, aktivitet {row}") { MaxLength = 400 },
            ActivityColumn.Audience => new Field(KeyOf(row, column), FieldKind.Line, Say(TemplateTexts.ActivityAudience, row)) { MaxLength = 200 },
            ActivityColumn.HeldBy => new Field(KeyOf(row, column), FieldKind.Line, Say(TemplateTexts.ActivityHeldBy, row)) { MaxLength = 200 },
            ActivityColumn.Participants => new Field(KeyOf(row, column), FieldKind.Count, $"Antal deltagare, aktivitet {row}"),
            _ => new Field(KeyOf(row, column), FieldKind.Flag, Say(TemplateTexts.ActivityInternal, row)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportUnderCheck report) =>
        from row in Enumerable.Range(1, Rows)
        let what = KeyOf(row, ActivityColumn.What)
        where Columns.Contains(ActivityColumn.What) && report.Answers[what] is null && Columns.Any(c => report.Answers[KeyOf(row, c)] is not null)
        select new Finding(Severity.Error, Say(RuleTexts.ActivityWithoutWhat, row), [what]);

    /// <inheritdoc/>
    protected override bool IsCheckedByParty => true;

    private static string Say(string text, int row) => string.Format(CultureInfo.InvariantCulture, text, row);
}

/// <summary>What is asked of each activity.</summary>
public enum ActivityColumn
{
    /// <summary>The day.</summary>
    Date,

    /// <summary>What was done.</summary>
    What,

    /// <summary>For whom.</summary>
    Audience,

    /// <summary>Who held it.</summary>
    HeldBy,

    /// <summary>How many took part.</summary>
    Participants,

    /// <summary>It was the association's own people, and is not counted among those reached.</summary>
    Internal,
}
