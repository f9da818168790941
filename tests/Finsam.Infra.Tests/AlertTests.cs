using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Finsam.App.Watch;
using Finsam.Cli;
using Finsam.LocalWorker;
using Microsoft.Extensions.Logging;

namespace Finsam.Infra.Tests;

/// <summary>An alert that waits for words that nobody logs is silence: what each waits for is looked up in the code.</summary>
public sealed partial class AlertTests
{
    private static JsonNode Rule => Bicep.Resource("Microsoft.Insights/scheduledQueryRules")["properties"]!;

    private static string Query => (string)Assert.Single(Rule["criteria"]!["allOf"]!.AsArray())!["query"]!;

    private static string[] Logged { get; } =
        [.. typeof(FindFaults).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>()?.Message)
            .OfType<string>()];

    [Fact]
    public void Each_beginning_that_is_waited_for_is_one_that_the_app_logs()
    {
        var beginnings = Beginnings().Matches(Query).Select(m => m.Groups[1].Value).ToArray();
        Assert.True(beginnings.Length >= 6, Query);
        Assert.All(beginnings, beginning => Assert.Contains(Logged, message => message.Split('{')[0].StartsWith(beginning, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_timer_is_watched() => Assert.Equal(
        FunctionsCommand.Table().Functions.Where(f => f.Trigger == FunctionTrigger.Timer).Select(f => f.Name).Order(),
        Timers().Match(Query).Groups[1].Value.Split('|').Order());

    [Fact]
    public void Each_kind_of_fault_is_told_by_itself_and_to_the_one_who_is_named()
    {
        Assert.Equal("Fault", (string?)Assert.Single(Assert.Single(Rule["criteria"]!["allOf"]!.AsArray())!["dimensions"]!.AsArray())!["name"]);
        Assert.Contains("Microsoft.Insights/actionGroups", (string?)Assert.Single(Rule["actions"]!["actionGroups"]!.AsArray()), StringComparison.Ordinal);
        Assert.Equal("[parameters('to')]", (string?)Bicep.Resource("Microsoft.Insights/actionGroups")["properties"]!["emailReceivers"]![0]!["emailAddress"]);
        Assert.Equal("[parameters('alertsTo')]", (string?)Bicep.Module("alerts")["properties"]!["parameters"]!["to"]!["value"]);
    }

    [Fact]
    public void Server_errors_are_told_by_the_app_s_own_metric()
    {
        var rule = Bicep.Resource("Microsoft.Insights/metricAlerts")["properties"]!;
        Assert.Equal("Http5xx", (string?)rule["criteria"]!["allOf"]![0]!["metricName"]);
        Assert.Contains("Microsoft.Web/sites", (string?)Assert.Single(rule["scopes"]!.AsArray()), StringComparison.Ordinal);
    }

    [GeneratedRegex("startswith '([^']+)'")]
    private static partial Regex Beginnings();

    [GeneratedRegex(@"Functions\\\.\(([A-Za-z|]+)\)")]
    private static partial Regex Timers();
}
