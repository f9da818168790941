using Finsam.Documents.Pdf;
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
            form.Caption(block),
            [new PdfColumn(FormPdfTexts.PartyHead), .. fields.Select(f => new PdfColumn(f.Label, true))],
            [
                .. form.Initiative.Parties.Select(party => new PdfRow(
                    [party.Name, .. fields.Select(f => PdfWords.Cell(f, form.Answers[block.PartyKey(f.Key, party.Id)]))])),
                new PdfRow([FormTexts.Sum, .. fields.Select(f => form.SumOverParties(block, f))], IsTotal: true),
            ]);
    }
}
