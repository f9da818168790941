using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Finsam.App.Reminders;
using Microsoft.Identity.Client;

namespace Finsam.Adapters.Mail.Graph;

/// <summary>Why there is no token: that nobody answers passes by itself, anything else does not.</summary>
internal static class TokenFaults
{
    /// <summary>What it means to a mail that the token could not be fetched.</summary>
    public static Exception ToMail(AuthenticationFailedException failure) => IsPassing(failure)
        ? new MailDelayedException(MailTexts.NoConnection, failure)
        : new MailStoppedException(MailTexts.GraphNoIdentity, failure);

    private static bool IsPassing(Exception? fault) => fault switch
    {
        null => false,
        HttpRequestException { StatusCode: null } or SocketException or IOException or TimeoutException or OperationCanceledException => true,
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
        MsalException { IsRetryable: true } => true,
        AggregateException many => many.InnerExceptions.Any(IsPassing),
        _ => IsPassing(fault.InnerException),
    };
}
