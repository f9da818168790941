using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Templates;

public sealed class FieldTests
{
    [Theory]
    [InlineData("Medarbetare och chefer", "personer", "personer")]
    [InlineData("Hälsocentraler i länet", "hälsocentraler", null)]
    [InlineData("Tjänst, årsarbetare", "årsarbetare", null)]
    [InlineData("Kostnad, hela kronor", "kr", null)]
    [InlineData("Kostnad för inskrivna", "kr", "kr")]
    [InlineData("Antal", null, null)]
    public void A_unit_stands_beside_a_name_that_does_not_say_it(string name, string? unit, string? said) =>
        Assert.Equal(said, new Field("tal.antal", FieldKind.Count, name) { Unit = unit }.UnitBeside(name));
}
