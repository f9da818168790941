using Finsam.App.Access;
using Finsam.App.Pages;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Reminders.Deliveries;

/// <summary>Takes in what providers tell. While storage is down the answer is 503, and the provider comes again.</summary>
public sealed class DeliveryPages(PageRunner pages, Render render, IMailEvents events, RecordDelivery record)
{
    /// <summary>Where SendGrid's event webhook is pointed.</summary>
    public const string SendGridRoute = "webhook/sendgrid";

    /// <summary>The most that is read of a request: SendGrid sends less than 1 MB at a time.</summary>
    public const int Largest = 5 * 1024 * 1024;

    /// <summary>Takes in a batch of events.</summary>
    public Task<IResult> SendGridAsync(HttpRequest request) => pages.RunAsync(request, new AccessRule.SignedBody(), async _ =>
    {
        if (request.ContentLength > Largest || await RequestBody.ReadAsync(request, Largest) is not { } body)
        {
            return await render.ProblemAsync(request, ProblemKind.TooLarge);
        }

        if (events.Read(request.Headers, body) is not { } told)
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        await record.HandleAsync(told, request.HttpContext.RequestAborted);
        return Results.Ok();
    });
}
