using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Reminders.Deliveries;

/// <summary>Knows a provider's events from what somebody else has made up.</summary>
public interface IMailEvents
{
    /// <summary>The events about our mails, in any order.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="body">Its body, byte by byte as it came.</param>
    /// <returns>Null when it is not proven that the provider sent them, just now.</returns>
    ImmutableArray<MailEvent>? Read(IHeaderDictionary headers, byte[] body);
}
