using Finsam.LocalWorker.Tests.Hosting;
using Microsoft.Extensions.Configuration;

namespace Finsam.LocalWorker.Tests;

public sealed class HostJsonTests
{
    private const string Whole = """
        {
          "version": "2.0",
          "logging": { "logLevel": { "default": "Information", "Azure.Core": "Warning" } },
          "extensions": {
            "http": { "routePrefix": "" },
            "queues": { "batchSize": 8, "maxDequeueCount": 3, "visibilityTimeout": "00:05:00", "maxPollingInterval": "00:00:02", "messageEncoding": "none" }
          }
        }
        """;

    [Fact]
    public void What_is_absent_has_the_defaults_of_Functions()
    {
        var host = JsonFile.Use("""{ "version": "2.0" }""", path => HostJson.Read(path));

        Assert.Equal("api", host.RoutePrefix);
        Assert.Equal(new QueueSettings { BatchSize = 16, MaxDequeueCount = 5, VisibilityTimeout = TimeSpan.Zero, MaxPollingInterval = TimeSpan.FromMinutes(1), Base64 = true }, host.Queues);
        Assert.Empty(host.LogLevels);
    }

    [Fact]
    public void What_is_given_is_read()
    {
        var host = JsonFile.Use(Whole, path => HostJson.Read(path));

        Assert.Equal("", host.RoutePrefix);
        Assert.Equal(new QueueSettings { BatchSize = 8, MaxDequeueCount = 3, VisibilityTimeout = TimeSpan.FromMinutes(5), MaxPollingInterval = TimeSpan.FromSeconds(2), Base64 = false }, host.Queues);
        Assert.Equal("Warning", host.LogLevels["Azure.Core"]);
        Assert.Equal("Information", host.LogLevels["default"]);
    }

    [Theory]
    [InlineData("AzureFunctionsJobHost__extensions__queues__visibilityTimeout")]
    [InlineData("AzureFunctionsJobHost:extensions:queues:visibilityTimeout")]
    public void An_environment_setting_takes_precedence(string name)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(name, "00:00:07")]).Build();

        var host = JsonFile.Use(Whole, path => HostJson.Read(path, settings));

        Assert.Equal(TimeSpan.FromSeconds(7), host.Queues.VisibilityTimeout);
        Assert.Equal(8, host.Queues.BatchSize);
    }

    [Theory]
    [InlineData("batchSize", "33")]
    [InlineData("batchSize", "0")]
    [InlineData("maxDequeueCount", "many")]
    [InlineData("visibilityTimeout", "-00:00:01")]
    [InlineData("maxPollingInterval", "00:00:00.05")]
    [InlineData("messageEncoding", "utf7")]
    public void A_value_that_cannot_be_is_refused_by_name(string key, string value)
    {
        var json = $$"""{ "extensions": { "queues": { "{{key}}": "{{value}}" } } }""";

        var refused = Assert.Throws<FunctionTableException>(() => JsonFile.Use(json, path => HostJson.Read(path)));

        Assert.Contains($"extensions.queues.{key} is '{value}'", refused.Message, StringComparison.Ordinal);
    }
}
