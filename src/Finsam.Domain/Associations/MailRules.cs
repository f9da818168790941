using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Periods;

namespace Finsam.Domain.Associations;

/// <summary>How an association's mail goes out.</summary>
public sealed record MailRules
{
    /// <summary>The mailbox it is sent from; null for the installation's. Answers go to the office's address in either case.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Uppehåll: when nothing is sent by itself.</summary>
    public ImmutableArray<SendingPause> Pauses { get; init; } = [SendingPause.Summer, SendingPause.Christmas];

    /// <summary>Whether the chef is told where each period stands (<see cref="DigestSchedule"/>).</summary>
    public bool Digest { get; init; } = true;

    /// <summary>The days and hours on which mail goes out by itself.</summary>
    [JsonIgnore]
    public SendingCalendar Calendar => new(Pauses);
}
