using Finsam.Domain.Records;

namespace Finsam.App.Setup.Checks;

public static partial class CheckRecord
{
    private static IEnumerable<PackageFinding> Registers(AssociationRecord record)
    {
        const string file = "registers.json";
        var registers = record.Registers;
        var bodies = registers.Bodies.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        var initiatives = record.Initiatives.Initiatives.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        PackageFinding[] Unknown(string list, IEnumerable<string> named) =>
        [
            .. from name in named.Index()
               where !bodies.Contains(name.Item)
               select new PackageFinding(file, $"$.{list}[{name.Index}].body", Say(SetupTexts.UnknownBody, name.Item)),
        ];

        return Duplicates(file, "$.bodies", registers.Bodies.Select(b => b.Id))
            .Concat(Unknown("seats", registers.Seats.Select(s => s.Body)))
            .Concat(Unknown("meetings", registers.Meetings.Select(m => m.Body)))
            .Concat(Unknown("meetingCounts", registers.MeetingCounts.Select(m => m.Body)))
            .Concat(Tenures(file, "$.seats", registers.Seats))
            .Concat(Tenures(file, "$.auditors", registers.Auditors))
            .Concat(Tenures(file, "$.staff", registers.Staff))
            .Concat(Tenures(file, "$.services", registers.Services))
            .Concat(
                from count in registers.MeetingCounts.Index()
                let dated = registers.Meetings.Count(m => m.Body == count.Item.Body && m.Date.Year == count.Item.Year)
                where dated > 0 && dated != count.Item.Count
                select new PackageFinding(file, $"$.meetingCounts[{count.Index}].count", Say(SetupTexts.MeetingsDiffer, count.Item.Count, dated)) { IsWarning = true })
            .Concat(
                from appendix in registers.Appendices.Index()
                where appendix.Item.Initiative is { } id && !initiatives.Contains(id)
                select new PackageFinding(file, $"$.appendices[{appendix.Index}].initiative", Say(SetupTexts.UnknownInitiative, appendix.Item.Initiative)))
            .Concat(
                from appendix in registers.Appendices.Index()
                where registers.Appendices.Take(appendix.Index).Any(a => a.Year == appendix.Item.Year && a.Number == appendix.Item.Number)
                select new PackageFinding(file, $"$.appendices[{appendix.Index}].number", Say(SetupTexts.DuplicateAppendix, appendix.Item.Number, appendix.Item.Year)));
    }
}
