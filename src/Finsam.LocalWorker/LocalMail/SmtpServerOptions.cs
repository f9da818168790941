namespace Finsam.LocalWorker.LocalMail;

/// <summary>What the mail server is started with.</summary>
public sealed record SmtpServerOptions
{
    /// <summary>On how many ports it listens; whoever gives each client its own can tell them apart.</summary>
    public int Ports { get; init; } = 1;

    /// <summary>True when nothing is taken without a password.</summary>
    public bool RequireAuth { get; init; }

    /// <summary>True when it offers encryption, with a certificate that it has made itself.</summary>
    public bool StartTls { get; init; }

    /// <summary>The largest mail it takes, in bytes; 0 for any.</summary>
    public int MaxSize { get; init; }
}
