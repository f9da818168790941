using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Records;

namespace Finsam.App.Setup.Checks;

public static partial class CheckRecord
{
    private static IEnumerable<PackageFinding> Initiatives(AssociationRecord record)
    {
        const string file = "initiatives.json";
        var (groups, all) = (record.Initiatives.Groups, record.Initiatives.Initiatives);
        return Duplicates(file, "$.initiatives", all.Select(i => i.Id))
            .Concat(Duplicates(file, "$.groups", groups.Select(g => g.Id)))

            // What is booked and what was published point at a row, which is an initiative or a group.
            .Concat(
                from g in groups.Index()
                where all.Any(i => i.Id == g.Item.Id)
                select new PackageFinding(file, $"$.groups[{g.Index}].id", Say(SetupTexts.DuplicateId, g.Item.Id)))
            .Concat(
                from i in all.Index()
                where i.Item.Group is { } of && all.First(other => other.Group == of).FundedFrom != i.Item.FundedFrom
                select new PackageFinding(file, $"$.initiatives[{i.Index}].fundedFrom", Say(SetupTexts.MixedFunding, i.Item.Group)))
            .Concat(all.SelectMany((initiative, index) => One(record, initiative, $"$.initiatives[{index}]")))
            .Concat(all.SelectMany((initiative, index) => Decisions(initiative, $"$.initiatives[{index}].decisions")))
            .Concat(all.SelectMany((initiative, index) => Agreements(initiative, $"$.initiatives[{index}].agreements")))
            .Concat(all.SelectMany((initiative, index) => Payments(initiative, $"$.initiatives[{index}].payments")))
            .Concat(all.SelectMany((initiative, index) => Measured(file, $"$.initiatives[{index}].goals", initiative.Goals.Select(g => (g.Measure, g.Targets)), record)));
    }

    private static IEnumerable<PackageFinding> One(AssociationRecord record, Initiative i, string path)
    {
        const string file = "initiatives.json";
        var goals = record.Goals.Goals.Select(g => g.Id).ToHashSet(StringComparer.Ordinal);
        var sections = record.Templates.SelectMany(t => t.Sections).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        if (i.AgreedEnd < i.Start)
        {
            yield return new(file, path + ".end", Say(SetupTexts.EndBeforeStart, SwedishFormat.Date(i.AgreedEnd), SwedishFormat.Date(i.Start)));
        }

        if (i.Group is { } group && record.Initiatives.Groups.All(g => g.Id != group))
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

        foreach (var (index, contact) in i.Contacts.Index())
        {
            if (contact.Party is { } party && i.Parties.All(p => p.Id != party))
            {
                yield return new(file, $"{path}.contacts[{index}].party", Say(SetupTexts.UnknownParty, party));
            }

            foreach (var (place, section) in contact.Sections.Index().Where(s => !sections.Contains(s.Item)))
            {
                yield return new(file, $"{path}.contacts[{index}].sections[{place}]", Say(SetupTexts.UnknownSection, section));
            }
        }

        foreach (var finding in Duplicates(file, path + ".goals", i.Goals.Select(g => g.Id))
            .Concat(Duplicates(file, path + ".parties", i.Parties.Select(p => p.Id)))
            .Concat(Duplicates(file, path + ".contacts", i.Contacts.Select(c => c.Id)))
            .Concat(Duplicates(file, path + ".escalation", i.Escalation.Select(c => c.Id))))
        {
            yield return finding;
        }
    }

    private static IEnumerable<PackageFinding> Decisions(Initiative i, string path)
    {
        const string file = "initiatives.json";
        foreach (var (index, decision) in i.Decisions.Index())
        {
            if (decision.Kind == DecisionKind.Grant && i.Decisions.Take(index).Any(d => d.Kind == DecisionKind.Grant && d.Year == decision.Year))
            {
                // Two grants for the same year overlap: what comes later is a supplement, or goes back first.
                yield return new(file, $"{path}[{index}].year", Say(SetupTexts.OverlappingGrant, decision.Year));
            }

            if (decision.Year < i.Start.Year || decision.Year > Later(i.End, i.AgreedEnd).Year)
            {
                yield return new(file, $"{path}[{index}].year", Say(SetupTexts.FundingOutsideDates, decision.Year));
            }

            if (decision.NewEnd < i.Start)
            {
                yield return new(file, $"{path}[{index}].newEnd", Say(SetupTexts.EndBeforeStart, SwedishFormat.Date(decision.NewEnd.Value), SwedishFormat.Date(i.Start)));
            }

            if (decision is { Kind: DecisionKind.Extension, Kronor: not 0 })
            {
                yield return new(file, $"{path}[{index}].kronor", SetupTexts.ExtensionWithKronor);
            }

            if (decision is { Kind: DecisionKind.EarlyEnd or DecisionKind.Extension, NewEnd: null })
            {
                yield return new(file, $"{path}[{index}]", SetupTexts.EarlyEndWithoutDate);
            }
        }

        // One line an initiative: an old register lacks most dates, and thirty lines would hide the one that matters.
        if (i.Decisions.Index().Where(d => d.Item.Date is null).ToArray() is [.., var last] undated)
        {
            yield return new(file, $"{path}[{last.Index}]", Say(SetupTexts.DecisionWithoutDate, i.Name, string.Join(", ", undated.Select(d => d.Item.Year).Distinct().Order())))
            {
                IsWarning = true,
            };
        }

        foreach (var year in i.Decisions.Select(d => d.Year).Distinct().Where(y => i.GrantedIn(y) < 0))
        {
            yield return new(file, path, Say(SetupTexts.NegativeGrant, year, SwedishFormat.Number(i.GrantedIn(year)!.Value)));
        }
    }

    private static IEnumerable<PackageFinding> Agreements(Initiative i, string path)
    {
        const string file = "initiatives.json";
        foreach (var (index, agreement) in i.Agreements.Index())
        {
            var (from, to) = SpanOf(i, agreement);
            if (to < from)
            {
                yield return new(file, $"{path}[{index}].to", Say(SetupTexts.EndBeforeStart, SwedishFormat.Date(to), SwedishFormat.Date(from)));
            }
            else if (from < i.Start || to > Later(i.End, i.AgreedEnd))
            {
                yield return new(file, $"{path}[{index}].from", Say(SetupTexts.OutsideInitiative, SwedishFormat.Span(from, to), SwedishFormat.Span(i.Start, i.End)));
            }

            foreach (var finding in DuplicateYears(file, $"{path}[{index}].kronor", agreement.Kronor))
            {
                yield return finding;
            }

            if (i.Agreements.Take(index).Any(a => a.Party == agreement.Party && SpanOf(i, a) is var other && other.From <= to && other.To >= from))
            {
                yield return new(file, $"{path}[{index}].from", Say(SetupTexts.OverlappingAgreement, agreement.Party, SwedishFormat.Span(from, to)));
            }
        }

        foreach (var year in i.Agreements.SelectMany(a => a.Kronor).Select(k => k.Year).Distinct().Order())
        {
            var agreed = i.Agreements.SelectMany(a => a.Kronor).Where(k => k.Year == year).Sum(k => k.Kronor);
            if (i.GrantedIn(year) is { } granted && agreed > granted)
            {
                yield return new(file, path, Say(SetupTexts.AgreedAboveGrant, year, SwedishFormat.Number(agreed), SwedishFormat.Number(granted))) { IsWarning = true };
            }
        }
    }

    // An agreement without dates of its own holds as long as the initiative.
    private static (DateOnly From, DateOnly To) SpanOf(Initiative i, Agreement agreement) => (agreement.From ?? i.Start, agreement.To ?? i.End);

    private static IEnumerable<PackageFinding> Payments(Initiative i, string path)
    {
        const string file = "initiatives.json";
        foreach (var (index, payment) in i.Payments.Index())
        {
            if (payment.Year < i.Start.Year || payment.Year > Later(i.End, i.AgreedEnd).Year)
            {
                yield return new(file, $"{path}[{index}].year", Say(SetupTexts.PaymentOutsideDates, payment.Year));
            }
        }

        var (granted, paid) = (i.Decisions.Sum(d => d.Effect), i.Payments.Sum(p => p.Kronor));
        if (paid > granted)
        {
            yield return new(file, path, Say(SetupTexts.PaidAboveGrant, i.Name, SwedishFormat.Number(paid), SwedishFormat.Number(granted))) { IsWarning = true };
        }
    }

    private static IEnumerable<PackageFinding> Successions(AssociationRecord record)
    {
        const string file = "initiatives.json";
        var ids = record.Initiatives.Initiatives.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in Duplicates(file, "$.successions", record.Initiatives.Successions.Select(s => s.Id)))
        {
            yield return finding;
        }

        foreach (var (index, succession) in record.Initiatives.Successions.Index())
        {
            foreach (var id in succession.From.Concat(succession.To).Where(id => !ids.Contains(id)))
            {
                yield return new(file, $"$.successions[{index}]", Say(SetupTexts.UnknownInitiative, id));
            }
        }

        var places = record.Initiatives.Successions.Index().GroupBy(s => s.Item.Id).ToDictionary(s => s.Key, s => s.First().Index, StringComparer.Ordinal);
        foreach (var finding in CheckSuccessions.Run(record.Initiatives.Successions))
        {
            yield return new(file, $"$.successions[{places[finding.Succession]}]", Say(Fault(finding.Fault), finding.Subject));
        }
    }

    private static string Fault(SuccessionFault fault) => fault switch
    {
        SuccessionFault.FromIsEmpty => SetupTexts.SuccessionFromIsEmpty,
        SuccessionFault.ToIsEmpty => SetupTexts.SuccessionToIsEmpty,
        SuccessionFault.WrongNumber => SetupTexts.SuccessionWrongNumber,
        SuccessionFault.Repeated => SetupTexts.SuccessionRepeated,
        SuccessionFault.SucceededTwice => SetupTexts.SuccessionTwice,
        SuccessionFault.Cycle => SetupTexts.SuccessionCycle,
        SuccessionFault.DateOutOfRange => SetupTexts.SuccessionDateOutOfRange,
        SuccessionFault.DateOutOfOrder => SetupTexts.SuccessionDateOutOfOrder,
        SuccessionFault.TransferFromOutside => SetupTexts.TransferFromOutside,
        SuccessionFault.TransferToOutside => SetupTexts.TransferToOutside,
        SuccessionFault.NegativeTransfer => SetupTexts.NegativeTransfer,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
