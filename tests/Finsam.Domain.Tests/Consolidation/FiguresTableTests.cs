using Finsam.Domain.Answers;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Tests.Consolidation;

public sealed class FiguresTableTests
{
    [Fact]
    public void Figures_are_summed_and_the_blank_has_no_row_while_the_unknown_and_the_missing_have()
    {
        static Initiative Structural(string id) => Some.Initiative(id, InitiativeKind.Structural);
        var material = Some.Material(
            Structural("trisam").Sent(("natt.chefer", 1_108)), Structural("mysam").Sent(("natt.chefer", 20)), Structural("tom").Sent(),
            Structural("okand").Sent(("natt.chefer", Answer.Unknown.Instance)), Structural("inte-sand").NotSent(), Some.Initiative("hofors").NotSent());

        var table = FiguresTable.Build(material, "Chefer", "natt", "chefer");

        Assert.Equal(
            [["Trisam", "1 108"], ["Mysam", "20"], ["Okand", "uppgift saknas"], ["Inte-sand", "saknas"], ["Summa", "1 128"]],
            table.Read());
        Assert.Equal(["Summan omfattar 4 av 5 insatser. Rapport saknas från: Inte-sand."], table.Notes);
    }
}
