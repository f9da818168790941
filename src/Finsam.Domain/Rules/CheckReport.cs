using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Answers;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Rules;

/// <summary>Checks one report's answers against its template: what is required, what must hold between cells, what asks for a comment.</summary>
public static class CheckReport
{
    /// <summary>Everything that does not hold, errors before warnings, each in the order of the form.</summary>
    /// <param name="template">The form.</param>
    /// <param name="initiative">Whose report it is.</param>
    /// <param name="answers">What has been answered.</param>
    /// <param name="year">The year whose grant the outcome is measured against.</param>
    public static ImmutableArray<Finding> Run(FormTemplate template, Initiative initiative, AnswerSheet answers, int year)
    {
        var fields = template.FieldsFor(initiative).ToDictionary(f => f.Key, StringComparer.Ordinal);
        var order = fields.Keys.Index().ToDictionary(k => k.Item, k => k.Index, StringComparer.Ordinal);
        return
        [
            .. Required(fields.Values, answers)
                .Concat(template.Rules.SelectMany(rule => Compare(rule, fields, answers)))
                .Concat(Deviations(template, initiative, answers, year))
                .OrderBy(f => f.Severity)
                .ThenBy(f => order[f.Fields[0]]),
        ];
    }

    private static IEnumerable<Finding> Required(IEnumerable<Field> fields, AnswerSheet answers) =>
        from field in fields
        where field.Required && answers[field.Key] is null
        let text = field.Kind is FieldKind.Count or FieldKind.Kronor ? RuleTexts.RequiredBlank : RuleTexts.RequiredBlankText
        select new Finding(Severity.Error, string.Format(CultureInfo.InvariantCulture, text, field.Label), [field.Key]);

    private static IEnumerable<Finding> Compare(Rule rule, Dictionary<string, Field> fields, AnswerSheet answers)
    {
        foreach (var each in rule.Each.IsDefaultOrEmpty ? [""] : rule.Each)
        {
            var left = Keys(rule.Left, each);
            var right = Keys(rule.Right, each);
            if (!left.Concat(right).All(fields.ContainsKey))
            {
                continue;
            }

            // A sum with a blank or unknown part is not a sum: there is nothing to compare.
            if (Sum(left, answers) is not { } l || Sum(right, answers) is not { } r || Holds(l, rule.Comparison, r))
            {
                continue;
            }

            var message = rule.Message
                .Replace("{left}", SwedishFormat.Exact(l), StringComparison.Ordinal)
                .Replace("{right}", SwedishFormat.Exact(r), StringComparison.Ordinal)
                .Replace("{field}", fields[left[0]].Label, StringComparison.Ordinal);
            yield return new Finding(rule.Severity, message, [.. left, .. right]);
        }
    }

    private static IEnumerable<Finding> Deviations(FormTemplate template, Initiative initiative, AnswerSheet answers, int year) =>
        from block in template.SectionsFor(initiative).SelectMany(s => s.Blocks).OfType<EconomyBlock>()
        let outcome = answers.Number(block.OutcomeKey)
        let granted = initiative.GrantedIn(year)
        where outcome is not null && granted is > 0 && answers.Text(block.CommentKey) is null
        let usage = SwedishFormat.Round(outcome.Value / granted.Value * 100m)
        where Math.Abs(usage - 100m) > block.CommentAbovePercent
        select new Finding(
            Severity.Warning,
            string.Format(CultureInfo.InvariantCulture, RuleTexts.DeviationComment, SwedishFormat.Percent(outcome.Value, granted.Value)),
            [block.CommentKey]);

    private static ImmutableArray<string> Keys(ImmutableArray<string> keys, string each) =>
        [.. keys.Select(k => k.Replace("{each}", each, StringComparison.Ordinal))];

    private static decimal? Sum(ImmutableArray<string> keys, AnswerSheet answers)
    {
        var sum = 0m;
        foreach (var key in keys)
        {
            if (answers.Number(key) is not { } number)
            {
                return null;
            }

            sum += number;
        }

        return sum;
    }

    private static bool Holds(decimal left, Comparison comparison, decimal right) => comparison switch
    {
        Comparison.AtMost => left <= right,
        Comparison.Equal => left == right,
        Comparison.AtLeast => left >= right,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, null),
    };
}
