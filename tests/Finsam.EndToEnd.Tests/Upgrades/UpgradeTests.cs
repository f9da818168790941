using System.Net;
using Azure.Data.Tables;
using Finsam.Adapters;
using Finsam.App.Drafts;
using Finsam.App.Operations;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.Domain.Periods;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Upgrades;

/// <summary>What every released version has stored is read by this one: a service can be upgraded while reports are out. Each version's rows are a file in Fixtures.
/// Before a release, FINSAM_FIXTURE=write writes those of the version in Directory.Build.props; a file that is there is never changed.</summary>
public sealed class UpgradeTests
{
    private const string Initiative = "hofors";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Domain.Reports.ReportKey Report => TestInstance.PeriodKey.Report(Initiative);

    public static TheoryData<string> Versions => [.. Directory.GetDirectories(StoredRows.Folder).Where(d => File.Exists(StoredRows.FileOf(Path.GetFileName(d)))).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task This_version_has_its_rows_kept()
    {
        var file = StoredRows.FileOf(Software.Version);
        if (Environment.GetEnvironmentVariable("FINSAM_FIXTURE") == "write" && !File.Exists(file))
        {
            await using var instance = await TestInstance.StartAsync(Cancellation);
            await instance.OpenAsync(Cancellation);
            await instance.SendReportAsync(Initiative, Cancellation);
            (await instance.Chef.PostAsync(new Uri("/api/forbund/gavleborg/perioder/2023-helar/utkast", UriKind.Relative), null, Cancellation)).EnsureSuccessStatusCode();
            await TestInstance.WaitAsync(async () => (await instance.Service<IDraftStore>().ListAsync(TestInstance.PeriodKey, Cancellation)) is [{ Value.State: DraftState.Ready }], Cancellation);
            await StoredRows.WriteAsync(instance.Service<StorageAccount>(), file, IsWanted, Cancellation);
        }

        Assert.True(File.Exists(file), $"{file}: run this test with FINSAM_FIXTURE=write before the release.");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_a_version_has_stored_is_read_by_this_one(string version)
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        var account = instance.Service<StorageAccount>();
        await StoredRows.ReadAsync(account, StoredRows.FileOf(version), Cancellation);

        var records = instance.Service<IRecordStore>();
        var record = Assert.IsType<StoredRecord>(await records.FindAsync("gavleborg", Cancellation));
        Assert.NotEmpty(record.Record.Initiatives.Initiatives);
        Assert.NotEmpty(await records.VersionsAsync("gavleborg", Cancellation));

        var reports = instance.Service<IReportStore>();
        var report = Assert.IsType<ReportInProgress>(await reports.FindWithPartsAsync(Report, Cancellation));
        Assert.NotEmpty(report.Parts);
        Assert.True(report.Head.Value.IsSent);
        Assert.Equal(Report, (await reports.SnapshotAsync("gavleborg", report.Head.Value.SnapshotHash!, Cancellation)).Key);
        Assert.NotEmpty((await records.TemplateAsync("gavleborg", report.Head.Value.TemplateHash, Cancellation)).Sections);
        Assert.NotEmpty(await reports.HistoryAsync(Report, Cancellation));

        var mail = (await instance.Service<IOutbox>().ListAsync(Report, Cancellation))[0].Value;
        Assert.Equal(MailState.Sent, mail.State);
        var index = await RowAsync(account, "Links", r => r.PartitionKey.Contains('|', StringComparison.Ordinal));
        Assert.Equal(Report, (await instance.Service<ILinkStore>().FindAsync(index.RowKey.Split('|')[1], Cancellation))!.Report);
        Assert.Contains(await instance.Service<IDueIndex>().UpToAsync(DateOnly.MaxValue, Cancellation), d => d.Period == TestInstance.PeriodKey);
        Assert.Equal(DraftState.Ready, Assert.Single(await instance.Service<IDraftStore>().ListAsync(TestInstance.PeriodKey, Cancellation)).Value.State);

        // And people see it.
        Assert.Equal(HttpStatusCode.OK, (await instance.Chef.GetAsync(new Uri("/oversikt/gavleborg/2023-helar/hofors", UriKind.Relative), Cancellation)).StatusCode);
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Opens.AddDays(2), new TimeOnly(9, 0)));
        await instance.TickAsync(Cancellation);
    }

    // One report's rows are enough: every kind of row is among them.
    private static bool IsWanted(string table, TableEntity row) => table switch
    {
        "Reports" => row.RowKey.Contains(Initiative, StringComparison.Ordinal),
        "Outbox" => row.RowKey.StartsWith(Initiative, StringComparison.Ordinal),
        "Links" => row.PartitionKey.EndsWith(Initiative, StringComparison.Ordinal) || (row.GetString("Document") ?? "").Contains($"\"{Initiative}\"", StringComparison.Ordinal),
        "Due" => row.RowKey.EndsWith("|" + Initiative, StringComparison.Ordinal) || row.RowKey.EndsWith('|') || row.RowKey[0] == '~',
        _ => true,
    };

    private static async Task<TableEntity> RowAsync(StorageAccount account, string table, Func<TableEntity, bool> which)
    {
        await foreach (var row in account.Tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: Cancellation))
        {
            if (which(row))
            {
                return row;
            }
        }

        throw new InvalidOperationException($"No such row in {table}.");
    }
}
