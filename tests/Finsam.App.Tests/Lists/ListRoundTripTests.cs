using CsCheck;
using Finsam.App.Lists;
using Finsam.App.Setup;
using Finsam.App.Tests.Records;
using Finsam.App.Tests.Setup;
using Finsam.Domain.Records;

namespace Finsam.App.Tests.Lists;

/// <summary>The lists out and in again.</summary>
public sealed class ListRoundTripTests
{
    private static readonly ListOptions Replace = new() { Replace = true };

    [Fact]
    public void The_sample_out_to_Excel_and_in_again_is_the_same() => Same(ReadPackage.From(Package.Gavleborg()).Record!);

    [Fact]
    public void Every_record_out_to_Excel_and_in_again_is_the_same() => RecordGen.Record.Sample(Same, iter: 100, threads: 1);

    [Fact]
    public void Taking_in_what_was_just_sent_out_changes_nothing() => RecordGen.Record.Sample(
        record =>
        {
            var workbook = ExportLists.Run(record);
            foreach (var options in new[] { new ListOptions(), Replace })
            {
                var outcome = ImportLists.Run(record, workbook, options);
                Assert.Empty(outcome.Findings.Where(f => !f.IsWarning));
                Assert.Equal(PackageFiles.Of(record), PackageFiles.Of(outcome.Record!));
                Assert.Empty(outcome.Changes);
                Assert.All(outcome.Counts, c => Assert.Equal((0, 0, 0), (c.Added, c.Changed, c.Removed)));
            }
        }, iter: 50, threads: 1);

    [Fact]
    public void One_list_out_and_in_again_changes_nothing()
    {
        var record = new Package().Read().Record!;
        Assert.All(RecordLists.All, list =>
        {
            var outcome = ImportLists.Run(record, ExportLists.Run(record, [list]), Replace);
            Assert.Empty(outcome.Findings.Where(f => !f.IsWarning));
            Assert.Empty(outcome.Changes);
        });
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes()
    {
        var record = new Package().Read().Record!;
        Assert.Equal(ExportLists.Run(record), ExportLists.Run(new Package().Read().Record!));
    }

    private static void Same(AssociationRecord record)
    {
        var workbook = ExportLists.Run(record);
        foreach (var options in new[] { Replace, new ListOptions() })
        {
            var outcome = ImportLists.Run(RecordGen.Emptied(record), workbook, options);
            Assert.Empty(outcome.Findings.Where(f => !f.IsWarning));
            Assert.Equal(PackageFiles.Of(record), PackageFiles.Of(outcome.Record!));
        }
    }
}
