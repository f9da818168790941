using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Templates;

namespace Finsam.App.Setup;

/// <summary>What no schema can say of a record: dates in order, references that lead somewhere, shares as the law has them.</summary>
public static class CheckRecord
{
    /// <summary>Everything that is wrong or doubtful.</summary>
    public static IEnumerable<PackageFinding> Run(AssociationRecord record, ImmutableArray<string> files) =>
        Members(record.Association)
            .Concat(Initiatives(record))
            .Concat(Booked(record))
            .Concat(Periods(record))
            .Concat(Templates(record, files))
            .Concat(Outlines(record, files));

    private static IEnumerable<PackageFinding> Members(Association association)
    {
        const string file = "association.json";
        foreach (var finding in Duplicates(file, "$.members", association.Members.Select(m => m.Id))
            .Concat(Duplicates(file, "$.goals", association.Goals.Select(g => g.Id))))
        {
            yield return finding;
        }

        var years = association.Members.SelectMany(m => m.Contributions).Select(c => c.Year).Distinct().Order();
        foreach (var year in years)
        {
            decimal Paid(MemberKind kind) => association.Members.Where(m => m.Kind == kind)
                .SelectMany(m => m.Contributions).Where(c => c.Year == year).Sum(c => c.Kronor);
            var (state, region, municipalities) = (Paid(MemberKind.State), Paid(MemberKind.Region), Paid(MemberKind.Municipality));
            var whole = state + region + municipalities;
            if (whole > 0 && (Off(state, whole, 0.50m) || Off(region, whole, 0.25m) || Off(municipalities, whole, 0.25m)))
            {
                yield return new(file, "$.members", Say(
                    SetupTexts.Shares, year, SwedishFormat.Percent(state, whole, 1), SwedishFormat.Percent(region, whole, 1),
                    SwedishFormat.Percent(municipalities, whole, 1)))
                { IsWarning = true };
            }
        }

        // Contributions are agreed in whole thousands, so half a per cent is rounding.
        static bool Off(decimal part, decimal whole, decimal share) => Math.Abs((part / whole) - share) > 0.005m;
    }

    private static IEnumerable<PackageFinding> Initiatives(AssociationRecord record)
    {
        const string file = "initiatives.json";
        var (groups, all) = (record.Initiatives.Groups, record.Initiatives.Initiatives);
        var goals = record.Association.Goals.Select(g => g.Id).ToHashSet(StringComparer.Ordinal);
        var sections = record.Templates.SelectMany(t => t.Sections).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        return Duplicates(file, "$.initiatives", all.Select(i => i.Id))
            .Concat(Duplicates(file, "$.groups", groups.Select(g => g.Id)))
            .Concat(all.SelectMany((initiative, index) => One(initiative, $"$.initiatives[{index}]")));

        IEnumerable<PackageFinding> One(Initiative i, string path)
        {
            if (i.End < i.Start)
            {
                yield return new(file, path + ".end", Say(SetupTexts.EndBeforeStart, SwedishFormat.Date(i.End), SwedishFormat.Date(i.Start)));
            }

            if (i.Group is { } group && groups.All(g => g.Id != group))
            {
                yield return new(file, path + ".group", Say(SetupTexts.UnknownGroup, group));
            }

            foreach (var (index, goal) in i.FeedsGoals.Index().Where(g => !goals.Contains(g.Item)))
            {
                yield return new(file, $"{path}.feedsGoals[{index}]", Say(SetupTexts.UnknownGoal, goal));
            }

            foreach (var (index, section) in i.Sections.Index().Where(s => !sections.Contains(s.Item)))
            {
                yield return new(file, $"{path}.sections[{index}]", Say(SetupTexts.UnknownSection, section));
            }

            foreach (var (index, funding) in i.Funding.Index())
            {
                if (i.Funding.Take(index).Any(f => f.Year == funding.Year))
                {
                    yield return new(file, $"{path}.funding[{index}].year", Say(SetupTexts.DuplicateYear, funding.Year));
                }

                if (funding.Year < i.Start.Year || funding.Year > i.End.Year)
                {
                    yield return new(file, $"{path}.funding[{index}].year", Say(SetupTexts.FundingOutsideDates, funding.Year));
                }
            }

            foreach (var finding in Duplicates(file, path + ".goals", i.Goals.Select(g => g.Id))
                .Concat(Duplicates(file, path + ".contacts", i.Contacts.Select(c => c.Id))))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<PackageFinding> Booked(AssociationRecord record)
    {
        var rows = record.Initiatives.Initiatives.Select(i => i.Id).Concat(record.Initiatives.Groups.Select(g => g.Id)).ToHashSet(StringComparer.Ordinal);
        return from entry in record.Booked.Booked.Index()
               where !rows.Contains(entry.Item.Row)
               select new PackageFinding("booked.json", $"$.booked[{entry.Index}].row", Say(SetupTexts.UnknownRow, entry.Item.Row));
    }

    private static IEnumerable<PackageFinding> Periods(AssociationRecord record)
    {
        const string file = "periods.json";
        var templates = record.Templates.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var outlines = record.Outlines.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        return Duplicates(file, "$.periods", record.Periods.Periods.Select(p => p.Id))
            .Concat(record.Periods.Periods.SelectMany((period, index) => One(period, $"$.periods[{index}]")));

        IEnumerable<PackageFinding> One(ReportingPeriod p, string path)
        {
            if (p.End < p.Start)
            {
                yield return new(file, path + ".end", Say(SetupTexts.EndBeforeStart, SwedishFormat.Date(p.End), SwedishFormat.Date(p.Start)));
            }

            if (p.Due < p.Opens)
            {
                yield return new(file, path + ".due", Say(SetupTexts.DueBeforeOpens, SwedishFormat.Date(p.Due), SwedishFormat.Date(p.Opens)));
            }

            if (p.Closes < p.Due)
            {
                yield return new(file, path + ".closes", Say(SetupTexts.ClosesBeforeDue, SwedishFormat.Date(p.Closes), SwedishFormat.Date(p.Due)));
            }

            if (p.Opens <= p.End)
            {
                // An invitation may go out early so that owners know what is coming; it is doubtful, not wrong.
                yield return new(file, path + ".opens", Say(SetupTexts.OpensBeforeEnd, SwedishFormat.Date(p.Opens), SwedishFormat.Date(p.End))) { IsWarning = true };
            }

            if (!templates.Contains(p.Template))
            {
                yield return new(file, path + ".template", Say(SetupTexts.UnknownTemplate, p.Template));
            }

            if (!outlines.Contains(p.Outline))
            {
                yield return new(file, path + ".outline", Say(SetupTexts.UnknownOutline, p.Outline));
            }

            foreach (var finding in Duplicates(file, path + ".reminders", p.Reminders.Select(r => r.Id)))
            {
                yield return finding;
            }
        }
    }

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

            foreach (var finding in template.Sections.SelectMany((section, i) => section.Blocks.SelectMany((block, j) => Lists(file, $"$.sections[{i}].blocks[{j}]", block))))
            {
                yield return finding;
            }

            var cells = blocks.OfType<MatrixBlock>().SelectMany(m => m.Rows.SelectMany(r => m.Columns.Select(c => m.KeyOf(r.Id, c.Id))))
                .Concat(blocks.OfType<FiguresBlock>().SelectMany(f => f.Figures.Select(x => f.KeyOf(x.Id))))
                .Concat(blocks.OfType<EconomyBlock>().Select(e => e.OutcomeKey))
                .ToHashSet(StringComparer.Ordinal);
            foreach (var (index, rule) in template.Rules.Index())
            {
                var unknown = from each in rule.Each.IsDefaultOrEmpty ? [""] : rule.Each
                              from key in rule.Left.Concat(rule.Right)
                              let cell = key.Replace("{each}", each, StringComparison.Ordinal)
                              where !cells.Contains(cell)
                              select cell;
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

    private static IEnumerable<PackageFinding> Outlines(AssociationRecord record, ImmutableArray<string> files)
    {
        var used = from period in record.Periods.Periods
                   from template in record.Templates
                   where template.Id == period.Template
                   select (period.Outline, template);
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
                    if (record.Association.Goals.All(g => g.Id != p.Goal))
                    {
                        yield return new("", path + ".goal", Say(SetupTexts.UnknownGoal, p.Goal));
                    }

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
        AppendixContent.Outcome => typeof(EconomyBlock),
        AppendixContent.Results => typeof(GoalsBlock),
        AppendixContent.Activities => typeof(ActivitiesBlock),
        AppendixContent.Text => typeof(TextBlock),
        _ => null,
    };

    private static IEnumerable<string> FilesIn(ImmutableArray<string> files, string folder) =>
        files.Where(f => f.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<PackageFinding> Duplicates(string file, string path, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return from id in ids.Index()
               where !seen.Add(id.Item)
               select new PackageFinding(file, $"{path}[{id.Index}].id", Say(SetupTexts.DuplicateId, id.Item));
    }

    private static string Say(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
