using Finsam.App.Drafts.WordTemplates;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Drafts;

/// <summary>The association's own Word template.</summary>
public sealed class WordTemplateFunctions(WordTemplatePages pages)
{
    [Function("WordTemplate")]
    public Task<IResult> Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = WordTemplatePages.Route)] HttpRequest request, string association) =>
        pages.PageAsync(request, association);

    [Function("UploadWordTemplate")]
    public Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = WordTemplatePages.Route)] HttpRequest request, string association) =>
        pages.UploadAsync(request, association);

    [Function("RemoveWordTemplate")]
    public Task<IResult> Remove([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = WordTemplatePages.RemoveRoute)] HttpRequest request, string association) =>
        pages.RemoveAsync(request, association);

    [Function("TryWordTemplate")]
    public Task<IResult> Trial([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = WordTemplatePages.TrialRoute)] HttpRequest request, string association) =>
        pages.TrialAsync(request, association);
}
