using Finsam.Domain.Budgets;
using Finsam.Domain.Consolidation;

namespace Finsam.Domain.Tests.Consolidation;

public sealed class BookedTableTests
{
    [Fact]
    public void Reported_and_booked_stand_side_by_side_with_their_difference_and_why()
    {
        var material = Some.Material(Reported("trisam", 5_477_000), Reported("hofors", 201_000), Reported("ljusdal", 891_000)).Booked(
            new BookedOutcome(2023, "trisam", 5_471_000m) { Comment = "Faktura från 2022." }, new BookedOutcome(2023, "hofors", 201_000m));
        var table = BookedTable.Build(material, "Rapporterat och bokfört");
        Assert.Equal(
            [
                ["Trisam", "5 477", "5 471", "6", "Faktura från 2022."], ["Hofors", "201", "201", "0", ""], ["Ljusdal", "891", "saknas", "", ""],
                ["Totalt", "5 678", "5 672", "6", ""],
            ],
            table.Read());
        Assert.Equal(["Totalen omfattar de 2 av 3 rader som är både rapporterade och bokförda."], table.Notes);

        // A difference with a comment is closed.
        Assert.DoesNotContain(Findings.Of(material, Some.Outline), f => f.Contains("Trisam", StringComparison.Ordinal));
    }

    private static InitiativeMaterial Reported(string id, int kronor) => Some.Initiative(id).Sent(("ekonomi.utfall", kronor));
}
