using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Answers;
using Finsam.Domain.Privacy;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms;

/// <summary>Turns what was written in a part into answers. What can be read becomes an answer; what cannot keeps the answer there was, and is told.</summary>
internal static class ReadPart
{
    /// <summary>The answers, and what could not be read.</summary>
    /// <param name="form">The form.</param>
    /// <param name="fields">The fields that were sent in; others keep their answers.</param>
    /// <param name="entry">What was written.</param>
    /// <param name="before">The answers there were.</param>
    public static Outcome From(FormView form, IReadOnlyCollection<Field> fields, PartEntry entry, AnswerSheet before)
    {
        var answers = before;
        var errors = ImmutableArray.CreateBuilder<Finding>();
        var asked = ImmutableArray.CreateBuilder<string>();
        foreach (var field in fields)
        {
            if (field.Kind == FieldKind.File)
            {
                answers = entry.Removes(field.Key) ? answers.With(field.Key, null) : answers;
                continue;
            }

            switch (FieldEntry.Read(field, entry.Written.GetValueOrDefault(field.Key)))
            {
                case FieldEntry.Accepted(Answer.Text(var text)) when field.Kind is FieldKind.Text or FieldKind.Line
                    && before.Text(field.Key) != text && !entry.SavesAnyway(field.Key) && PersonalData.Question(text) is { } question:
                    errors.Add(new Finding(Severity.Error, string.Format(CultureInfo.InvariantCulture, FormTexts.Asked, field.Label, char.ToLowerInvariant(question[0]) + question[1..]), [field.Key]));
                    asked.Add(field.Key);
                    break;
                case FieldEntry.Accepted(var answer):
                    answers = answers.With(field.Key, answer);
                    break;
                case FieldEntry.Refused(var message):
                    errors.Add(new Finding(Severity.Error, message, [field.Key]));
                    break;
            }
        }

        return new Outcome(Filled(form, fields, entry, answers, errors), errors.ToImmutable(), asked.ToImmutable());
    }

    // "Övriga rutor är 0": what is blank once everything written has been read; a cell that could not be read is not blank, and one that stands in
    // another part is not this part's.
    private static AnswerSheet Filled(FormView form, IEnumerable<Field> fields, PartEntry entry, AnswerSheet answers, IEnumerable<Finding> errors)
    {
        var (action, block) = entry.Action;
        if (action is not (PartAction.Zero or PartAction.Unknown or PartAction.None))
        {
            return answers;
        }

        var unread = errors.SelectMany(e => e.Fields).ToHashSet(StringComparer.Ordinal);
        var own = fields.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        Answer fill = action == PartAction.Unknown ? Answer.Unknown.Instance : new Answer.Number(0m);
        return form.Parts.SelectMany(part => part.Blocks.Where(b => b.Id == block)
                .SelectMany(b => action == PartAction.None && b is MatrixBlock matrix ? matrix.ZeroWith(part) : Enumerable.Repeat(b, 1))
                .SelectMany(b => part.FieldsOf(b, form.Initiative)))
            .Where(f => f.IsNumber)
            .Where(f => own.Contains(f.Key) && entry.Written.ContainsKey(f.Key) && answers[f.Key] is null && !unread.Contains(f.Key))
            .Aggregate(answers, (sheet, field) => sheet.With(field.Key, fill));
    }

    /// <summary>What reading came to.</summary>
    /// <param name="Answers">The part's answers.</param>
    /// <param name="Errors">What could not be read, at its field.</param>
    /// <param name="Asked">The texts that are saved only when the writer says that they tell of nobody.</param>
    public sealed record Outcome(AnswerSheet Answers, ImmutableArray<Finding> Errors, ImmutableArray<string> Asked);
}
