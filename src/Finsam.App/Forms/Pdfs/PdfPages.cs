using Finsam.App.Access;
using Finsam.App.Pages;
using Finsam.Domain;
using Finsam.Domain.Associations;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Forms.Pdfs;

/// <summary>A report's documents, for whoever holds a link and for the association.</summary>
public sealed class PdfPages(PageRunner pages, Render render, WriteFormPdf write)
{
    /// <summary>A document of the parts that the link's holder answers.</summary>
    public Task<IResult> ForLinkAsync(HttpRequest request, ReportKey key, string document) =>
        pages.RunAsync(request, new AccessRule.LinkHolder(key), caller => AnswerAsync(request, key, caller.Id, document));

    /// <summary>A document of the whole.</summary>
    public Task<IResult> ForOfficeAsync(HttpRequest request, ReportKey key, string document) =>
        pages.RunAsync(request, new AccessRule.Member(key.Association, Role.Reader), async _ => Identifier.IsValid(key.Period) && Identifier.IsValid(key.Initiative)
            ? await AnswerAsync(request, key, null, document)
            : await render.ProblemAsync(request, ProblemKind.NotFound));

    private async Task<IResult> AnswerAsync(HttpRequest request, ReportKey key, string? reader, string document) =>
        await write.HandleAsync(key, reader, document, request.HttpContext.RequestAborted) is { } pdf
            ? Results.Bytes(pdf.Content, PdfDocuments.MediaType, pdf.Name)
            : await render.ProblemAsync(request, ProblemKind.NotFound);
}
