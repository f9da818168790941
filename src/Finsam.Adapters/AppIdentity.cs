using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Finsam.Adapters;

/// <summary>Who the app is to other services of Azure and Microsoft 365.</summary>
public static class AppIdentity
{
    /// <summary>In Azure the app's own identity (AzureWebJobsStorage__credential=managedidentity) and nothing else: no chain that tries a developer's
    /// sign-in in production. On a machine of one's own, the sign-in of the Azure command line.</summary>
    public static TokenCredential Of(IConfiguration configuration) =>
        configuration["AzureWebJobsStorage:credential"] is not "managedidentity" ? new AzureCliCredential()
        : configuration["AzureWebJobsStorage:clientId"] is { Length: > 0 } client ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
        : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
}
