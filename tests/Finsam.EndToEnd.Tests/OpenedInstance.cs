using Finsam.Testing;

namespace Finsam.EndToEnd.Tests;

/// <summary>An instance whose period is open, with the invitations sent; for the tests of one class.</summary>
public sealed class OpenedInstance : IAsyncLifetime
{
    public TestInstance Instance { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Instance = await TestInstance.StartAsync(TestContext.Current.CancellationToken);
        await Instance.OpenAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Instance.DisposeAsync();
}
