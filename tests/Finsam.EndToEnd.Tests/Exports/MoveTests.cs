using System.Net;
using Finsam.App.Overview;
using Finsam.App.Reminders;
using Finsam.Cli;
using Finsam.Cli.Moves;
using Finsam.EndToEnd.Tests.Kills;
using Finsam.LocalWorker.LocalStorage;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Exports;

/// <summary>An association moved from one installation to another by the commands: there it is what it was, and the others stay where they are.</summary>
public sealed class MoveTests : IAsyncLifetime
{
    private const string Other = "annat";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("finsam-move-");
    private Azurite _from = null!;
    private Azurite _to = null!;
    private TestInstance _instance = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Moved => TestInstance.PeriodKey.Association;

    private string Zip => Path.Combine(_folder.FullName, "flytt.zip");

    public async ValueTask InitializeAsync()
    {
        _from = await Azurite.StartAsync(_folder.CreateSubdirectory("fran").FullName, cancellation: Cancellation);
        _to = await Azurite.StartAsync(_folder.CreateSubdirectory("till").FullName, cancellation: Cancellation);
        _instance = await TestInstance.StartAsync(Cancellation, storage: _from.ConnectionString);
        await SmallPackage.ImportAsync(_instance.Chef, Other, PackageChange.None, Cancellation);
        await _instance.OpenAsync(Cancellation);
        await _instance.SendReportAsync("hofors", Cancellation);
        var outbox = _instance.Service<IOutbox>();
        await TestInstance.WaitAsync(async () => (await outbox.ListAsync(TestInstance.PeriodKey, Cancellation)).All(m => m.Value.State == MailState.Sent), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _instance.DisposeAsync();
        await _from.DisposeAsync();
        await _to.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Moved_to_another_installation_the_reports_are_there_and_the_links_in_the_mails_open_them()
    {
        var link = new Uri(await _instance.LinkAsync("ovanaker"));
        var before = await ReportsAsync(_instance);
        Assert.Equal(0, await MoveCommand.OutAsync(Moved, Zip, _from.ConnectionString, isRemoved: false, Cancellation));
        Assert.Equal(0, await MoveCommand.InAsync(Zip, _to.ConnectionString, Cancellation));

        await using var there = await TestInstance.StartAsync(Cancellation, storage: _to.ConnectionString);
        there.Clock.Set(_instance.Clock.GetUtcNow());
        Assert.Equal(before, await ReportsAsync(there));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(there, Other));
        using var opened = await TestInstance.Client(there.Address, redirect: true).GetAsync(new Uri(link.AbsolutePath, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        await there.TickAsync(Cancellation);
        Assert.Empty(there.Mails("*"));
        var again = await Assert.ThrowsAsync<UserException>(() => MoveCommand.InAsync(Zip, _to.ConnectionString, Cancellation));
        Assert.Contains("finns redan", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_where_it_was_nothing_of_it_is_left_and_the_other_association_has_all_it_had()
    {
        var other = await RecordAsync(Other);
        Assert.Equal(0, await MoveCommand.OutAsync(Moved, Zip, _from.ConnectionString, isRemoved: true, Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(_instance, Moved));
        Assert.Equal(other, await RecordAsync(Other));

        var left = await Assert.ThrowsAsync<UserException>(() => MoveCommand.OutAsync(Moved, Zip + "2", _from.ConnectionString, isRemoved: false, Cancellation));
        Assert.Contains("finns inte", left.Message, StringComparison.Ordinal);
        var account = _instance.Service<Adapters.StorageAccount>();
        await foreach (var blob in account.Blobs.GetBlobsAsync(cancellationToken: Cancellation))
        {
            Assert.DoesNotContain($"/{Moved}/", blob.Name, StringComparison.Ordinal);
        }

        foreach (var table in Adapters.Tables.TableNames.All.Where(t => t != Adapters.Tables.TableNames.Mailboxes))
        {
            await foreach (var row in account.Tables.GetTableClient(table).QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: Cancellation))
            {
                Assert.DoesNotContain(row, property => property.Value is string text && text.Contains(Moved, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_zip_that_is_cut_off_moves_nothing()
    {
        await MoveCommand.OutAsync(Moved, Zip, _from.ConnectionString, isRemoved: false, Cancellation);
        var whole = await File.ReadAllBytesAsync(Zip, Cancellation);
        await File.WriteAllBytesAsync(Zip, whole[..(whole.Length / 2)], Cancellation);
        await Assert.ThrowsAsync<UserException>(() => MoveCommand.InAsync(Zip, _to.ConnectionString, Cancellation));
    }

    private static async Task<string> ReportsAsync(TestInstance instance)
    {
        var address = "/" + OverviewRoutes.ApiPeriod.Replace("{association}", Moved, StringComparison.Ordinal).Replace("{period}", TestInstance.Period.Id, StringComparison.Ordinal);
        return await instance.Chef.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestInstance instance, string association) => (await AssociationAsync(instance, association)).StatusCode;

    private async Task<byte[]> RecordAsync(string association) =>
        await _instance.Chef.GetByteArrayAsync(new Uri("/" + OverviewRoutes.ApiRecord.Replace("{association}", association, StringComparison.Ordinal), UriKind.Relative), Cancellation);

    private static Task<HttpResponseMessage> AssociationAsync(TestInstance instance, string association) =>
        instance.Chef.GetAsync(new Uri("/" + OverviewRoutes.ApiAssociation.Replace("{association}", association, StringComparison.Ordinal), UriKind.Relative), Cancellation);
}
