using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Finsam.Adapters.Tests.Mail;

/// <summary>Wrong settings stop the start, with the setting's name.</summary>
public sealed class MailSettingsTests
{
    [Theory]
    [InlineData("Finsam:Mail:Sender", "pigeon")]
    [InlineData("Finsam:Mail:From", "")]
    [InlineData("Finsam:Mail:From", "noreply@localhost")]
    [InlineData("Finsam:Mail:Graph:BaseUrl", "http://graph.example.org/v1.0")]
    [InlineData("Finsam:Mail:Graph:BaseUrl", "/v1.0")]
    [InlineData("Finsam:Mail:Graph:Timeout", "00:00:00")]
    [InlineData("Finsam:Mail:Spacing", "-00:00:01")]
    public void A_wrong_setting_stops_the_start(string setting, string value) =>
        Assert.Contains(setting, Assert.Throws<OptionsValidationException>(() => Start(new(setting, value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://graph.microsoft.us/v1.0")]
    [InlineData("http://127.0.0.1:5000/v1.0")]
    public void Graph_may_be_another_clouds_or_on_this_machine(string address) => Start(new("Finsam:Mail:Graph:BaseUrl", address));

    private static void Start(KeyValuePair<string, string?> setting)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Finsam:Mail:Sender", "graph"), new("Finsam:Mail:From", "finsam@example.org")])
            .AddInMemoryCollection([setting]).Build();
        using var provider = new ServiceCollection().AddFinsamAdapters(configuration).BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }
}
