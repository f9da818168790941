using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;
using Finsam.Domain.Registers;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.RecordTables;

/// <summary>The small registers, each as it held in the period.</summary>
internal static class RegisterTables
{
    public static DraftPart.Table Meetings(PeriodMaterial material, string caption)
    {
        var (registers, year) = (material.Record.Registers, material.Period.Year);
        return new DraftPart.Table(
            "moten",
            caption,
            [new(DraftTexts.BodyHead, Width: 4), new(DraftTexts.MeetingsHead, Alignment.Right, 2)],
            [
                .. from body in registers.Bodies
                   let count = registers.MeetingsIn(body.Id, year)
                   where count is not null
                   select new TableRow([body.Name, Count(count, FigureSource.Of($"register/moten/{body.Id}#{year}"))]),
            ],
            []);
    }

    // Whom an auditor audits for and who appointed the auditor are two things; a report prints the one or the other.
    public static DraftPart.Table Auditors(PeriodMaterial material, string caption) => LeavingOut(
        new DraftPart.Table(
            "revisorer",
            caption,
            [
                new(DraftTexts.AuditsFor, Width: 4), new(DraftTexts.AppointedBy, Width: 4), new(DraftTexts.RoleHead, Width: 3), new(DraftTexts.Name, Width: 4),
                new(DraftTexts.Firm, Width: 2),
            ],
            [
                .. material.Record.Registers.Auditors.Where(a => Tenure.HoldsIn(a, material.Period.Start, material.Period.End)).Select(a => new TableRow(
                [
                    a.For ?? "", a.AppointedBy ?? "", a.Kind == AuditorKind.Auditor ? DraftTexts.Auditor : DraftTexts.AuditorAssistant, a.Name ?? DraftTexts.NameLeftOut,
                    a.Firm ?? "",
                ])),
            ],
            []),
        DraftTexts.AuditsFor,
        DraftTexts.AppointedBy,
        DraftTexts.Firm);

    public static DraftPart.Table Staff(PeriodMaterial material, string caption)
    {
        var posts = material.Record.Registers.Staff.Where(s => Tenure.HoldsIn(s, material.Period.Start, material.Period.End)).ToArray();
        return LeavingOut(
            new DraftPart.Table(
                "kansli",
                caption,
                [new(DraftTexts.Post, Width: 4), new(DraftTexts.FullTimeShare, Alignment.Right, 2), new(DraftTexts.Employer, Width: 3)],
                [
                    .. posts.Select(s => new TableRow([s.Title, s.Percent is { } percent ? Share(percent) : "", s.Employer ?? ""])),
                    .. material.Record.Registers.FullTimeStaffOn(material.Period.End) is { } fullTime
                        ? [new TableRow(
                            [
                                Format(DraftTexts.FullTimeStaffOn, SwedishFormat.LongDate(material.Period.End)),
                                new TableCell(SwedishFormat.Exact(fullTime), fullTime, FigureSource.Of("register/kansli")), "",
                            ],
                            RowKind.Total)]
                        : ImmutableArray<TableRow>.Empty,
                ],
                []),
            DraftTexts.FullTimeShare,
            DraftTexts.Employer);
    }

    public static DraftPart.Table Glossary(PeriodMaterial material, string caption) => new(
        "ordlista",
        caption,
        [new(DraftTexts.Term, Width: 2), new(DraftTexts.Meaning, Width: 6)],
        [.. material.Record.Registers.Glossary.Select(g => new TableRow([g.Term, g.Meaning]))],
        []);

    public static DraftPart.Table Appendices(PeriodMaterial material, string caption) => new(
        "bilagor",
        caption,
        [new(DraftTexts.Appendix, Width: 1), new(DraftTexts.Title, Width: 6)],
        [
            .. material.Record.Registers.Appendices.Where(a => a.Year == material.Period.Year).OrderBy(a => a.Number)
                .Select(a => new TableRow([Format(DraftTexts.AppendixNumber, a.Number.ToString(CultureInfo.InvariantCulture)), a.Title])),
        ],
        []);

    public static DraftPart.Table Services(PeriodMaterial material, string caption) => new(
        "tjanster",
        caption,
        [new(DraftTexts.Service, Width: 4), new(DraftTexts.Supplier, Width: 4)],
        [
            .. material.Record.Registers.Services.Where(s => Tenure.HoldsIn(s, material.Period.Start, material.Period.End))
                .Select(s => new TableRow([s.What, s.Supplier])),
        ],
        []);

    public static DraftPart.Table Decisions(PeriodMaterial material, string caption) => new(
        "styrelsebeslut",
        caption,
        [new(DraftTexts.Date, Width: 2), new(DraftTexts.Paragraph, Width: 2), new(DraftTexts.Decision, Width: 6)],
        [
            .. material.Record.Registers.Decisions.Where(d => d.Date >= material.Period.Start && d.Date <= material.Period.End)
                .Select(d => new TableRow([SwedishFormat.Date(d.Date), d.Paragraph ?? "", d.Text])),
        ],
        []);

    private static TableCell Share(decimal percent) =>
        new(SwedishFormat.Exact(percent) + SwedishFormat.NoBreakSpace + "%", percent / 100m, FigureSource.Of("register/kansli"));
}
