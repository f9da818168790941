using Finsam.App.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.People;

/// <summary>Who may sign in to an association.</summary>
public sealed class PeopleFunctions(PeoplePages pages)
{
    [Function("People")]
    public Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PeopleRoutes.People)] HttpRequest request, string association) =>
        pages.ShowAsync(request, association);

    [Function("GrantRole")]
    public Task<IResult> Grant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PeopleRoutes.Grant)] HttpRequest request, string association) =>
        pages.GrantAsync(request, association);

    [Function("RemovePerson")]
    public Task<IResult> Remove(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PeopleRoutes.Remove)] HttpRequest request, string association) =>
        pages.RemoveAsync(request, association);
}
