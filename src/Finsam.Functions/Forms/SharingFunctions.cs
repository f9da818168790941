using Finsam.App.Forms;
using Finsam.App.Forms.Sharing;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Forms;

/// <summary>More people who answer a report.</summary>
public sealed class SharingFunctions(SharingPages pages)
{
    [Function("PassOn")]
    public Task<IResult> PassOn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = FormRoutes.PassOn)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.PassOnAsync(request, new ReportKey(association, period, initiative));

    [Function("SendPassOn")]
    public Task<IResult> SendPassOn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FormRoutes.PassOn)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.SendPassOnAsync(request, new ReportKey(association, period, initiative));

    [Function("Recipient")]
    public Task<IResult> Recipient(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = FormRoutes.Recipient)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.RecipientAsync(request, new ReportKey(association, period, initiative));

    [Function("ProposeContact")]
    public Task<IResult> ProposeContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FormRoutes.Recipient)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.SendRecipientAsync(request, new ReportKey(association, period, initiative));
}
