using Azure.Core;
using Finsam.Testing.Graph;

namespace Finsam.Adapters.Tests.Mail.Graph;

/// <summary>An identity that has its token, or fails to get it.</summary>
internal sealed class OneToken(Exception? failure = null) : TokenCredential
{
    public List<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scopes.AddRange(requestContext.Scopes);
        return failure is null ? new AccessToken(GraphServer.TokenOf("app"), TimeProvider.System.GetUtcNow().AddHours(1)) : throw failure;
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
