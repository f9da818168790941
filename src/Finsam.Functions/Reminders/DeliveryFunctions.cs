using Finsam.App.Reminders.Deliveries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Reminders;

/// <summary>What the mail providers tell afterwards.</summary>
public sealed class DeliveryFunctions(DeliveryPages pages)
{
    [Function("SendGridEvents")]
    public Task<IResult> SendGrid([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DeliveryPages.SendGridRoute)] HttpRequest request) =>
        pages.SendGridAsync(request);
}
