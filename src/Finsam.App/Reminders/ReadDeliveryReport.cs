using System.Text.RegularExpressions;

namespace Finsam.App.Reminders;

/// <summary>What a report means to the one who waits for an answer.</summary>
public static partial class ReadDeliveryReport
{
    private const int LongestReason = 200;

    extension(DeliveryReport report)
    {
        /// <summary>The report as we keep it; null when it tells nothing of whether the mail came.</summary>
        public Delivery? ToDelivery() => report.ToKind() is { } kind ? new Delivery(kind, report.At, report.ToReason()) : null;

        private DeliveryKind? ToKind() => (report.Action?.Trim().ToLowerInvariant(), report.Status?.Trim()) switch
        {
            ("delayed", _) => DeliveryKind.Deferred,
            ("delivered", _) => DeliveryKind.Delivered,

            // Another mail system has it, or many recipients; neither means that it has come.
            ("relayed" or "expanded", _) => null,
            ("failed", { } status) when status.StartsWith("5.7.", StringComparison.Ordinal) => DeliveryKind.Blocked,
            ("failed", _) => DeliveryKind.Bounced,
            (_, { } status) when status.StartsWith("5.7.", StringComparison.Ordinal) => DeliveryKind.Blocked,
            (_, { } status) when status.StartsWith("5.", StringComparison.Ordinal) => DeliveryKind.Bounced,
            (_, { } status) when status.StartsWith("4.", StringComparison.Ordinal) => DeliveryKind.Deferred,
            _ => null,
        };

        // "smtp; 550 5.1.1 <anna@example.org>: user unknown" is told as "550 5.1.1 …: user unknown": what a server says of an address must not
        // become a place where addresses are kept.
        private string? ToReason()
        {
            var said = report.Diagnostic ?? "";
            var text = Blanks().Replace(Address().Replace(Kind().Replace(said, ""), "…"), " ").Trim();
            text = text.Length > 0 ? text : report.Status?.Trim() ?? "";
            return text.Length == 0 ? null : text.Length <= LongestReason ? text : text[..(LongestReason - 1)] + "…";
        }
    }

    [GeneratedRegex(@"^\s*[A-Za-z0-9-]+\s*;")]
    private static partial Regex Kind();

    [GeneratedRegex(@"<?[^\s<>()\[\]"",;:]+@[^\s<>()\[\]"",;:]+>?")]
    private static partial Regex Address();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
