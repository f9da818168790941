using Finsam.App.Forms;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Forms;

/// <summary>The form's pages.</summary>
public sealed class FormFunctions(FormPages pages)
{
    [Function("OpenLink")]
    public Task<IResult> OpenLink([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = FormRoutes.Link)] HttpRequest request, string token) =>
        pages.OpenLinkAsync(request, token);

    [Function("FormHome")]
    public Task<IResult> Home(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = FormRoutes.Home)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.HomeAsync(request, new ReportKey(association, period, initiative));

    [Function("FormPart")]
    public Task<IResult> Part(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = FormRoutes.Part)] HttpRequest request,
        string association, string period, string initiative, string part) =>
        pages.PartAsync(request, new ReportKey(association, period, initiative), part);

    [Function("SavePart")]
    public Task<IResult> Save(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FormRoutes.Part)] HttpRequest request,
        string association, string period, string initiative, string part) =>
        pages.SaveAsync(request, new ReportKey(association, period, initiative), part);

    [Function("AutoSave")]
    public Task<IResult> AutoSave(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FormRoutes.AutoSave)] HttpRequest request,
        string association, string period, string initiative, string part) =>
        pages.AutoSaveAsync(request, new ReportKey(association, period, initiative), part);

    [Function("FormFile")]
    public Task<IResult> File(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = FormRoutes.File)] HttpRequest request,
        string association, string period, string initiative, string field) =>
        pages.FileAsync(request, new ReportKey(association, period, initiative), field);

    [Function("FormReview")]
    public Task<IResult> Review(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = FormRoutes.Review)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.ReviewAsync(request, new ReportKey(association, period, initiative));

    [Function("SubmitReport")]
    public Task<IResult> Submit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FormRoutes.Review)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.SubmitAsync(request, new ReportKey(association, period, initiative));

    [Function("FormQuestions")]
    public Task<IResult> Questions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = FormRoutes.Questions)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.QuestionsAsync(request, new ReportKey(association, period, initiative));

    [Function("FormPrint")]
    public Task<IResult> Print(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = FormRoutes.Print)] HttpRequest request,
        string association, string period, string initiative) =>
        pages.PrintAsync(request, new ReportKey(association, period, initiative));
}
