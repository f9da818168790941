using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Answers;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Periods;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Rules;

/// <summary>Checks one report's answers against its template: what is required, what must hold between cells, what asks for a comment.</summary>
public static class CheckReport
{
    /// <summary>Everything that does not hold, errors before warnings, each in the order of the form.</summary>
    /// <param name="template">The form.</param>
    /// <param name="initiative">Whose report it is.</param>
    /// <param name="answers">What has been answered.</param>
    /// <param name="period">The period: its year's grant is what the outcome is measured against.</param>
    public static ImmutableArray<Finding> Run(FormTemplate template, Initiative initiative, AnswerSheet answers, ReportingPeriod period)
    {
        var fields = template.FieldsFor(initiative).ToDictionary(f => f.Key, StringComparer.Ordinal);
        var order = fields.Keys.Index().ToDictionary(k => k.Item, k => k.Index, StringComparer.Ordinal);
        var compared = template.Rules.SelectMany(rule => Compare(rule, fields, answers)).ToArray();
        var stopped = compared.Where(f => f.Severity == Severity.Error).SelectMany(f => f.Fields).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Required(fields.Values, answers)
                .Concat(compared)
                .Concat(Identities(template, initiative, answers, stopped))
                .Concat(Deviations(template, initiative, answers, period))
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

    // The participants' identities hold in every form: start + nya = deltagit, deltagit − avslutade = slut, and nothing is below zero.
    // Cells that a rule of the template's own has stopped are passed over: it has said it already, in the association's words.
    private static IEnumerable<Finding> Identities(FormTemplate template, Initiative initiative, AnswerSheet answers, HashSet<string> stopped) =>
        from block in template.SectionsFor(initiative).SelectMany(s => s.Blocks).OfType<MatrixBlock>()
        from finding in block.FlowOf(answers).Findings
        let column = block.Columns.First(c => c.Id == GenderId.Of(finding.Gender))
        let keys = block.Rows.Where(r => ParticipantRow.Find(r.Id) is not null).Select(r => block.KeyOf(r.Id, column.Id)).Where(k => answers.Number(k) is not null)
        let message = finding switch
        {
            ParticipantFinding.Contradiction { Identity: ParticipantIdentity.Touched } c => Say(RuleTexts.TouchedIdentity, column.Label, c.Left, c.Right),
            ParticipantFinding.Contradiction c => Say(RuleTexts.EndIdentity, column.Label, c.Left, c.Right),
            ParticipantFinding.Negative { IsDerived: true } n => Say(RuleTexts.NegativeDerived, column.Label, ParticipantMeasureName.Of(n.Measure).ToLowerInvariant(), n.Persons),
            _ => null,
        }
        where message is not null && !keys.Any(stopped.Contains)
        select new Finding(Severity.Error, message, [.. keys]);

    private static string Say(string text, string column, object first, object second) => string.Format(
        CultureInfo.InvariantCulture, text, column, first is decimal a ? SwedishFormat.Exact(a) : first, second is decimal b ? SwedishFormat.Exact(b) : second);

    // The year's grant is compared with the year's cost and nothing less: a third of the year has not used it up, and need not explain why.
    private static IEnumerable<Finding> Deviations(FormTemplate template, Initiative initiative, AnswerSheet answers, ReportingPeriod period) =>
        from block in template.SectionsFor(initiative).SelectMany(s => s.Blocks).OfType<EconomyBlock>()
        let outcome = answers.Number(block.OutcomeKey)
        let granted = initiative.GrantedIn(period.Year)
        let year = ScopeSpan.Of(Scope.Period, new DateOnly(period.Year, 1, 1), new DateOnly(period.Year, 12, 31), initiative.Start, initiative.End)
        where ScopeSpan.Of(block.Scope, period.Start, period.End, initiative.Start, initiative.End) == year
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
