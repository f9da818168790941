using System.Collections.Immutable;
using Finsam.Domain.Goals;
using Finsam.Domain.Participants;
using Finsam.Domain.Records;
using Finsam.Domain.Templates;

namespace Finsam.App.Setup.Checks;

public static partial class CheckRecord
{
    private static IEnumerable<PackageFinding> Templates(AssociationRecord record, ImmutableArray<string> files)
    {
        var names = FilesIn(files, "templates/");
        foreach (var (file, template) in names.Zip(record.Templates))
        {
            if (file != $"templates/{template.Id}.json")
            {
                yield return new(file, "$.id", Say(SetupTexts.FileName, file, template.Id));
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

            var cells = CellsOf(template).ToHashSet(StringComparer.Ordinal);
            foreach (var (index, rule) in template.Rules.Index())
            {
                var unknown = from each in rule.Each.IsDefaultOrEmpty ? [""] : rule.Each
                              from key in rule.Left.Concat(rule.Right)
                              let cell = key.Replace("{each}", each, StringComparison.Ordinal)
                              where !cells.Contains(cell)
                              select cell;
                // Only like is compared with like: a count of the year says nothing about one of the period.
                var scopes = rule.Left.Concat(rule.Right).Select(key => blocks.FirstOrDefault(b => b.Id == key.Split('.')[0])?.Scope).Where(scope => scope is not null).Distinct();
                if (scopes.Count() > 1)
                {
                    yield return new(file, $"$.rules[{index}]", SetupTexts.RuleScopes);
                }

                foreach (var cell in unknown.Distinct(StringComparer.Ordinal))
                {
                    yield return new(file, $"$.rules[{index}]", Say(SetupTexts.UnknownRuleCell, cell));
                }
            }
        }
    }

    // The lists inside a block: no id twice, and no row named that is not there.
    private static IEnumerable<PackageFinding> Lists(string file, string path, Block block)
    {
        IEnumerable<PackageFinding> Twice(string list, IEnumerable<Choice> choices) => Duplicates(file, $"{path}.{list}", choices.Select(c => c.Id));
        return block switch
        {
            FiguresBlock figures => Twice("figures", figures.Figures),
            GoalsBlock goals => Twice("assessments", goals.Assessments),
            MatrixBlock matrix => Twice("rows", matrix.Rows)
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

    private static IEnumerable<string> CellsOf(FormTemplate template)
    {
        var blocks = template.Sections.SelectMany(s => s.Blocks).ToImmutableArray();
        return blocks.OfType<MatrixBlock>().SelectMany(m => m.Rows.SelectMany(r => m.Columns.Select(c => m.KeyOf(r.Id, c.Id))))
            .Concat(blocks.OfType<FiguresBlock>().SelectMany(f => f.Figures.Select(x => f.KeyOf(x.Id))))
            .Concat(blocks.OfType<EconomyBlock>().Select(e => e.OutcomeKey));
    }
}
