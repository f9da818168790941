using CsCheck;
using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.App.Setup.Checks;
using Finsam.App.Tests.Setup;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Records;

namespace Finsam.App.Tests.Records;

/// <summary>What holds for every record.</summary>
public sealed class RecordTests
{
    [Fact]
    public void The_generator_makes_records_that_hold_together() => RecordGen.Record.Sample(
        record => Assert.DoesNotContain(ReadPackage.From(PackageFiles.Of(record)).Findings.Concat(CheckRecord.Run(record)), f => !f.IsWarning), iter: 200, threads: 1);

    [Fact]
    public void A_record_out_as_a_package_and_in_again_is_the_same_and_so_are_its_bytes() => RecordGen.Record.Sample(
        record =>
        {
            var files = PackageFiles.Of(record);
            var read = ReadPackage.From(files);
            Assert.Equal(files, PackageFiles.Of(read.Record!));

            using var zip = new MemoryStream(PackageFiles.Zip(files));
            Assert.Equal(zip.ToArray(), PackageFiles.Zip(PackageFiles.Of(ReadPackage.FromZip(zip).Record!)));
        }, iter: 100, threads: 1);

    [Fact]
    public void Nothing_differs_between_a_record_and_itself_and_something_between_two_that_are_not_the_same() => Gen.Select(RecordGen.Record, RecordGen.Record).Sample(
        (a, b) =>
        {
            Assert.Empty(RecordDiff.Between(a, a));
            foreach (var other in Others(a, b).Append(b))
            {
                Assert.Equal(PackageFiles.Of(a).SequenceEqual(PackageFiles.Of(other)), RecordDiff.Between(a, other).IsEmpty);
            }
        }, iter: 100, threads: 1);

    [Fact]
    public void A_record_from_before_a_rule_was_made_can_be_compared_though_it_has_the_same_year_twice()
    {
        var record = new Package().Read().Record!;
        var first = record.Association.Members[0];
        var twice = record with { Association = record.Association with { Members = record.Association.Members.SetItem(0, first with { Contributions = [new(2023, 1), new(2023, 2)] }) } };
        Assert.NotEmpty(RecordDiff.Between(record, twice));
        Assert.NotEmpty(RecordDiff.Between(twice, record));
        Assert.Empty(RecordDiff.Between(twice, twice));
    }

    // A record that differs little: in one file, in one letter, in one order, in what stands twice.
    private static IEnumerable<AssociationRecord> Others(AssociationRecord a, AssociationRecord b)
    {
        var (file, first) = (a.Initiatives, a.Initiatives.Initiatives[0]);
        AssociationRecord With(Initiative changed) => a with { Initiatives = file with { Initiatives = file.Initiatives.SetItem(0, changed) } };
        return
        [
            a with { Association = b.Association }, a with { Initiatives = b.Initiatives }, a with { Registers = b.Registers }, a with { Goals = b.Goals },
            a with { Budget = b.Budget }, a with { Booked = b.Booked }, a with { History = b.History }, a with { Figures = b.Figures }, a with { Texts = b.Texts },
            a with { Initiatives = file with { Initiatives = [.. file.Initiatives.Reverse()] } },
            a with { Registers = a.Registers with { Seats = [.. a.Registers.Seats.Reverse()] } },
            With(first with { Name = (first.Name[0] == 'x' ? 'y' : 'x') + first.Name[1..] }),
            With(first with { Payments = [.. first.Payments, .. first.Payments.Take(1)] }),
            With(first with { Partners = [.. first.Partners.Reverse()] }),
            With(first with { Contacts = first.Contacts.SetItem(0, first.Contacts[0] with { Sections = [] }) }),
        ];
    }
}
