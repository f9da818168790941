using Finsam.Cli.Hosting;
using Finsam.Testing;

namespace Finsam.Cli.Tests;

/// <summary>What keeps an instance from starting is told in words that help.</summary>
public sealed class ServeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_or_a_port_that_another_instance_has_is_told()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        var folder = Path.GetDirectoryName(instance.Local.MailFolder)!;
        var sameFolder = await Assert.ThrowsAsync<UserException>(() => LocalInstance.StartAsync(new LocalInstanceOptions { DataFolder = folder }, Cancellation));
        Assert.Contains("används redan", sameFolder.Message, StringComparison.Ordinal);

        var samePort = await Assert.ThrowsAsync<UserException>(() => LocalInstance.StartAsync(
            new LocalInstanceOptions { DataFolder = folder, Storage = instance.Local.Storage, Port = instance.Address.Port }, Cancellation));
        Assert.Contains("--port", samePort.Message, StringComparison.Ordinal);
    }
}
