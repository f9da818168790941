using CsCheck;
using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.App.Setup.Checks;

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
            Assert.Equal(PackageFiles.Of(a).SequenceEqual(PackageFiles.Of(b)), RecordDiff.Between(a, b).IsEmpty);
        }, iter: 100, threads: 1);
}
