using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Consolidation.RecordTables;

/// <summary>Which initiatives took over from which in the period, so that a comparison with last year can be understood.</summary>
internal static class SuccessionsTable
{
    public static DraftPart.Table Build(PeriodMaterial material, string caption) => new(
        "efterfoljare",
        caption,
        [new(DraftTexts.Date, Width: 2), new(DraftTexts.Change, Width: 7)],
        [
            .. material.Record.Initiatives.Successions.Where(s => s.Date >= material.Period.Start && s.Date <= material.Period.End).OrderBy(s => s.Date)
                .Select(s => new TableRow([SwedishFormat.Date(s.Date), SuccessionNote.Of(s, id => material.Record.FindInitiative(id)?.Name ?? id)])),
        ],
        []);
}
