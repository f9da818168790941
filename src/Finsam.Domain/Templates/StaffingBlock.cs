using System.Globalization;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Rules;

namespace Finsam.Domain.Templates;

/// <summary>Who works in the initiative: posts by role and party, in årsarbetare (1 = a whole post), with vacancies.</summary>
public sealed record StaffingBlock : Block
{
    /// <summary>How many rows the form offers, 1 to 50.</summary>
    public int Rows { get; init; } = 8;

    /// <summary>The key of a column in a row; rows count from 1.</summary>
    public string KeyOf(int row, StaffingColumn column) => column switch
    {
        StaffingColumn.Role => $"{Id}.{row}.roll",
        StaffingColumn.Party => $"{Id}.{row}.part",
        StaffingColumn.Posts => $"{Id}.{row}.tjanst",
        StaffingColumn.Vacant => $"{Id}.{row}.vakant",
        StaffingColumn.Comment => $"{Id}.{row}.kommentar",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };

    /// <inheritdoc/>
    public override IEnumerable<Field> OwnFields(Initiative initiative)
    {
        for (var row = 1; row <= Rows; row++)
        {
            yield return new Field(KeyOf(row, StaffingColumn.Role), FieldKind.Line, Say(TemplateTexts.StaffRole, row)) { MaxLength = 200 };
            yield return new Field(KeyOf(row, StaffingColumn.Party), FieldKind.Line, Say(TemplateTexts.StaffParty, row)) { MaxLength = 200 };
            yield return new Field(KeyOf(row, StaffingColumn.Posts), FieldKind.Quantity, Say(TemplateTexts.StaffPosts, row)) { Unit = TemplateTexts.FullTime };
            yield return new Field(KeyOf(row, StaffingColumn.Vacant), FieldKind.Quantity, Say(TemplateTexts.StaffVacant, row)) { Unit = TemplateTexts.FullTime };
            yield return new Field(KeyOf(row, StaffingColumn.Comment), FieldKind.Line, Say(TemplateTexts.StaffComment, row)) { MaxLength = 400 };
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportUnderCheck report)
    {
        foreach (var row in Enumerable.Range(1, Rows))
        {
            var (role, posts, vacant) = (KeyOf(row, StaffingColumn.Role), KeyOf(row, StaffingColumn.Posts), KeyOf(row, StaffingColumn.Vacant));
            if (report.Answers[role] is null && (report.Answers[posts] ?? report.Answers[vacant]) is not null)
            {
                yield return new Finding(Severity.Error, Say(RuleTexts.StaffWithoutRole, row), [role]);
            }
            else if (report.Answers[role] is not null && report.Answers[posts] is null)
            {
                yield return new Finding(Severity.Error, Say(RuleTexts.StaffWithoutPosts, row), [posts]);
            }
            else if (report.Answers.Number(vacant) > report.Answers.Number(posts))
            {
                yield return new Finding(Severity.Error, Say(RuleTexts.MoreVacantThanPosts, row), [vacant]);
            }
        }
    }

    /// <inheritdoc/>
    protected override bool IsCheckedByParty => true;

    private static string Say(string text, int row) => string.Format(CultureInfo.InvariantCulture, text, row);
}

/// <summary>What is asked of each post.</summary>
public enum StaffingColumn
{
    /// <summary>The role: rehabvägledare.</summary>
    Role,

    /// <summary>The party that lends or employs.</summary>
    Party,

    /// <summary>The post, in årsarbetare.</summary>
    Posts,

    /// <summary>How much of it is vacant, in årsarbetare.</summary>
    Vacant,

    /// <summary>Since when it is vacant, or anything else.</summary>
    Comment,
}
