using Finsam.App.Overview;
using Finsam.Cli.Demo;
using Finsam.LocalWorker.LocalStorage;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Demos;

/// <summary>The demo against a storage account that is there already (demo --storage).</summary>
public sealed class DemoStorageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_leaves_its_association_in_the_storage_account_and_does_not_write_over_it()
    {
        var folder = Directory.CreateTempSubdirectory("finsam-demo-storage-");
        await using (var azurite = await Azurite.StartAsync(folder.CreateSubdirectory("konto").FullName, cancellation: Cancellation))
        {
            var output = Path.Combine(folder.FullName, "ut");
            Assert.Equal(0, await DemoCommand.RunAsync("gavleborg-2023", output, azurite.ConnectionString, verbose: false, Cancellation));
            Assert.False(Directory.Exists(Path.Combine(output, "lager", "azurite")));
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(output, "utkast"), "*.docx"));

            await using (var instance = await TestInstance.StartAsync(Cancellation, storage: azurite.ConnectionString))
            {
                var page = await instance.Chef.GetAsync(new Uri(OverviewRoutes.Address(TestInstance.PeriodKey), UriKind.Relative), Cancellation);
                Assert.True(page.IsSuccessStatusCode);
            }

            Assert.Equal(1, await DemoCommand.RunAsync("gavleborg-2023", output, azurite.ConnectionString, verbose: false, Cancellation));
            Assert.Contains("finns redan i lagringskontot", await File.ReadAllTextAsync(Path.Combine(output, "sammanfattning.md"), Cancellation), StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }
}
