using Finsam.App.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Public;

/// <summary>What anyone may see of an association.</summary>
public sealed class PublicFunctions(PublicPages pages)
{
    [Function("Statements")]
    public Task<IResult> Statements([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PublicRoutes.Statements)] HttpRequest request) =>
        pages.StatementsAsync(request);

    [Function("Statement")]
    public Task<IResult> Statement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PublicRoutes.Statement)] HttpRequest request, string association) =>
        pages.StatementAsync(request, association);

    [Function("Logo")]
    public Task<IResult> Logo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PublicRoutes.Logo)] HttpRequest request, string association, string file) =>
        pages.LogoAsync(request, association, file);
}
