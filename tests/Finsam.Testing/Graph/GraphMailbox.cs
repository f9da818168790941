using System.Collections.Concurrent;
using System.Text;
using MimeKit;

namespace Finsam.Testing.Graph;

/// <summary>A mailbox at the server.</summary>
public sealed class GraphMailbox
{
    /// <summary>What has come to it.</summary>
    public ConcurrentQueue<GraphMessage> Inbox { get; } = new();

    /// <summary>What has gone out from it.</summary>
    public ConcurrentQueue<GraphMessage> SentItems { get; } = new();
}

/// <summary>A message in a mailbox.</summary>
/// <param name="Received">When it came.</param>
/// <param name="Mime">The message as MIME.</param>
public sealed record GraphMessage(DateTimeOffset Received, byte[] Mime)
{
    /// <summary>Its id.</summary>
    public string Id { get; } = "AAMk" + Guid.NewGuid().ToString("N");

    /// <summary>What Exchange has made of it: "IPM.Note", or "REPORT.IPM.Note.NDR".</summary>
    public string MessageClass { get; init; } = "IPM.Note";

    /// <summary>False for a message that Exchange has made itself: it has no headers but in its MIME.</summary>
    public bool HasHeaders { get; init; } = true;

    /// <summary>The message.</summary>
    public MimeMessage Message => MimeMessage.Load(new MemoryStream(Mime));

    /// <summary>A message written as text.</summary>
    public static GraphMessage Of(DateTimeOffset received, string mime) => new(received, Encoding.UTF8.GetBytes(mime.ReplaceLineEndings("\r\n")));
}

/// <summary>A request to send a mail, as it came.</summary>
/// <param name="At">When, by the clock that only goes forward.</param>
/// <param name="Mailbox">The mailbox in its address.</param>
/// <param name="Token">Whose it was.</param>
/// <param name="Message">The mail; null when it could not be read.</param>
/// <param name="Status">What was answered.</param>
public sealed record GraphRequest(TimeSpan At, string Mailbox, string Token, MimeMessage? Message, int Status);
