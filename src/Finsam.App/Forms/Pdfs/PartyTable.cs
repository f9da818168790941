using Finsam.Documents.Pdf;
using Finsam.Domain.Formats;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Pdfs;

/// <summary>A few numbers that every party has answered, as one table of the parties and their sum.</summary>
internal static class PartyTable
{
    private const int MostColumns = 5;

    /// <summary>True for a block that fits in one.</summary>
    public static bool Holds(FormView form, Block block) =>
        block is FiguresBlock && block.OwnFields(form.Initiative).ToArray() is { Length: > 0 and <= MostColumns } fields && fields.All(f => f.IsNumber);

    /// <summary>The table.</summary>
    public static PdfPart.Table Of(FormView form, Block block)
    {
        var fields = block.OwnFields(form.Initiative).ToArray();
        return new PdfPart.Table(
            form.Covers(block) is { Length: > 0 } covers ? PdfWords.Say(FormPdfTexts.Caption, block.Label, covers) : block.Label,
            [new PdfColumn(FormPdfTexts.PartyHead), .. fields.Select(f => new PdfColumn(f.Label, true))],
            [
                .. form.Initiative.Parties.Select(party => new PdfRow(
                    [party.Name, .. fields.Select(f => PdfWords.Cell(f, form.Answers[block.PartyKey(f.Key, party.Id)]))])),
                new PdfRow([FormTexts.Sum, .. fields.Select(f => Sum(form, block, f))], IsTotal: true),
            ]);
    }

    // Of those who have answered, said as such when it is not all of them.
    private static string Sum(FormView form, Block block, Field field)
    {
        var given = form.Initiative.Parties.Select(p => form.Answers.Number(block.PartyKey(field.Key, p.Id))).OfType<decimal>().ToArray();
        return given.Length == 0 ? "" : SwedishFormat.Exact(given.Sum()) + (given.Length < form.Initiative.Parties.Length ? " " + FormTexts.Incomplete : "");
    }
}
