using Finsam.App.Reminders.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Reminders;

/// <summary>The words of the association's mails.</summary>
public sealed class WordingFunctions(WordingPages pages)
{
    [Function("MailTexts")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = WordingRoutes.List)] HttpRequest request, string association) =>
        pages.ListAsync(request, association);

    [Function("MailText")]
    public Task<IResult> Words(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = WordingRoutes.Words)] HttpRequest request, string association, string kind) =>
        pages.ShowAsync(request, association, kind);

    [Function("ChangeMailText")]
    public Task<IResult> Change(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = WordingRoutes.Words)] HttpRequest request, string association, string kind) =>
        pages.PostAsync(request, association, kind);
}
