using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Registers;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.RecordTables;

/// <summary>Who sat in a body during the period, with the days of those who came or left in it.</summary>
internal static class SeatsTable
{
    public static DraftPart.Table Build(PeriodMaterial material, RecordPart part, string caption)
    {
        var (start, end) = (material.Period.Start, material.Period.End);
        var seats = material.Record.Registers.Seats
            .Where(s => s.Body == part.Body && (part.Seats is null || s.Kind == part.Seats) && Tenure.HoldsIn(s, start, end))
            .ToImmutableArray();
        var id = "platser-" + part.Body + part.Seats switch { SeatKind.Ordinary => "-ordinarie", SeatKind.Deputy => "-ersattare", _ => "" };
        if (part.Layout == RecordLayout.Together)
        {
            return new DraftPart.Table(
                id,
                caption,
                [new(DraftTexts.Organisation, Width: 3), new(DraftTexts.Ordinary, Width: 4), new(DraftTexts.Deputy, Width: 4)],
                [
                    .. from seat in seats
                       group seat by seat.Group ?? seat.Organisation ?? "" into organisation
                       select new TableRow(
                       [
                           organisation.Key,
                           Lines(organisation.Where(s => s.Kind == SeatKind.Ordinary), material),
                           Lines(organisation.Where(s => s.Kind == SeatKind.Deputy), material),
                       ]),
                ],
                []);
        }

        return LeavingOut(
            new DraftPart.Table(
                id,
                caption,
                [
                    .. part.Seats is null ? [new TableColumn(DraftTexts.Seat, Width: 2)] : ImmutableArray<TableColumn>.Empty,
                    new(DraftTexts.Name, Width: 4), new(DraftTexts.Organisation, Width: 4), new(DraftTexts.RoleHead, Width: 3),
                ],
                [
                    .. seats.Select(s => new TableRow(
                    [
                        .. part.Seats is null ? [(TableCell)KindWord(s.Kind)] : ImmutableArray<TableCell>.Empty,
                        Holder(s, material), s.Organisation ?? "", s.Title ?? RoleWord(s.Role),
                    ])),
                ],
                []),
            DraftTexts.Organisation,
            DraftTexts.RoleHead);
    }

    /// <summary>Those who sit at signing sign, also for an earlier year: the day is the board's meeting, else the period's end.</summary>
    public static DraftPart.Table Signatures(PeriodMaterial material, string caption)
    {
        var day = material.Period.BoardMeeting ?? material.Period.End;
        return new DraftPart.Table(
            "underskrifter",
            caption,
            [new(DraftTexts.Name, Width: 4), new(DraftTexts.RoleHead, Width: 3), new(DraftTexts.Signature, Width: 5)],
            [
                .. material.Record.Registers.Seats.Where(s => s.Signs && Tenure.Holds(s, day))
                    .OrderBy(s => s.Role switch { SeatRole.Chair => 0, SeatRole.ViceChair => 1, _ => 2 })
                    .Select(s => new TableRow([s.Holder ?? DraftTexts.NameLeftOut, s.Role == SeatRole.Member ? DraftTexts.BoardMember : Upper(RoleWord(s.Role)), ""])),
            ],
            []);
    }

    private static TableCell Lines(IEnumerable<Seat> seats, PeriodMaterial material) => string.Join('\n', seats.Select(s =>
        string.Join(", ", new[] { Holder(s, material), s.Group is null ? null : s.Organisation, RoleWord(s.Role) }.Where(word => !string.IsNullOrEmpty(word)))));

    private static string Holder(Seat seat, PeriodMaterial material)
    {
        var name = seat.Vacant ? DraftTexts.Vacant : seat.Holder ?? DraftTexts.NameLeftOut;
        var (from, to) = (seat.From > material.Period.Start ? seat.From : null, seat.To < material.Period.End ? seat.To : null);
        return (from, to) switch
        {
            (null, null) => name,
            ({ } f, null) => $"{name} {Format(DraftTexts.FromDay, SwedishFormat.LongDate(f))}",
            (null, { } t) => $"{name} {Format(DraftTexts.ToDay, SwedishFormat.LongDate(t))}",
            ({ } f, { } t) => $"{name} {Format(DraftTexts.FromDayToDay, SwedishFormat.LongDate(f), SwedishFormat.LongDate(t))}",
        };
    }

    private static string KindWord(SeatKind kind) => kind == SeatKind.Ordinary ? DraftTexts.Ordinary : DraftTexts.Deputy;

    private static string RoleWord(SeatRole role) => role switch
    {
        SeatRole.Chair => DraftTexts.Chair,
        SeatRole.ViceChair => DraftTexts.ViceChair,
        _ => "",
    };

    private static string Upper(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
