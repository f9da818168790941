using Finsam.Adapters.Mail.Graph;
using Finsam.Adapters.Mail.SendGrid;

namespace Finsam.Adapters.Mail;

/// <summary>How mail goes out. Read from configuration section "Finsam:Mail".</summary>
public sealed class MailSettings
{
    /// <summary>Where mail comes from that never leaves the machine.</summary>
    public const string NoAddress = "noreply@localhost";

    /// <summary>Which sender: "folder", "smtp", "sendgrid" or "graph".</summary>
    public string Sender { get; set; } = "folder";

    /// <summary>The address mail is sent from; answers go to the association's own.</summary>
    public string From { get; set; } = NoAddress;

    /// <summary>How long must lie between two mails from one mailbox, over all instances. Not set, it is what the sender needs: 3 seconds for Graph, nothing for the others.</summary>
    public TimeSpan? Spacing { get; set; }

    /// <summary>Where the folder sender writes its files.</summary>
    public string Folder { get; set; } = "mail";

    /// <summary>The SMTP server.</summary>
    public SmtpSettings Smtp { get; set; } = new();

    /// <summary>SendGrid.</summary>
    public SendGridSettings SendGrid { get; set; } = new();

    /// <summary>Microsoft Graph.</summary>
    public GraphSettings Graph { get; set; } = new();
}

/// <summary>The SMTP server.</summary>
public sealed class SmtpSettings
{
    /// <summary>Its name or address.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>The account; empty when the server asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>The account's password.</summary>
    public string Password { get; set; } = "";

    /// <summary>True when the connection must be encrypted (STARTTLS, or TLS from the start on port 465).</summary>
    public bool RequireTls { get; set; } = true;

    /// <summary>How long each of its answers is waited for.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
