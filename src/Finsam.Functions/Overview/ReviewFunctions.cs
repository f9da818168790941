using Finsam.App.Review;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Overview;

/// <summary>Reports as the association sees them, and the forms before anybody is asked.</summary>
public sealed class ReviewFunctions(ReviewPages pages)
{
    [Function("Report")]
    public Task<IResult> Report(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReviewRoutes.Report)] HttpRequest request, string association, string period, string initiative) =>
        pages.ReportAsync(request, new ReportKey(association, period, initiative));

    [Function("ReportFile")]
    public Task<IResult> File(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReviewRoutes.File)] HttpRequest request,
        string association, string period, string initiative, string field) =>
        pages.FileAsync(request, new ReportKey(association, period, initiative), field);

    [Function("SettleContact")]
    public Task<IResult> Contact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReviewRoutes.Contact)] HttpRequest request, string association, string period, string initiative) =>
        pages.ContactAsync(request, new ReportKey(association, period, initiative));

    [Function("FormPreview")]
    public Task<IResult> Preview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReviewRoutes.Preview)] HttpRequest request, string association, string period, string initiative) =>
        pages.PreviewAsync(request, new ReportKey(association, period, initiative));

    [Function("TemplatePreview")]
    public Task<IResult> Template(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReviewRoutes.Template)] HttpRequest request, string association, string template) =>
        pages.TemplateAsync(request, association, template);
}
