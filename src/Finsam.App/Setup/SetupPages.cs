using System.Collections.Immutable;
using Finsam.App.Access;
using Finsam.App.Overview;
using Finsam.App.Pages;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Setup;

/// <summary>Packages in, schemas and assets out, and the hour's work done by hand.</summary>
public sealed class SetupPages(PageRunner pages, Render render, ImportRecord import, Tick tick)
{
    private const long LargestZip = 20 * 1024 * 1024;

    /// <summary>Takes in a zipped package. 200 with warnings when it was taken in, 422 with every error when nothing was changed.</summary>
    public Task<IResult> ImportAsync(HttpRequest request) => pages.RunAsync(request, new AccessRule.Administrator(), async _ =>
    {
        if (request.ContentType is not "application/zip")
        {
            return await render.ProblemAsync(request, ProblemKind.WrongContentType);
        }

        using var zip = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (zip.Length + read > LargestZip)
            {
                return await render.ProblemAsync(request, ProblemKind.TooLarge);
            }

            zip.Write(buffer, 0, read);
        }

        zip.Position = 0;
        var findings = await import.HandleAsync(ReadPackage.FromZip(zip), request.HttpContext.RequestAborted);
        var refused = findings.Any(f => !f.IsWarning);
        return Render.Json(new ImportAnswer(!refused, findings), refused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    });

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
    {
        if (AssetFiles.Find(file) is not { } asset)
        {
            return await render.ProblemAsync(request, ProblemKind.NotFound);
        }

        request.HttpContext.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.MediaType);
    });
}

/// <summary>What an import came to.</summary>
/// <param name="Imported">True when the record was taken in.</param>
/// <param name="Findings">Everything that is wrong or doubtful.</param>
public sealed record ImportAnswer(bool Imported, ImmutableArray<PackageFinding> Findings);
