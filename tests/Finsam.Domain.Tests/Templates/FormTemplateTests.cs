using Finsam.Domain.Initiatives;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Templates;

public sealed class FormTemplateTests
{
    private static readonly FormTemplate Prepared = Some.Template with
    {
        Preparations =
        [
            new AtHand("kostnaden"),
            new AtHand("pinnstatistik") { Sections = ["deltagare"] },
            new AtHand("möten") { Sections = ["medarbetare", "aktiviteter"] },
            new AtHand("resultat för målen") { Sections = ["mal"], OfGoals = true },
        ],
    };

    [Fact]
    public void One_is_told_to_have_at_hand_only_what_one_is_asked_about()
    {
        Assert.Equal(["kostnaden", "pinnstatistik"], Prepared.HaveAtHandFor(Some.Initiative()));
        Assert.Equal(["kostnaden", "möten", "resultat för målen"], Prepared.HaveAtHandFor(Some.Initiative(kind: InitiativeKind.Structural).WithGoals("Fler möts.")));
    }

    [Theory]
    [InlineData("deltagare.deltagit.kvinna", false)]
    [InlineData("deltagare.nya.man", true)]
    [InlineData("deltagare.nya.kvinna", false)]
    [InlineData("kommentar.text", true)]
    [InlineData("mal.samlad", false)]
    [InlineData("ekonomi.kommentar", false)]
    public void A_field_is_optional_when_neither_it_nor_a_rule_may_ask_for_it(string field, bool isOptional)
    {
        var template = Some.Template with { Rules = [new RequiredRule("nya", ["deltagare.nya.kvinna"], Severity.Error, "") { When = new Condition(["deltagare.deltagit.kvinna"]) { Value = 1 } }] };

        Assert.Equal(isOptional, template.IsOptional(template.FieldsFor(Some.Initiative()).Single(f => f.Key == field)));
    }

    [Fact]
    public void What_a_rule_asks_of_every_party_is_optional_for_none_of_them()
    {
        var initiative = Some.Initiative() with { Parties = [new ReportingParty("af", "Arbetsförmedlingen")] };
        var template = Some.Template with
        {
            Sections = [new Section("natt", "Nått", AskedOf.Everyone, [Some.Reached with { SharedByParty = true }])],
            Rules = [new RequiredRule("chefer", ["natt.chefer"], Severity.Error, "")],
        };

        Assert.False(template.IsOptional(Assert.Single(template.FieldsFor(initiative))));
    }
}
