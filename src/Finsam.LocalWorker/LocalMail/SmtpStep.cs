using System.Collections.Immutable;

namespace Finsam.LocalWorker.LocalMail;

/// <summary>A step of a conversation, before the server answers it.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Connection">The connection's id.</param>
/// <param name="Port">The server's port.</param>
/// <param name="To">The recipients so far; in a recipient's step the one that is asked about.</param>
/// <param name="User">The account, when one is given.</param>
/// <param name="Password">Its password.</param>
/// <param name="Mail">The mail as it came, when all of it has come.</param>
public sealed record SmtpStep(SmtpStepKind Kind, string Connection, int Port, ImmutableArray<string> To, string? User, string? Password, ImmutableArray<byte> Mail);

/// <summary>The steps of a conversation.</summary>
public enum SmtpStepKind
{
    /// <summary>Somebody has connected.</summary>
    Connect,

    /// <summary>An account and a password have come.</summary>
    Auth,

    /// <summary>The sender has come.</summary>
    Mail,

    /// <summary>A recipient has come.</summary>
    Recipient,

    /// <summary>The mail itself has begun to come.</summary>
    Data,

    /// <summary>All of it has come. When the answer is to go on it is taken, and whoever sent it is told so.</summary>
    Taken,

    /// <summary>The conversation is over. Nothing is answered.</summary>
    Closed,
}

/// <summary>What the server does.</summary>
public abstract record SmtpAnswer
{
    private SmtpAnswer()
    {
    }

    /// <summary>Goes on.</summary>
    public static SmtpAnswer Go { get; } = new GoOn();

    /// <summary>Hangs up without a word.</summary>
    public static SmtpAnswer Cut { get; } = new CutOff();

    /// <summary>Says nothing, and stays.</summary>
    public static SmtpAnswer Silence { get; } = new Silent();

    /// <summary>Refuses.</summary>
    /// <param name="code">With this code.</param>
    public static SmtpAnswer Refuse(int code) => new Refused(code);

    internal sealed record GoOn : SmtpAnswer;

    internal sealed record CutOff : SmtpAnswer;

    internal sealed record Silent : SmtpAnswer;

    internal sealed record Refused(int Code) : SmtpAnswer;
}
