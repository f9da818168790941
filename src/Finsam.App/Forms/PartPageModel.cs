using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Reports;
using Finsam.Domain.Answers;
using Finsam.Domain.Formats;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms;

/// <summary>A part as it is shown: what is saved, or what was just written and could not be saved.</summary>
public sealed record PartPageModel
{
    /// <summary>The form.</summary>
    public required FormView Form { get; init; }

    /// <summary>The part.</summary>
    public required FormPart Part { get; init; }

    /// <summary>The revision that is shown; sent back when it is saved.</summary>
    public required int Revision { get; init; }

    /// <summary>What was written, when it is shown again; null when the saved answers are shown.</summary>
    public IReadOnlyDictionary<string, string>? Written { get; init; }

    /// <summary>What could not be read.</summary>
    public ImmutableArray<Finding> Errors { get; init; } = [];

    /// <summary>The texts that look as if they told of a person, and are saved only when the writer says that they do not.</summary>
    public ImmutableArray<string> Asked { get; init; } = [];

    /// <summary>What somebody else saved meanwhile.</summary>
    public SavedPart? Theirs { get; init; }

    /// <summary>What does not hold among the saved answers, said gently: it stops nothing until the report is sent.</summary>
    public ImmutableArray<Finding> Advice => Written is not null || Revision == 0
        ? []
        : [.. Form.Findings.Where(f => Form.PartOf(f.Fields[0])?.Id == Part.Id)];

    /// <summary>What stands in a field.</summary>
    public string ValueOf(Field field) => Written is not null ? Written.GetValueOrDefault(field.Key) ?? "" : Entry(field, Form.Answers[field.Key]);

    /// <summary>What a field answers as it stands; null when it is blank or cannot be read.</summary>
    public Answer? AnswerIn(Field field) =>
        Written is null ? Form.Answers[field.Key] : FieldEntry.Read(field, ValueOf(field)) is FieldEntry.Accepted(var answer) ? answer : null;

    /// <summary>What somebody else saved in a field, when it differs from what was written; null when it does not.</summary>
    public string? TheirsIn(Field field)
    {
        if (Theirs is null)
        {
            return null;
        }

        var theirs = Entry(field, Theirs.Answers[field.Key]);
        return FieldEntry.Read(field, ValueOf(field)) is FieldEntry.Accepted(var mine) && Equals(mine, Theirs.Answers[field.Key])
            ? null
            : theirs.Length == 0 ? FormTexts.Blank : field.Choices.FirstOrDefault(c => c.Id == theirs)?.Label ?? theirs;
    }

    /// <summary>What is stored, when something else is shown since it could not be saved; null when the field shows what is stored.</summary>
    public string? StoredIn(Field field) =>
        Written is not null && Entry(field, (Theirs?.Answers ?? Form.Answers)[field.Key]) is var stored && stored != ValueOf(field) ? stored : null;

    /// <summary>What the same field said before: "förra året 12"; null when nothing is known.</summary>
    public string? BeforeIn(string field)
    {
        string? Said(string words, EarlierSheet? sheet) => sheet?.Answers.Number(field) is { } number
            ? string.Format(CultureInfo.InvariantCulture, words, SwedishFormat.Exact(number))
            : null;
        // Of whole years the last period is last year.
        var (last, year) = (Form.Earlier.LastPeriod, Form.Earlier.LastYear);
        var said = new[] { last?.End == year?.End ? null : Said(FormTexts.LastPeriod, last), Said(FormTexts.LastYear, year) }.OfType<string>().ToArray();
        return said.Length == 0 ? null : string.Join(", ", said);
    }

    /// <summary>The messages at a field.</summary>
    public IEnumerable<Finding> At(string field) => Errors.Concat(Advice).Where(f => f.Fields[0] == field);

    /// <summary>What is said at a field, where its name stands already.</summary>
    public static string AtField(Field field, Finding finding) =>
        finding.Message.StartsWith(field.Label, StringComparison.Ordinal) && finding.Message[field.Label.Length..].TrimStart(' ', ':') is { Length: > 0 } rest
            ? char.ToUpperInvariant(rest[0]) + rest[1..]
            : finding.Message;

    /// <summary>The id of a field's element.</summary>
    public static string IdOf(string field) => "f-" + field.Replace('.', '-').Replace(Block.PartyMark, '_').Replace(':', '-');

    /// <summary>An answer as one would write it in its field.</summary>
    public static string Entry(Field field, Answer? answer) => answer switch
    {
        null => "",
        Answer.Unknown => FormTexts.Unknown,
        Answer.Number(var number) => field.Kind switch
        {
            FieldKind.Kronor => SwedishFormat.Number(number).Replace(SwedishFormat.NoBreakSpace, ' '),
            FieldKind.Quantity => SwedishFormat.Exact(number).Replace(SwedishFormat.NoBreakSpace, ' '),
            _ => number.ToString(CultureInfo.InvariantCulture),
        },
        Answer.Text(var text) => text,
        _ => "",
    };

    /// <summary>An answer as it is read: in the review, the receipt and the print.</summary>
    public static string Reading(Field field, Answer? answer) => answer switch
    {
        null => field.Kind switch { FieldKind.Flag => FormTexts.No, FieldKind.File => FormTexts.NoFile, _ => FormTexts.NotAnswered },
        Answer.Unknown => FormTexts.Unknown,
        Answer.Number(var number) => SwedishFormat.Exact(number) + (field.Kind == FieldKind.Kronor ? SwedishFormat.NoBreakSpace + "kr" : ""),
        Answer.Text when field.Kind == FieldKind.Flag => FormTexts.Yes,
        Answer.Text(var text) => field.Choices.FirstOrDefault(c => c.Id == text)?.Label ?? text,
        Answer.File(_, var name, _, var size) => $"{name} ({FileSize(size)})",
        _ => "",
    };

    /// <summary>A file's size: "1,2 MB".</summary>
    public static string FileSize(long bytes) => bytes < 1024 * 1024
        ? SwedishFormat.Number(Math.Max(1m, bytes / 1024m)) + SwedishFormat.NoBreakSpace + "kB"
        : SwedishFormat.Number(bytes / 1024m / 1024m, 1) + SwedishFormat.NoBreakSpace + "MB";
}
