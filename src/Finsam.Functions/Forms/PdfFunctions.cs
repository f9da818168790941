using Finsam.App.Forms;
using Finsam.App.Forms.Pdfs;
using Finsam.App.Review;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Forms;

/// <summary>A report's documents as PDF.</summary>
public sealed class PdfFunctions(PdfPages pages)
{
    [Function("FormPdf")]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = FormRoutes.Pdf)] HttpRequest request,
        string association, string period, string initiative, string document) =>
        pages.ForLinkAsync(request, new ReportKey(association, period, initiative), document);

    [Function("ReportPdf")]
    public Task<IResult> Report(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReviewRoutes.Pdf)] HttpRequest request,
        string association, string period, string initiative, string document) =>
        pages.ForOfficeAsync(request, new ReportKey(association, period, initiative), document);
}
