using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Finsam.LocalWorker.Http;

/// <summary>
/// Routes requests as the Functions host does (WebScriptHostHttpRoutesManager, WebJobsRouteBuilder): the same classic routes,
/// tried by function name, the first that matches wins, and a method is a constraint like any other. So a wrong method is 404 and not 405,
/// HEAD is answered only where it is declared, and a route <c>{*rest}</c> hides those of functions whose names come after it.
/// </summary>
internal static class FunctionRoutes
{
    public static void Use(WebApplication app)
    {
        var table = app.Services.GetRequiredService<FunctionTable>();
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        var resolver = app.Services.GetRequiredService<IInlineConstraintResolver>();
        var routes = new RouteCollection();
        foreach (var function in table.Functions.Where(function => function.Trigger is FunctionTrigger.Http))
        {
            var handler = new HttpFunction(function, logs.CreateLogger("Function." + function.Name));
            var constraints = new RouteValueDictionary();
            if (function.Methods.Count > 0)
            {
                constraints["httpMethod"] = new HttpMethodRouteConstraint([.. function.Methods]);
            }

            routes.Add(new Route(new RouteHandler(handler.HandleAsync), function.Name, function.Route, [], constraints!, [], resolver));
        }

        // An endpoint that the program maps itself comes before the functions.
        app.UseWhen(context => context.GetEndpoint() is null, branch => branch.UseRouter(routes));
    }
}
