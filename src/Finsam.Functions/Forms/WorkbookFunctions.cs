using Finsam.App.Forms.Workbooks;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Forms;

/// <summary>The form in Excel.</summary>
public sealed class WorkbookFunctions(WorkbookPages pages)
{
    [Function("WorkbookPage")]
    public Task<IResult> Page(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = WorkbookRoutes.Page)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.PageAsync(request, new ReportKey(association, period, initiative));

    [Function("FormWorkbook")]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = WorkbookRoutes.Form)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.FormAsync(request, new ReportKey(association, period, initiative));

    [Function("MonthWorkbook")]
    public Task<IResult> Months(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = WorkbookRoutes.Months)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.MonthsAsync(request, new ReportKey(association, period, initiative));

    [Function("UploadWorkbook")]
    public Task<IResult> Upload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = WorkbookRoutes.Upload)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.UploadAsync(request, new ReportKey(association, period, initiative));

    [Function("SaveWorkbook")]
    public Task<IResult> Save(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = WorkbookRoutes.Page)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.SaveAsync(request, new ReportKey(association, period, initiative));
}
