using System.Net;
using System.Net.Sockets;

namespace Finsam.Testing;

/// <summary>A port where nobody answers, held and not listened to: one that is let go may be given to another test's server.</summary>
public sealed class UnansweredPort : IDisposable
{
    private readonly Socket _held = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public UnansweredPort() => _held.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public Uri Address(string path) => new($"http://127.0.0.1:{((IPEndPoint)_held.LocalEndPoint!).Port}/{path}");

    public void Dispose() => _held.Dispose();
}
