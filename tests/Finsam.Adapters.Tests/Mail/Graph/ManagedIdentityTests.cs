using Azure.Identity;
using Finsam.Adapters.Mail;
using Finsam.Adapters.Mail.Graph;
using Finsam.App.Reminders;
using Finsam.Domain.Reports;
using Finsam.Testing;
using Finsam.Testing.Graph;
using Microsoft.Extensions.Options;

namespace Finsam.Adapters.Tests.Mail.Graph;

/// <summary>What Azure's own credential makes of an identity endpoint that answers or does not: its failures are told apart by what lies inside them.</summary>
public sealed class ManagedIdentityTests : IAsyncLifetime
{
    private const string Mailbox = "rapport@gavleborg.example.org";

    private static readonly MailMessage Message = new()
    {
        Key = new MailKey(new ReportKey("gavleborg", "2023-helar", "hofors"), "inbjudan", "ekonom"),
        ToName = "Ekonom",
        ToAddress = "ekonom@hofors.example.org",
        From = Mailbox,
        FromName = "Förbundet",
        ReplyTo = "chef@example.org",
        Subject = "Rapport",
        Text = "Hej",
        Html = "<p>Hej</p>",
        Date = DateTimeOffset.UnixEpoch,
    };

    private GraphServer _graph = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _graph = await GraphServer.StartAsync(Cancellation);
        _graph.Mailboxes[Mailbox] = new GraphMailbox();
    }

    public ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        return _graph.DisposeAsync();
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_is_a_delay()
    {
        using var nobody = new UnansweredPort();
        await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync(nobody.Address("identity")));
    }

    [Fact]
    public async Task An_endpoint_that_does_not_know_the_app_stops_all_mail() =>
        await Assert.ThrowsAsync<MailStoppedException>(() => SendAsync(new Uri(_graph.Identity + "?resource=another")));

    [Fact]
    public async Task An_endpoint_that_knows_the_app_lets_it_send()
    {
        await SendAsync(_graph.Identity);
        Assert.Equal(GraphServer.TokenOf("app"), Assert.Single(_graph.Requests).Token);
    }

    private async Task SendAsync(Uri identity)
    {
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", identity.AbsoluteUri);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "app");
        var settings = new MailSettings { Sender = "graph", Graph = new GraphSettings { BaseUrl = _graph.BaseUrl } };
        using var sender = new GraphSender(Options.Create(settings), new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned), TimeProvider.System);
        await sender.SendAsync(Message, Cancellation);
    }
}
