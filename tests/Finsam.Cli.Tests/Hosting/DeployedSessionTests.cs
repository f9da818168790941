using Azure.Core;
using Finsam.Cli.Hosting;

namespace Finsam.Cli.Tests.Hosting;

/// <summary>The commands are let into a deployed service as whoever is signed in.</summary>
public sealed class DeployedSessionTests
{
    private static readonly Uri Service = new("https://finsam-exempel.azurewebsites.net");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_token_is_asked_for_the_service_s_own_registration_and_sent_with_each_request()
    {
        var credential = new OneToken();
        using var client = await DeployedSession.ClientAsync(Service, "registration", credential, Cancellation);
        Assert.Equal(["api://registration/.default"], credential.Scopes);
        Assert.Equal("Bearer token", client.DefaultRequestHeaders.Authorization!.ToString());
        // Without it the service takes what changes something for another site's request.
        Assert.Equal(["https://finsam-exempel.azurewebsites.net"], client.DefaultRequestHeaders.GetValues("Origin"));
    }

    [Fact]
    public async Task An_address_that_is_not_encrypted_gets_no_token()
    {
        var credential = new OneToken();
        await Assert.ThrowsAsync<UserException>(() => DeployedSession.ClientAsync(new Uri("http://finsam-exempel.azurewebsites.net"), "registration", credential, Cancellation));
        Assert.Empty(credential.Scopes);
    }

    [Fact]
    public async Task A_service_without_its_registration_is_told_where_it_is_found()
    {
        var told = await Assert.ThrowsAsync<UserException>(() => ApiClient.ConnectAsync(new ChosenService("", Service), Cancellation));
        Assert.Contains("FINSAM_SIGN_IN_CLIENT_ID", told.Message, StringComparison.Ordinal);
    }

    private sealed class OneToken : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
