using System.Collections.Immutable;
using Finsam.App.Forms;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Records;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.App.Setup.Checks;

public static partial class CheckRecord
{
    // Whoever is asked everything: it works in all municipalities, and has neither goals nor parties.
    private static readonly Initiative Anyone = new()
    {
        Id = "alla",
        Name = "Alla",
        Kind = InitiativeKind.Individual,
        Start = DateOnly.MinValue,
        AgreedEnd = DateOnly.MaxValue,
        Owner = "Alla",
    };

    private static IEnumerable<PackageFinding> Templates(AssociationRecord record, ImmutableArray<string> files)
    {
        var names = FilesIn(files, "templates/");
        foreach (var (file, template) in names.Zip(record.Templates))
        {
            if (file != $"templates/{template.Id}.json")
            {
                yield return new(file, "$.id", Say(SetupTexts.FileName, file, template.Id));
            }

            // The explanations of warnings are saved as a part of their own, under this id.
            foreach (var (index, section) in template.Sections.Index().Where(s => s.Item.Id == FormView.ReviewPart))
            {
                yield return new(file, $"$.sections[{index}].id", Say(SetupTexts.ReservedSection, section.Id));
            }

            foreach (var (index, section) in template.Preparations.Index().SelectMany(p => p.Item.Sections.Select(s => (p.Index, s))).Where(p => template.Sections.All(s => s.Id != p.s)))
            {
                yield return new(file, $"$.haveAtHand[{index}].sections", Say(SetupTexts.UnknownTemplateSection, section));
            }

            var blocks = template.Sections.SelectMany(s => s.Blocks).ToImmutableArray();
            foreach (var finding in Duplicates(file, "$.sections", template.Sections.Select(s => s.Id))
                .Concat(Duplicates(file, "$.sections[*].blocks", blocks.Select(b => b.Id))))
            {
                yield return finding;
            }

            foreach (var (block, index) in blocks.OfType<GoalsBlock>().SelectMany(b => b.Assessments.Index().Where(c => AssessmentWords.OfChoice(c.Item.Id) is null).Select(c => (b, c.Index))))
            {
                yield return new(file, $"$.sections[*].blocks[{block.Id}].assessments[{index}].id", Say(
                    SetupTexts.UnknownAssessment, block.Assessments[index].Id, string.Join(", ", AssessmentWords.Choices)));
            }

            foreach (var matrix in blocks.OfType<MatrixBlock>().Where(m => m.Columns.Any(c => c.Id == GenderId.Of(Gender.Other)) != m.Columns.Any(c => c.Id == GenderId.Of(Gender.Unknown))))
            {
                yield return new(file, $"$.sections[*].blocks[{matrix.Id}].columns", SetupTexts.GendersApart) { IsWarning = true };
            }

            foreach (var finding in template.Sections.SelectMany((section, i) => section.Blocks.SelectMany((block, j) => Lists(file, $"$.sections[{i}].blocks[{j}]", block))))
            {
                yield return finding;
            }

            var known = blocks.SelectMany(b => b.OwnFields(Anyone)).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var finding in Duplicates(file, "$.rules", template.Rules.Select(r => r.Id))
                .Concat(template.Rules.Index().SelectMany(rule => OfRule(file, $"$.rules[{rule.Index}]", rule.Item, template, known)))
                .Concat(blocks.OfType<MatrixBlock>().SelectMany(m => OfWhole(file, $"$.sections[*].blocks[{m.Id}].whole", m, blocks))))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<PackageFinding> OfRule(string file, string path, Rule rule, FormTemplate template, HashSet<string> known)
    {
        // Only like is compared with like: a count of the year says nothing about one of the period.
        if (rule is CompareRule && rule.Keys.Select(key => template.BlockOf(key)?.Scope).Where(scope => scope is not null).Distinct().Count() > 1)
        {
            yield return new(file, path, SetupTexts.RuleScopes);
        }

        // Goals are the initiatives' own, so only their block can be known here.
        foreach (var cell in rule.Keys.Where(key => template.BlockOf(key) is not GoalsBlock && !known.Contains(key)).Distinct(StringComparer.Ordinal))
        {
            yield return new(file, path, Say(SetupTexts.UnknownRuleCell, cell));
        }

        if (rule is TextFiguresRule words)
        {
            foreach (var text in words.Texts.Where(t => template.BlockOf(t) is null || (!t.EndsWith(".*", StringComparison.Ordinal) && template.BlockOf(t) is not GoalsBlock && !known.Contains(t))))
            {
                yield return new(file, path + ".texts", Say(SetupTexts.UnknownRuleCell, text));
            }
        }

        if (rule is AccumulatedRule && rule.Keys.Any(key => template.BlockOf(key)?.Scope == Scope.Period))
        {
            yield return new(file, path, SetupTexts.AccumulatedPeriod);
        }
    }

    // The whole must be cells of matrices with the same columns that count the same thing.
    private static IEnumerable<PackageFinding> OfWhole(string file, string path, MatrixBlock matrix, ImmutableArray<Block> blocks)
    {
        foreach (var name in matrix.Whole?.Rows ?? [])
        {
            var whole = name.Split('.') is [var block, _] ? blocks.OfType<MatrixBlock>().FirstOrDefault(b => b.Id == block) : null;
            var row = name.Split('.')[^1];
            if (whole is null || (whole.Base?.Id != row && whole.Rows.All(r => r.Id != row) && whole.Derived.All(d => d.Id != row)))
            {
                yield return new(file, path, Say(SetupTexts.UnknownRuleCell, name));
            }
            else if (whole.Scope != matrix.Scope)
            {
                yield return new(file, path, SetupTexts.RuleScopes);
            }
            else if (matrix.Columns.Any(c => whole.Columns.All(w => w.Id != c.Id)))
            {
                yield return new(file, path, Say(SetupTexts.WholeColumns, name));
            }
        }
    }

    // The lists inside a block: no id twice, and no row named that is not there.
    private static IEnumerable<PackageFinding> Lists(string file, string path, Block block)
    {
        IEnumerable<PackageFinding> Twice(string list, IEnumerable<Choice> choices) => Duplicates(file, $"{path}.{list}", choices.Select(c => c.Id));
        return block switch
        {
            FiguresBlock figures => Duplicates(file, path + ".figures", figures.Figures.Select(f => f.Id)),
            MeansBlock means => Duplicates(file, path + ".rows", means.Rows.Select(r => r.Id)).Concat(Twice("columns", means.Columns)),
            ChoiceBlock choice => Twice("choices", choice.Choices),
            GoalsBlock goals => Twice("assessments", goals.Assessments),
            MatrixBlock matrix => Twice("rows", matrix.Base is null ? matrix.Rows : matrix.Rows.Prepend(matrix.Base))
                .Concat(Twice("columns", matrix.Columns))
                .Concat(Unknown(matrix.RequiredRows.Index().Select(r => ($"{path}.requiredRows[{r.Index}]", r.Item))))
                .Concat(Unknown(matrix.Derived.Index().SelectMany(d => new[]
                {
                    ($"{path}.derived[{d.Index}].from", d.Item.From),
                    ($"{path}.derived[{d.Index}].minus", d.Item.Minus),
                }))),
            _ => [],
        };

        IEnumerable<PackageFinding> Unknown(IEnumerable<(string Path, string Row)> named) =>
            from name in named
            where ((MatrixBlock)block).Rows.All(r => r.Id != name.Row)
            select new PackageFinding(file, name.Path, Say(SetupTexts.UnknownBlockRow, name.Row));
    }

    // The numbers that goals may be measured by.
    private static IEnumerable<string> CellsOf(FormTemplate template) =>
        template.Blocks.SelectMany(b => b.OwnFields(Anyone)).Where(f => f.IsNumber).Select(f => f.Key);
}
