using System.Collections.Immutable;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Records;
using Finsam.Domain.Templates;

namespace Finsam.App.Setup.Checks;

public static partial class CheckRecord
{
    private static IEnumerable<PackageFinding> Outlines(AssociationRecord record, ImmutableArray<string> files)
    {
        var pairs = record.Periods.Periods.Select(p => (p.Outline, p.Template))
            .Concat(record.Association.Settings.FinalReports is { } final ? [(final.Outline, final.Template)] : []);
        var used = (from pair in pairs
                    from template in record.Templates
                    where template.Id == pair.Template
                    select (pair.Outline, template)).ToArray();
        foreach (var (file, outline) in FilesIn(files, "outlines/").Zip(record.Outlines))
        {
            if (file != $"outlines/{outline.Id}.json")
            {
                yield return new(file, "$.id", Say(SetupTexts.FileName, file, outline.Id));
            }

            foreach (var template in used.Where(u => u.Outline == outline.Id).Select(u => u.template).DistinctBy(t => t.Id))
            {
                foreach (var finding in outline.Parts.SelectMany((part, index) => Part(part, $"$.parts[{index}]", template)))
                {
                    yield return finding with { File = file };
                }
            }
        }

        IEnumerable<PackageFinding> Part(OutlinePart part, string path, FormTemplate template)
        {
            var blocks = template.Sections.SelectMany(s => s.Blocks).ToImmutableArray();
            switch (part)
            {
                case ParticipantsPart p when blocks.OfType<MatrixBlock>().FirstOrDefault(b => b.Id == p.Block) is { } matrix:
                    if (matrix.Rows.All(r => r.Id != p.Row))
                    {
                        yield return new("", path + ".row", Say(SetupTexts.UnknownMatrixRow, p.Row, p.Block));
                    }

                    break;
                case FiguresPart p when blocks.OfType<FiguresBlock>().FirstOrDefault(b => b.Id == p.Block) is { } figures:
                    if (figures.Figures.All(f => f.Id != p.Figure))
                    {
                        yield return new("", path + ".figure", Say(SetupTexts.UnknownFigure, p.Figure, p.Block));
                    }

                    break;
                case GoalsPart p when blocks.OfType<GoalsBlock>().Any(b => b.Id == p.Block):
                    if (record.Goals.Goals.All(g => g.Id != p.Goal))
                    {
                        yield return new("", path + ".goal", Say(SetupTexts.UnknownGoal, p.Goal));
                    }

                    break;
                case ComparisonPart { Row: var row } when !blocks.OfType<MatrixBlock>().SelectMany(b => b.Rows.Select(r => $"{b.Id}.{r.Id}"))
                    .Concat(blocks.OfType<EconomyBlock>().Select(e => e.OutcomeKey)).Contains(row, StringComparer.Ordinal):
                    yield return new("", path + ".row", Say(SetupTexts.UnknownComparison, row, template.Id));
                    break;
                case RecordPart { Shows: RecordContent.Seats, Body: var body } when record.Registers.Bodies.All(b => b.Id != body):
                    yield return new("", path + ".body", Say(SetupTexts.UnknownBody, body));
                    break;
                case RecordPart { Shows: RecordContent.History } p:
                    if (p.Measures.IsEmpty)
                    {
                        yield return new("", path + ".measures", SetupTexts.HistoryWithoutMeasures);
                    }

                    foreach (var (index, measure) in p.Measures.Index().Where(m => record.History.Measures.All(h => h.Id != m.Item)))
                    {
                        yield return new("", $"{path}.measures[{index}]", Say(SetupTexts.UnknownMeasure, measure));
                    }

                    break;
                case KeptTextPart { Text: var text } when record.Texts.Texts.All(t => t.Id != text):
                    yield return new("", path + ".text", Say(SetupTexts.UnknownText, text));
                    break;
                case ParticipantsPart { Block: var block }:
                    yield return new("", path + ".block", Say(SetupTexts.UnknownBlock, block, template.Id));
                    break;
                case FiguresPart { Block: var block }:
                    yield return new("", path + ".block", Say(SetupTexts.UnknownBlock, block, template.Id));
                    break;
                case GoalsPart { Block: var block }:
                    yield return new("", path + ".block", Say(SetupTexts.UnknownBlock, block, template.Id));
                    break;
                case OutcomePart or FindingsPart when !blocks.OfType<EconomyBlock>().Any():
                    yield return new("", path, Say(SetupTexts.WrongBlockKind, template.Id, "economy"));
                    break;
                case CountedPart p:
                    foreach (var finding in Counted(record, p, path, template))
                    {
                        yield return finding;
                    }

                    break;
                case AppendixPart p:
                    foreach (var (index, row) in p.Rows.Index())
                    {
                        if (row.Block is { } id && blocks.All(b => b.Id != id))
                        {
                            yield return new("", $"{path}.rows[{index}].block", Say(SetupTexts.UnknownBlock, row.Block, template.Id));
                        }
                        else if (KindShown(row.Shows) is { } kind && !blocks.Any(b => b.GetType() == kind && (row.Block is null || b.Id == row.Block)))
                        {
                            yield return new("", $"{path}.rows[{index}].shows", Say(SetupTexts.WrongBlockKind, template.Id, row.Label));
                        }
                    }

                    break;
            }
        }
    }

    private static Type? KindShown(AppendixContent content) => content switch
    {
        AppendixContent.Outcome or AppendixContent.OutcomeComment => typeof(EconomyBlock),
        AppendixContent.Results => typeof(GoalsBlock),
        AppendixContent.Activities => typeof(ActivitiesBlock),
        AppendixContent.Text => typeof(TextBlock),
        _ => null,
    };
}
