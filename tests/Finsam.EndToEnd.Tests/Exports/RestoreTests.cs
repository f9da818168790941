using System.Text.RegularExpressions;
using Finsam.Adapters;
using Finsam.Adapters.Tables;
using Finsam.App.Drafts;
using Finsam.App.Exports;
using Finsam.App.Overview;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.App.Setup;
using Finsam.Cli;
using Finsam.Cli.Restores;
using Finsam.Domain.Periods;
using Finsam.LocalWorker.LocalStorage;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Exports;

/// <summary>A night's export put back by the command: the period, its drafts and its links are what they were that night.</summary>
public sealed partial class RestoreTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("finsam-restore-");
    private Azurite _azurite = null!;
    private TestInstance _instance = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string PeriodPage => OverviewRoutes.Address(TestInstance.PeriodKey);

    private StorageAccount Account => _instance.Service<StorageAccount>();

    public async ValueTask InitializeAsync()
    {
        _azurite = await Azurite.StartAsync(_folder.FullName, cancellation: Cancellation);
        _instance = await TestInstance.StartAsync(Cancellation, storage: _azurite.ConnectionString);
        await _instance.OpenAsync(Cancellation);
        await _instance.SendReportAsync("hofors", Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _instance.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task After_the_tables_are_lost_the_page_and_the_drafts_are_what_they_were()
    {
        await _instance.Service<RequestDraft>().HandleAsync(TestInstance.PeriodKey, RequestDraft.DeadlineRequest, Cancellation);
        await TestInstance.WaitAsync(async () => (await DraftsAsync()).Length > 0, Cancellation);
        await SettledAsync();
        var (page, drafts) = (await PageAsync(), await DraftsAsync());

        await ExportAsync();
        await WipeAsync();
        Assert.NotEqual(page, await PageAsync());
        Assert.Equal(0, await RestoreAsync());

        Assert.Equal(page, await PageAsync());
        Assert.Equal(drafts, await DraftsAsync());
        // Each mail's link still opens its form.
        using var browser = (await _instance.OpenFormAsync("hofors", Cancellation)).Browser;
    }

    [Fact]
    public async Task A_day_put_back_undoes_what_was_done_since_but_no_mail_goes_out_twice()
    {
        await SettledAsync();
        var reports = await ReportsAsync();
        await ExportAsync();
        await _instance.SendReportAsync("ovanaker", Cancellation);
        await SettledAsync();
        var mails = Directory.GetFiles(_instance.Local.MailFolder).Length;
        Assert.NotEqual(reports, await ReportsAsync());

        await Assert.ThrowsAsync<UserException>(() => RestoreAsync(o => o with { IsReplacing = false }));
        Assert.Equal(0, await RestoreAsync(o => o with { IsReplacing = false, IsTrial = true }));
        Assert.NotEqual(reports, await ReportsAsync());
        Assert.Equal(0, await RestoreAsync());

        Assert.Equal(reports, await ReportsAsync());
        Assert.Contains((await MailsAsync()).Where(m => m.Key.Report.Initiative == "ovanaker"), m => m is { State: MailState.Sent } && m.Key.Kind != "inbjudan");
        await _instance.TickAsync(Cancellation);
        await SettledAsync();
        Assert.Equal(mails, Directory.GetFiles(_instance.Local.MailFolder).Length);
    }

    [Fact]
    public async Task A_mail_that_waited_that_night_is_uncertain_when_the_tables_were_lost()
    {
        await SettledAsync();
        var outbox = _instance.Service<IOutbox>();
        var mail = (await outbox.ListAsync(TestInstance.PeriodKey, Cancellation))[0];
        Assert.True(await outbox.UpdateAsync(mail, mail.Value.As(MailState.Planned, _instance.Clock.GetUtcNow()), Cancellation));
        await ExportAsync();
        await WipeAsync();
        await RestoreAsync();
        Assert.Equal(MailState.Uncertain, (await outbox.FindAsync(mail.Value.Key, Cancellation))!.Value.State);
    }

    [Fact]
    public async Task A_copied_export_goes_into_empty_storage_and_the_files_that_are_not_there_are_told()
    {
        await ExportAsync();
        var copy = await CopyAsync();
        var empty = Directory.CreateTempSubdirectory("finsam-restore-empty-");
        await using (var other = await Azurite.StartAsync(empty.FullName, cancellation: Cancellation))
        {
            var written = new StringWriter();
            var console = Console.Out;
            Console.SetOut(written);
            try
            {
                Assert.Equal(0, await RestoreAsync(o => o with { Folder = copy, Date = null, Storage = other.ConnectionString, IsReplacing = false }));
            }
            finally
            {
                Console.SetOut(console);
            }

            Assert.Contains("filer som fanns då saknas nu", written.ToString(), StringComparison.Ordinal);
        }

        empty.Delete(recursive: true);
    }

    [Fact]
    public async Task An_export_that_has_been_changed_is_refused_before_anything_is_changed()
    {
        await ExportAsync();
        var copy = await CopyAsync();
        await File.AppendAllTextAsync(Path.Combine(copy, ExportManifest.FileOf(TableNames.Reports)), "x", Cancellation);
        var page = await PageAsync();
        var refused = await Assert.ThrowsAsync<UserException>(() => RestoreAsync(o => o with { Folder = copy, Date = null }));
        Assert.Contains("Reports.jsonl.gz", refused.Message, StringComparison.Ordinal);
        Assert.Equal(page, await PageAsync());
    }

    [Fact]
    public async Task A_day_without_an_export_is_told_with_the_last_one_there_is()
    {
        await ExportAsync();
        var refused = await Assert.ThrowsAsync<UserException>(() => RestoreAsync(o => o with { Date = o.Date!.Value.AddDays(-1) }));
        Assert.Contains("2024-01-08", refused.Message, StringComparison.Ordinal);
    }

    private async Task ExportAsync() => Assert.NotNull(await _instance.Service<ExportTables>().HandleAsync(Cancellation));

    private Task<int> RestoreAsync(Func<RestoreOptions, RestoreOptions>? change = null)
    {
        var options = new RestoreOptions
        {
            Date = SwedishTime.DateAt(_instance.Clock.GetUtcNow()),
            Storage = _azurite.ConnectionString,
            DataFolder = _folder.FullName,
            IsReplacing = true,
        };
        return RestoreCommand.RunAsync(change?.Invoke(options) ?? options, Cancellation);
    }

    private async Task WipeAsync()
    {
        foreach (var name in TableNames.All)
        {
            var table = Account.Tables.GetTableClient(name);
            await foreach (var row in table.QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: Cancellation))
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Cancellation);
            }
        }
    }

    // What README's az storage blob download-batch does.
    private async Task<string> CopyAsync()
    {
        var copy = _folder.CreateSubdirectory("kopia").FullName;
        await foreach (var blob in Account.Exports.GetBlobsAsync(cancellationToken: Cancellation))
        {
            await Account.Exports.GetBlobClient(blob.Name).DownloadToAsync(Path.Combine(copy, Path.GetFileName(blob.Name)), Cancellation);
        }

        return copy;
    }

    private async Task<string[]> ReportsAsync() =>
        [.. (await _instance.Service<IReportStore>().ListAsync(TestInstance.PeriodKey, Cancellation)).Select(r => RecordJson.Text(r.Value)).Order(StringComparer.Ordinal)];

    private async Task<OutgoingMail[]> MailsAsync() =>
        [.. (await _instance.Service<IOutbox>().ListAsync(TestInstance.PeriodKey, Cancellation)).Select(m => m.Value)];

    private Task SettledAsync() => TestInstance.WaitAsync(
        async () => (await MailsAsync()).All(m => m.State is not (MailState.Planned or MailState.Queued or MailState.Sending) || m.NotBefore > _instance.Clock.GetUtcNow()), Cancellation);

    private async Task<string> PageAsync() =>
        RequestId().Replace(await (await _instance.Chef.GetAsync(new Uri(PeriodPage, UriKind.Relative), Cancellation)).Content.ReadAsStringAsync(Cancellation), "");

    // Each finished draft, by hash.
    private async Task<string[]> DraftsAsync()
    {
        var store = _instance.Service<IDraftStore>();
        var files = new List<string>();
        foreach (var draft in (await store.ListAsync(TestInstance.PeriodKey, Cancellation)).Where(d => d.Value.State == DraftState.Ready))
        {
            var content = await store.ReadAsync(draft.Value, draft.Value.File!, Cancellation);
            files.Add($"{draft.Value.Key} {draft.Value.File} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(content!))}");
        }

        return [.. files];
    }

    // The page's button has a new one each time it is shown.
    [GeneratedRegex("name=\"_begaran\" value=\"[0-9a-f]+\"")]
    private static partial Regex RequestId();
}
