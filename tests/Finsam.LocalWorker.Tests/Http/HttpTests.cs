using System.Globalization;
using System.Net;
using Finsam.LocalWorker.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.LocalWorker.Tests.Http;

public sealed class HttpTests : IAsyncLifetime
{
    private readonly LogLines log = new();
    private TestApp? app;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(new(typeof(Routes)) { Log = log });

    public ValueTask DisposeAsync() => app!.DisposeAsync();

    [Theory]
    [InlineData("number/7", "number 7")]
    [InlineData("NUMBER/7", "number 7")]
    [InlineData("guid/0f8fad5b-d9cb-469f-a165-70867728950e", "guid 0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("name/abc-1", "name abc-1")]
    [InlineData("rest/a/b%20c/d", "rest a/b c/d")]
    [InlineData("rest", "rest ")]
    [InlineData("maybe", "maybe nothing")]
    [InlineData("maybe/3", "maybe 3")]
    [InlineData("component/Eva", "<p>Hej Eva</p>")]
    public async Task A_route_that_matches_binds_its_values(string path, string expected) =>
        Assert.Equal(expected, await app!.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("number/seven")]
    [InlineData("number/7/8")]
    [InlineData("guid/7")]
    [InlineData("name/ABC!")]
    [InlineData("")]
    [InlineData("api/number/7")]
    public async Task A_route_that_does_not_match_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, path)).StatusCode);

    [Theory]
    [InlineData("POST", "number/7", 404)]
    [InlineData("HEAD", "number/7", 404)]
    [InlineData("OPTIONS", "number/7", 404)]
    [InlineData("HEAD", "head", 200)]
    [InlineData("PATCH", "any", 200)]
    [InlineData("POST", "two", 201)]
    [InlineData("GET", "two", 200)]
    public async Task A_method_that_is_not_declared_is_not_found(string method, string path, int expected) =>
        Assert.Equal(expected, (int)(await SendAsync(new HttpMethod(method), path)).StatusCode);

    [Theory]
    [InlineData("fails")]
    [InlineData("number/007")]
    public async Task An_exception_is_logged_and_answered_500_with_nothing(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("X-Half", response.Headers.Select(header => header.Key));
        Assert.Single(log.Containing("Error Function."));
    }

    [Fact]
    public async Task A_body_above_the_usual_limit_of_Kestrel_is_read()
    {
        using var body = new ByteArrayContent(new byte[31_000_000]);

        using var response = await app!.Client.PostAsync(new Uri("size", UriKind.Relative), body, TestContext.Current.CancellationToken);

        Assert.Equal("31000000", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_first_name_wins_where_two_routes_match() =>
        Assert.Equal("A", await app!.Client.GetStringAsync(new Uri("overlap/literal", UriKind.Relative), TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_prefix_of_host_json_stands_before_every_route()
    {
        await using var prefixed = await TestApp.StartAsync(new(typeof(Routes)) { HostJson = """{ "version": "2.0" }""" });

        Assert.Equal("number 7", await prefixed.Client.GetStringAsync(new Uri("api/number/7", UriKind.Relative), TestContext.Current.CancellationToken));
        using var bare = await prefixed.Client.GetAsync(new Uri("number/7", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, bare.StatusCode);
    }

    [Fact]
    public async Task Log_levels_of_host_json_hold()
    {
        var quiet = new LogLines();
        await using var silenced = await TestApp.StartAsync(new(typeof(Routes))
        {
            Log = quiet,
            HostJson = """{ "logging": { "logLevel": { "Function.Fails": "None" } }, "extensions": { "http": { "routePrefix": "" } } }""",
        });

        using var response = await silenced.Client.GetAsync(new Uri("fails", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(quiet.Containing("Function.Fails"));
    }

    [Fact]
    public async Task Each_request_has_an_instance_of_its_own()
    {
        var first = await app!.Client.GetStringAsync(new Uri("instance", UriKind.Relative), TestContext.Current.CancellationToken);
        var second = await app.Client.GetStringAsync(new Uri("instance", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(("1", "1"), (first, second));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        return await app!.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public sealed class Routes(Journal journal)
    {
        private int calls;

        [Function("Number")]
        public static Task<IResult> Number([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "number/{id:int}")] HttpRequest request, int id) =>
            Task.FromResult(Results.Text("number " + id.ToString(CultureInfo.InvariantCulture)));

        [Function("Guid")]
        public static IResult Unique([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "guid/{x:guid}")] HttpRequest request, Guid x) => Results.Text($"guid {x}");

        [Function("Name")]
        public static IResult Name([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "name/{name:regex(^[a-z0-9-]{{1,20}}$)}")] HttpRequest request, string name) => Results.Text($"name {name}");

        [Function("Rest")]
        public static IResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rest/{*rest}")] HttpRequest request, string? rest) => Results.Text($"rest {rest}");

        [Function("Maybe")]
        public static IResult Maybe([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "maybe/{id:int?}")] HttpRequest request, int? id) => Results.Text($"maybe {id?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}");

        [Function("Component")]
        public static IResult Component([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "component/{name}")] HttpRequest request, string name) =>
            new RazorComponentResult<Greeting>(new Dictionary<string, object?> { [nameof(Greeting.Name)] = name });

        [Function("Head")]
        public static IResult Head([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "head")] HttpRequest request) => Results.Ok();

        [Function("Any")]
        public static IResult Any([HttpTrigger(AuthorizationLevel.Anonymous, Route = "any")] HttpRequest request) => Results.Ok();

        [Function("TwoGet")]
        public static IResult TwoGet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "two")] HttpRequest request) => Results.Ok();

        [Function("TwoPost")]
        public static IResult TwoPost([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "two")] HttpRequest request) => Results.StatusCode(201);

        [Function("Fails")]
        public static async Task<IResult> Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fails")] HttpRequest request, CancellationToken cancellation)
        {
            request.HttpContext.Response.Headers["X-Half"] = "set before";
            await Task.Delay(1, cancellation);
            throw new InvalidOperationException("broken on purpose");
        }

        [Function("Size")]
        public static async Task<IResult> Size([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "size")] HttpRequest request, CancellationToken cancellation)
        {
            using var content = new MemoryStream();
            await request.Body.CopyToAsync(content, cancellation);
            return Results.Text(content.Length.ToString(CultureInfo.InvariantCulture));
        }

        [Function("OverlapB")]
        public static IResult OverlapB([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "overlap/literal")] HttpRequest request) => Results.Text("B");

        [Function("OverlapA")]
        public static IResult OverlapA([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "overlap/{any}")] HttpRequest request, string any) => Results.Text("A");

        [Function("Instance")]
        public IResult Instance([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "instance")] HttpRequest request)
        {
            journal.Write("instance");
            return Results.Text((++calls).ToString(CultureInfo.InvariantCulture));
        }
    }
}
