using System.Net;
using Finsam.LocalWorker.LocalStorage;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests;

/// <summary>Storage that is down: a page that says so, nothing lost, and recovery by itself.</summary>
public sealed class StorageDownTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_storage_is_down_a_503_page_says_what_to_do_and_afterwards_everything_works_again()
    {
        var folder = Directory.CreateTempSubdirectory("finsam-down-");
        var azurite = await Azurite.StartAsync(folder.FullName, cancellation: Cancellation);
        var (ports, storage) = (azurite.Ports, azurite.ConnectionString);
        await using (var instance = await TestInstance.StartAsync(Cancellation, storage: storage))
        {
            await instance.OpenAsync(Cancellation);
            var (browser, home) = await instance.OpenFormAsync("hofors", Cancellation);
            using (browser)
            {
                var page = await browser.GetAsync(home.Address.AbsolutePath + "/del/ekonomi", Cancellation);
                await azurite.DisposeAsync();

                var down = await browser.PostAsync(page, new Dictionary<string, string> { ["ekonomi.utfall"] = "201000" }, Cancellation);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, down.Status);
                Assert.Contains("Inget som du har skickat in eller sparat tidigare är förlorat", down.Text, StringComparison.Ordinal);

                azurite = await Azurite.StartAsync(folder.FullName, ports: ports, cancellation: Cancellation);
                var saved = await browser.PostAsync(page, new Dictionary<string, string> { ["ekonomi.utfall"] = "201000" }, Cancellation);
                Assert.Equal(HttpStatusCode.OK, saved.Status);
            }
        }

        await azurite.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
