using Finsam.App.Records;
using Finsam.App.Tests.Setup;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Records;

namespace Finsam.App.Tests.Records;

/// <summary>What was changed is told place by place, in words that people read.</summary>
public sealed class RecordDiffTests
{
    private static readonly AssociationRecord Record = new Package().Read().Record!;

    [Fact]
    public void A_record_that_is_the_same_has_no_changes() => Assert.Empty(RecordDiff.Between(Record, new Package().Read().Record!));

    [Fact]
    public void A_value_is_told_with_what_it_was_and_what_it_became()
    {
        var change = Only(With(i => i with { AgreedEnd = new DateOnly(2023, 6, 30) }));
        Assert.Equal(("initiatives.json", "initiatives[hofors].end", "Insatser › Ett hållbart arbetsliv › Slutdatum"), (change.File, change.Path, change.Where));
        Assert.Equal(("\"2023-03-01\"", "\"2023-06-30\""), (change.From, change.To));
    }

    [Fact]
    public void What_was_blank_and_what_became_blank_is_null()
    {
        Assert.Null(Only(With(i => i with { Purpose = "Stöd" })).From);
        Assert.Null(Only(With(i => i with { Link = null })).To);
    }

    [Fact]
    public void An_initiative_that_comes_is_one_change_and_one_that_moves_in_the_order_is_another()
    {
        var initiatives = Record.Initiatives.Initiatives;
        var come = Only(Record with { Initiatives = Record.Initiatives with { Initiatives = initiatives.Add(initiatives[0] with { Id = "ny", Name = "Ny" }) } });
        Assert.Equal("initiatives[ny]", come.Path);
        Assert.Null(come.From);

        var moved = Only(Record with { Initiatives = Record.Initiatives with { Initiatives = [.. initiatives.Reverse()] } });
        Assert.Equal(("initiatives", "[\"hofors\",\"tid\"]", "[\"tid\",\"hofors\"]"), (moved.Path, moved.From, moved.To));
    }

    [Fact]
    public void A_decision_has_no_id_so_one_goes_and_another_comes()
    {
        var changes = RecordDiff.Between(Record, With(i => i with { Decisions = [i.Decisions[0] with { Kronor = 200_000 }] }));
        Assert.Equal(["initiatives[hofors].decisions", "initiatives[hofors].decisions"], changes.Select(c => c.Path));
        Assert.Contains("176000", changes[0].From, StringComparison.Ordinal);
        Assert.Null(changes[0].To);
        Assert.Null(changes[1].From);
        Assert.Contains("200000", changes[1].To, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_payments_that_are_alike_are_two()
    {
        var payment = new Payment { Date = new DateOnly(2023, 2, 1), Kronor = 1000, Party = "Hofors kommun", Year = 2023 };
        var one = With(i => i with { Payments = [payment] });
        Assert.Equal("initiatives[hofors].payments", Assert.Single(RecordDiff.Between(one, With(i => i with { Payments = [payment, payment] }))).Path);
    }

    [Fact]
    public void A_template_that_comes_and_one_that_changes_are_told_by_their_file()
    {
        var template = Record.Templates[0];
        Assert.Equal("templates/ny.json", Only(Record with { Templates = [template, template with { Id = "ny" }] }).File);
        Assert.Equal("Rapportmall › title", Only(Record with { Templates = [template with { Title = "Ny" }] }).Where);
    }

    private static AssociationRecord With(Func<Initiative, Initiative> change) => Record with
    {
        Initiatives = Record.Initiatives with { Initiatives = Record.Initiatives.Initiatives.SetItem(0, change(Record.Initiatives.Initiatives[0])) },
    };

    private static RecordChange Only(AssociationRecord changed) => Assert.Single(RecordDiff.Between(Record, changed));
}
