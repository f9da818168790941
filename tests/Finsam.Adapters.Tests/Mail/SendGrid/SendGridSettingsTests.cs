using Finsam.Adapters.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Finsam.Adapters.Tests.Mail.SendGrid;

/// <summary>A setting that cannot work stops the start, and says which it is.</summary>
public sealed class SendGridSettingsTests
{
    private const string Key = SendGridEventsTests.PublicKey;

    [Theory]
    [InlineData("Host", "https://api.eu.sendgrid.com")]
    [InlineData("Host", "https://api.eu.sendgrid.com/")]
    [InlineData("WebhookKey", Key)]
    [InlineData("WebhookKey", Key + " ; " + Key + ";")]
    [InlineData("Timeout", "00:00:30")]
    public void What_can_work_is_taken(string setting, string value) => Assert.Equal("sendgrid", Read(setting, value).Sender);

    [Theory]
    [InlineData("ApiKey", "")]
    [InlineData("ApiKey", "SG. key")]
    [InlineData("Host", "http://api.sendgrid.com")]
    [InlineData("Host", "api.sendgrid.com")]
    [InlineData("Host", "https://api.sendgrid.com/v3")]
    [InlineData("WebhookKey", "SG.key")]
    [InlineData("WebhookKey", Key + ";MFkw")]
    [InlineData("Timeout", "00:00:00")]
    public void What_cannot_work_is_named(string setting, string value) =>
        Assert.Contains("Finsam:Mail:SendGrid:" + setting, Assert.Throws<OptionsValidationException>(() => Read(setting, value)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_address_to_send_from_must_be_chosen() =>
        Assert.Contains("Finsam:Mail:From", Assert.Throws<OptionsValidationException>(() => Read("ApiKey", "SG.key", from: null)).Message, StringComparison.Ordinal);

    private static MailSettings Read(string setting, string value, string? from = "rapport@example.org")
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Finsam:Mail:Sender"] = "sendgrid",
            ["Finsam:Mail:SendGrid:ApiKey"] = "SG.key",
            ["Finsam:Mail:SendGrid:" + setting] = value,
        });
        if (from is not null)
        {
            configuration.AddInMemoryCollection([new("Finsam:Mail:From", from)]);
        }

        using var services = new ServiceCollection().AddFinsamAdapters(configuration.Build()).BuildServiceProvider();
        return services.GetRequiredService<IOptions<MailSettings>>().Value;
    }
}
