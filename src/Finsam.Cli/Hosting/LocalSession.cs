using System.Text.Json;

namespace Finsam.Cli.Hosting;

/// <summary>How the command line finds, and is let into, the instance that runs with a data folder: a file there that only its owner can read,
/// taken away when the instance stops.</summary>
public sealed class LocalSession : IAsyncDisposable
{
    private const string FileName = "session.json";

    private readonly string _path;

    private LocalSession(string path) => _path = path;

    /// <summary>Writes the file.</summary>
    public static async Task<LocalSession> WriteAsync(string dataFolder, LocalInstance instance, CancellationToken cancellation)
    {
        var path = Path.Combine(dataFolder, FileName);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File.Delete(path);
        await using var file = new FileStream(path, options);
        await JsonSerializer.SerializeAsync(file, new Content(instance.Address, instance.SignIn.CookieHeader), cancellationToken: cancellation);
        return new LocalSession(path);
    }

    /// <summary>A client for the instance; null when none runs with the folder.</summary>
    public static async Task<HttpClient?> ClientAsync(string dataFolder, CancellationToken cancellation)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path) || JsonSerializer.Deserialize<Content>(await File.ReadAllTextAsync(path, cancellation)) is not { } content)
        {
            return null;
        }

        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = content.Address };
        client.DefaultRequestHeaders.Add("Cookie", content.Cookie);
        client.DefaultRequestHeaders.Add("Origin", content.Address.GetLeftPart(UriPartial.Authority));
        return client;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        File.Delete(_path);
        return ValueTask.CompletedTask;
    }

    private sealed record Content(Uri Address, string Cookie);
}
