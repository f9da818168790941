using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Consolidation;

/// <summary>The period's initiatives, with what the outline wants beside their names.</summary>
internal static class InitiativesTable
{
    public static DraftPart.Table Build(PeriodMaterial material, InitiativesPart part, string caption) => new(
        part.Kind switch { null => "insatser", InitiativeKind.Individual => "insatser-individinriktade", _ => "insatser-strukturovergripande" },
        caption,
        [.. part.Columns.Select(c => new TableColumn(Head(c), Width: c is InitiativeColumn.Name or InitiativeColumn.Purpose ? 5 : 3))],
        [
            .. material.Initiatives.Where(i => part.Kind is null || i.Initiative.Kind == part.Kind)
                .Select(i => new TableRow([.. part.Columns.Select(c => (TableCell)Cell(material, i.Initiative, c))])),
        ],
        []);

    private static string Cell(PeriodMaterial material, Initiative initiative, InitiativeColumn column) => column switch
    {
        InitiativeColumn.Name => initiative.Name,
        InitiativeColumn.Dates => SwedishFormat.Span(initiative.Start, initiative.End),
        InitiativeColumn.Heading => initiative.Heading ?? "",
        InitiativeColumn.Orientation => initiative.Orientation ?? "",
        InitiativeColumn.Kind => initiative.Kind == InitiativeKind.Individual ? DraftTexts.Individual : DraftTexts.Structural,
        InitiativeColumn.Status => initiative.HasEndedBy(material.Period.End) ? DraftTexts.Ended : DraftTexts.Ongoing,
        InitiativeColumn.Municipalities => initiative.Municipalities.IsEmpty ? DraftTexts.AllMunicipalities : string.Join(", ", initiative.Municipalities),
        InitiativeColumn.Owner => initiative.Owner,
        InitiativeColumn.Partners => string.Join(", ", initiative.Partners),
        InitiativeColumn.Purpose => initiative.Purpose ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };

    private static string Head(InitiativeColumn column) => column switch
    {
        InitiativeColumn.Name => DraftTexts.Initiative,
        InitiativeColumn.Dates => DraftTexts.Dates,
        InitiativeColumn.Heading => DraftTexts.HeadingHead,
        InitiativeColumn.Orientation => DraftTexts.OrientationHead,
        InitiativeColumn.Kind => DraftTexts.Kind,
        InitiativeColumn.Status => DraftTexts.Status,
        InitiativeColumn.Municipalities => DraftTexts.MunicipalitiesHead,
        InitiativeColumn.Owner => DraftTexts.OwnerHead,
        InitiativeColumn.Partners => DraftTexts.PartnersHead,
        InitiativeColumn.Purpose => DraftTexts.PurposeHead,
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };
}
