using Finsam.App.Access;
using Finsam.App.Overview;
using Finsam.App.Pages;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Setup;

/// <summary>Schemas and assets out, and the hour's work done by hand.</summary>
public sealed class SetupPages(PageRunner pages, Render render, Tick tick)
{
    /// <summary>Does now what the timer does every hour.</summary>
    public Task<IResult> TickAsync(HttpRequest request) => pages.RunAsync(request, new AccessRule.Administrator(), async _ =>
        Render.Json(new { looked = await tick.HandleAsync(request.HttpContext.RequestAborted) }));

    /// <summary>A published JSON Schema.</summary>
    public Task<IResult> SchemaAsync(HttpRequest request, string name) => pages.RunAsync(request, new AccessRule.Anyone(), async _ =>
        PackageSchemas.Names.Contains(Path.GetFileNameWithoutExtension(name), StringComparer.Ordinal)
            ? Results.Text(PackageSchemas.Read(Path.GetFileNameWithoutExtension(name)), "application/schema+json")
            : await render.ProblemAsync(request, ProblemKind.NotFound));

    /// <summary>A style sheet or a picture, kept for ever since its name holds its hash.</summary>
    public Task<IResult> AssetAsync(HttpRequest request, string file) => pages.RunAsync(request, new AccessRule.Anyone(), async _ =>
        AssetFiles.Find(file) is { } asset ? asset.Answer(request) : await render.ProblemAsync(request, ProblemKind.NotFound));
}
