using System.Text;
using MimeKit;

namespace Finsam.Adapters.Mail.Graph;

/// <summary>A mail as Graph takes it: its MIME in base64. It remembers whether it has begun to be sent: before that, nobody can have taken it.</summary>
internal sealed class MailContent : MemoryStream
{
    // As mail is written, and not as this machine writes lines.
    private static readonly FormatOptions AsMail = new() { NewLineFormat = NewLineFormat.Dos };

    private MailContent(byte[] content)
        : base(content, writable: false)
    {
    }

    /// <summary>True when there has been a connection to write it to.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The content of a message.</summary>
    public static async Task<MailContent> OfAsync(MimeMessage message, CancellationToken cancellation)
    {
        using var mime = new MemoryStream();
        message.Prepare(EncodingConstraint.SevenBit);
        await message.WriteToAsync(AsMail, mime, cancellation);
        return new MailContent(Encoding.ASCII.GetBytes(Convert.ToBase64String(mime.GetBuffer(), 0, (int)mime.Length)));
    }

    /// <inheritdoc/>
    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        HasBegun = true;
        return base.CopyToAsync(destination, bufferSize, cancellationToken);
    }
}
