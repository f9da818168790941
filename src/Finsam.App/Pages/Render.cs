using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Pages;

/// <summary>Renders a page on the server. The whole page is rendered before the first byte goes out, so that a mistake in it is a 500 and not half a page.</summary>
public sealed class Render(IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>The media type of <see cref="ProblemAsync"/> for programs.</summary>
    public const string ProblemMediaType = "application/problem+json";

    /// <summary>A page as HTML.</summary>
    public async Task<string> HtmlAsync<TPage>(IReadOnlyDictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters.ToDictionary()));
            return page.ToHtmlString();
        });
    }

    /// <summary>A page as an answer.</summary>
    public async Task<IResult> PageAsync<TPage>(string parameter, object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        Html(await HtmlAsync<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = model }), status);

    /// <summary>What went wrong, as a page, or as JSON for programs (RFC 9457).</summary>
    public async Task<IResult> ProblemAsync(HttpRequest request, ProblemKind kind)
    {
        var problem = Problem.Of(kind);
        return IsApi(request)
            ? Results.Content(
                JsonSerializer.Serialize(new { title = problem.Title, status = problem.Status, detail = problem.Text }, Setup.RecordJson.Readable),
                ProblemMediaType, Encoding.UTF8, problem.Status)
            : await PageAsync<ProblemPage>(nameof(ProblemPage.Problem), problem, problem.Status);
    }

    /// <summary>The way to sign in.</summary>
    public async Task<IResult> SignInAsync(HttpRequest request, string? address) =>
        address is not null && !IsApi(request) && HttpMethods.IsGet(request.Method)
            ? new SeeOther(address)
            : await ProblemAsync(request, ProblemKind.SignIn);

    /// <summary>JSON for programs.</summary>
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) =>
        Results.Content(JsonSerializer.Serialize(value, Setup.RecordJson.Readable), "application/json", Encoding.UTF8, status);

    /// <summary>On to another page after a post.</summary>
    public static IResult SeeOther(string address) => new SeeOther(address);

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static IResult Html(string html, int status) => Results.Content(html, "text/html", Encoding.UTF8, status);
}

/// <summary>303 See Other: the browser fetches the next page with GET, whatever brought it here.</summary>
internal sealed class SeeOther(string address) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
