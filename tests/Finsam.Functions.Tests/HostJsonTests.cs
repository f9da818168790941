using System.Text.Json.Nodes;
using Finsam.Testing;

namespace Finsam.Functions.Tests;

/// <summary>The committed host.json says what the code counts on.</summary>
public sealed class HostJsonTests
{
    private readonly JsonNode _host = JsonNode.Parse(File.ReadAllText(Repository.PathOf("host.json")))!;

    [Fact]
    public void Routes_have_no_prefix() => Assert.Equal("", (string?)_host["extensions"]!["http"]!["routePrefix"]);

    [Fact]
    public void Messages_are_base64_as_our_own_client_writes_them() => Assert.Equal("base64", (string?)_host["extensions"]!["queues"]!["messageEncoding"]);

    [Fact]
    public void A_failed_message_waits_five_minutes_and_is_tried_five_times()
    {
        Assert.Equal("00:05:00", (string?)_host["extensions"]!["queues"]!["visibilityTimeout"]);
        Assert.Equal(5, (int?)_host["extensions"]!["queues"]!["maxDequeueCount"]);
    }

    // A link is an address, and Application Insights would keep the address of every failed request, and of those that no function answers.
    [Fact]
    public void Application_Insights_collects_no_addresses() => Assert.False(
        (bool?)_host["logging"]!["applicationInsights"]!["httpAutoCollectionOptions"]!["enableHttpTriggerExtendedInfoCollection"]);

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", "None")]
    [InlineData("Microsoft.AspNetCore.Routing", "Warning")]
    [InlineData("Host.Results", "Warning")]
    public void The_hosts_own_records_of_addresses_are_silenced(string category, string level) =>
        Assert.Equal(level, (string?)_host["logging"]!["logLevel"]![category]);
}
