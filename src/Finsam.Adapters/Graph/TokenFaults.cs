using System.Net.Sockets;
using Azure;
using Microsoft.Identity.Client;

namespace Finsam.Adapters.Graph;

/// <summary>Why there is no token: that nobody answers passes by itself, anything else does not.</summary>
internal static class TokenFaults
{
    /// <summary>True for what passes by itself.</summary>
    public static bool IsPassing(Exception? fault) => fault switch
    {
        null => false,
        HttpRequestException { StatusCode: null } or SocketException or IOException or TimeoutException or OperationCanceledException => true,
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
        MsalException { IsRetryable: true } => true,
        AggregateException many => many.InnerExceptions.Any(IsPassing),
        _ => IsPassing(fault.InnerException),
    };
}
