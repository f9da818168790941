using System.Reflection;
using Finsam.Cli;
using Finsam.LocalWorker;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Tests;

/// <summary>The function classes are true to the real worker's rules, so that the azure build runs what the local build tests.</summary>
public sealed class FunctionTableTests
{
    [Fact]
    public void There_is_a_function_for_each_trigger()
    {
        var triggers = FunctionsCommand.Table().Functions.Select(f => f.Trigger).Distinct();
        Assert.Equal([FunctionTrigger.Http, FunctionTrigger.Timer, FunctionTrigger.Queue], triggers.Order());
    }

    [Fact]
    public void Every_http_function_is_anonymous_to_the_host_since_access_is_ours()
    {
        var levels = HttpTriggers().Select(t => t.AuthLevel);
        Assert.All(levels, level => Assert.Equal(AuthorizationLevel.Anonymous, level));
    }

    [Fact]
    public void Every_http_function_names_its_methods_and_takes_a_request()
    {
        Assert.All(HttpTriggers(), t => Assert.NotEmpty(t.Methods!));
        Assert.All(HttpMethods(), m => Assert.Equal(typeof(HttpRequest), m.GetParameters()[0].ParameterType));
    }

    [Fact]
    public void Nothing_answers_under_the_hosts_own_addresses() =>
        Assert.DoesNotContain(HttpTriggers(), t => t.Route!.Split('/')[0] is "admin" or "runtime" or ".auth");

    [Fact]
    public void A_route_value_has_a_parameter_of_its_name()
    {
        foreach (var method in HttpMethods())
        {
            var route = method.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!.Route!;
            Assert.All(method.GetParameters().Skip(1), p => Assert.Contains("{" + p.Name, route, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<MethodInfo> HttpMethods() => typeof(FinsamServices).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods())
        .Where(m => m.GetParameters().Any(p => p.GetCustomAttribute<HttpTriggerAttribute>() is not null));

    private static IEnumerable<HttpTriggerAttribute> HttpTriggers() =>
        HttpMethods().Select(m => m.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!);
}
