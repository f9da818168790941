using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Answers;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Rules;

/// <summary>Checks one report's answers against its template: what is required, what each kind of block demands, what the template's rules say.
/// The same engine speaks gently while the form is filled in and binds when it is sent.</summary>
public static class CheckReport
{
    /// <summary>Everything that does not hold, errors before warnings, each in the order of the form.</summary>
    /// <param name="template">The form.</param>
    /// <param name="initiative">Whose report it is.</param>
    /// <param name="answers">What has been answered.</param>
    /// <param name="period">The period.</param>
    /// <param name="earlier">What was answered before; null when nothing was.</param>
    public static ImmutableArray<Finding> Run(
        FormTemplate template, Initiative initiative, AnswerSheet answers, ReportingPeriod period, EarlierAnswers? earlier = null)
    {
        var report = new ReportUnderCheck(template, initiative, answers, period, earlier ?? EarlierAnswers.None);
        var ruled = template.Rules.SelectMany(rule => rule.Check(report)).ToArray();

        // Cells that a rule of the template's own has stopped are passed over by the identities: it has said it already, in the association's words.
        var stopped = ruled.Where(f => f.Severity == Severity.Error).SelectMany(f => f.Fields).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Required(report)
                .Concat(ruled)
                .Concat(report.Blocks.SelectMany(block => block.FindingsIn(report)).Where(f => !f.IsIdentity || !f.Fields.Any(stopped.Contains)))
                .OrderBy(f => f.Severity)
                .ThenBy(f => report.Order.GetValueOrDefault(f.Fields[0])),
        ];
    }

    private static IEnumerable<Finding> Required(ReportUnderCheck report) =>
        from field in report.Fields
        where field.Required && report.Answers[field.Key] is null
        let text = field.Label.EndsWith('?') ? RuleTexts.RequiredQuestion : field.Kind switch
        {
            FieldKind.Choice => RuleTexts.RequiredChoice,
            FieldKind.File => RuleTexts.RequiredFile,
            _ => field.IsNumber ? RuleTexts.RequiredBlank : RuleTexts.RequiredBlankText,
        }
        select new Finding(Severity.Error, string.Format(CultureInfo.InvariantCulture, text, field.Label), [field.Key]) { IsBlank = true };
}
