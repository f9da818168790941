using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Finsam.LocalWorker.Tests;

public sealed class FunctionTableTests
{
    private static readonly HostJson Host = new() { RoutePrefix = "api" };

    [Fact]
    public void Functions_are_read_in_name_order_with_prefix_and_settings()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Mail:Queue", "mail-out"), new("Hourly", "0 0 * * * *")]).Build();

        var table = FunctionTable.Read([typeof(Good)], Host, settings);

        Assert.Equal(
            """
            Function  Trigger  Methods   Route, schedule or queue
            Answer    Http     GET POST  /api/r/{id:int}
            Anything  Http     all       /api/Anything
            Hourly    Timer              0 0 * * * *
            Mail      Queue              mail-out

            """,
            table.ToText());
    }

    [Theory]
    [InlineData(typeof(SameName), "Function 'Same': the name is used 2 times")]
    [InlineData(typeof(SameRoute), "both answer GET /api/a/{x}")]
    [InlineData(typeof(ReservedRoutes), "Function 'A': the route 'admin/x' begins with admin")]
    [InlineData(typeof(ReservedRoutes), "Function 'B': the route '/Runtime' begins with runtime")]
    [InlineData(typeof(ReservedRoutes), "Function 'C': the route '.auth/me' begins with .auth")]
    [InlineData(typeof(BadCron), "the schedule '0 * * * *' is not NCRONTAB with six fields")]
    [InlineData(typeof(BadParameters), "Function 'Query': the parameter 'page' is not in the route 'q'")]
    [InlineData(typeof(BadParameters), "Function 'Odd': the parameter 'when' is a DateTime")]
    [InlineData(typeof(BadParameters), "Function 'Bytes': the parameter 'message' is a Byte[]")]
    [InlineData(typeof(BadParameters), "Function 'Extra': the parameter 'count' is not supported")]
    [InlineData(typeof(BadParameters), "Function 'Nothing': it must have one parameter")]
    [InlineData(typeof(BadParameters), "Function 'Text': it must return Task<IResult> or IResult")]
    [InlineData(typeof(NeedsKey), "asks for a key")]
    [InlineData(typeof(BadRoute), "the route 'a/{b' is not valid")]
    [InlineData(typeof(Good), "the setting %Mail:Queue% is missing")]
    public void What_cannot_run_is_refused_with_its_name_and_why(Type functions, string why)
    {
        var refused = Assert.Throws<FunctionTableException>(() => FunctionTable.Read([functions], Host));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_methods_on_the_same_route_are_allowed() =>
        Assert.Equal(2, FunctionTable.Read([typeof(OtherMethods)], Host).Functions.Count);

    public sealed class Good
    {
        [Function("Mail")]
        public static Task Mail([QueueTrigger("%Mail:Queue%")] string message) => Task.CompletedTask;

        [Function("Answer")]
        public static IResult Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "r/{id:int}")] HttpRequest request, int id, CancellationToken cancellation) => Results.Ok(id);

        [Function("Hourly")]
        public static Task Hourly([TimerTrigger("%Hourly%")] TimerInfo timer) => Task.CompletedTask;

        [Function("Anything")]
        public static Task<IResult> Anything([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Task.FromResult(Results.Ok());
    }

    public sealed class SameName
    {
        [Function("Same")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a")] HttpRequest request) => Results.Ok();

        [Function("same")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, Route = "b")] HttpRequest request) => Results.Ok();
    }

    public sealed class SameRoute
    {
        [Function("One")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "a/{x}")] HttpRequest request) => Results.Ok();

        [Function("Two")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "A/{y}")] HttpRequest request) => Results.Ok();
    }

    public sealed class OtherMethods
    {
        [Function("One")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{x}")] HttpRequest request) => Results.Ok();

        [Function("Two")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a/{x}")] HttpRequest request) => Results.Ok();
    }

    public sealed class ReservedRoutes
    {
        [Function("A")]
        public static IResult A([HttpTrigger(AuthorizationLevel.Anonymous, Route = "admin/x")] HttpRequest request) => Results.Ok();

        [Function("B")]
        public static IResult B([HttpTrigger(AuthorizationLevel.Anonymous, Route = "/Runtime")] HttpRequest request) => Results.Ok();

        [Function("C")]
        public static IResult C([HttpTrigger(AuthorizationLevel.Anonymous, Route = ".auth/me")] HttpRequest request) => Results.Ok();
    }

    public sealed class BadCron
    {
        [Function("Cron")]
        public static Task Cron([TimerTrigger("0 * * * *")] TimerInfo timer) => Task.CompletedTask;
    }

    public sealed class BadParameters
    {
        [Function("Query")]
        public static IResult Query([HttpTrigger(AuthorizationLevel.Anonymous, Route = "q")] HttpRequest request, string page) => Results.Ok();

        [Function("Odd")]
        public static IResult Odd([HttpTrigger(AuthorizationLevel.Anonymous, Route = "o/{when}")] HttpRequest request, DateTime when) => Results.Ok();

        [Function("Bytes")]
        public static Task Bytes([QueueTrigger("abc")] byte[] message) => Task.CompletedTask;

        [Function("Extra")]
        public static Task Extra([QueueTrigger("abc")] string message, int count) => Task.CompletedTask;

        [Function("Nothing")]
        public static Task Nothing() => Task.CompletedTask;

        [Function("Text")]
        public static string Text([HttpTrigger(AuthorizationLevel.Anonymous, Route = "t")] HttpRequest request) => "";
    }

    public sealed class NeedsKey
    {
        [Function("Key")]
        public static IResult Key([HttpTrigger(AuthorizationLevel.Function, "get", Route = "k")] HttpRequest request) => Results.Ok();
    }

    public sealed class BadRoute
    {
        [Function("Route")]
        public static IResult Route([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b")] HttpRequest request) => Results.Ok();
    }
}
