using Finsam.App.Access;
using Finsam.App.Pages;
using Finsam.App.Reminders;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Operations;

/// <summary>What is asked about the service itself.</summary>
public sealed class OperationsPages(PageRunner pages, Render render, CheckHealth health, IDueIndex due, TimeProvider clock)
{
    /// <summary>Whether the service can do its work. Says no more to strangers.</summary>
    public Task<IResult> HealthAsync(HttpRequest request) => pages.RunAsync(request, new AccessRule.Anyone(), async _ =>
        await health.HandleAsync(request.HttpContext.RequestAborted)
            ? Render.Json(new { status = "ok" })
            : Render.Json(new { status = "storage" }, StatusCodes.Status503ServiceUnavailable));

    /// <summary>Which version runs, and how it is doing.</summary>
    public Task<IResult> AboutAsync(HttpRequest request) => pages.RunAsync(request, new AccessRule.SignedIn(), async _ =>
    {
        var cancellation = request.HttpContext.RequestAborted;
        var status = new ServiceStatus(await due.LastTickAsync(cancellation), clock.GetUtcNow());
        return await render.PageAsync<AboutPage>(nameof(AboutPage.Model), new AboutModel(status, await health.HandleAsync(cancellation)));
    });
}
