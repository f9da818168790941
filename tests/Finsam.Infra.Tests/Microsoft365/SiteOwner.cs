using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Finsam.Infra.Tests.Microsoft365;

/// <summary>What Microsoft Graph answers whoever gives an app the right to a site, as documented: an app role is given once, and a site's permission to an app
/// that has one is written anew.</summary>
internal sealed class SiteOwner : IAsyncDisposable
{
    private const string GraphPrincipal = "0e1f3c1b-7a3e-4f5e-9a3d-5b2b0e7c1d11";
    private const string SiteId = "forbundet.sharepoint.com,0b1c2d3e-0000-0000-0000-000000000001,0b1c2d3e-0000-0000-0000-000000000002";

    private readonly WebApplication _app;
    private readonly string _site;

    private SiteOwner(WebApplication app, string site) => (_app, _site) = (app, site);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The app roles the app has.</summary>
    public List<JsonObject> Roles { get; } = [];

    /// <summary>Who may do what on the site.</summary>
    public List<JsonObject> Permissions { get; } = [];

    /// <summary>Starts it.</summary>
    /// <param name="site">The only site there is, as Graph's addresses have it: "forbundet.sharepoint.com:/sites/kansliet".</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<SiteOwner> StartAsync(string site, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var owner = new SiteOwner(app, site);
        app.Run(owner.AnswerAsync);
        await app.StartAsync(cancellation);
        owner.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return owner;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var body = http.Request.Method == "POST" ? (JsonObject?)await JsonNode.ParseAsync(http.Request.Body) : null;
        var (status, answer) = Answer(http.Request.Path.Value!["/v1.0/".Length..], body);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer.ToJsonString());
    }

    private (int Status, JsonObject Answer) Answer(string path, JsonObject? body) => (path, body) switch
    {
        ("servicePrincipals(appId='00000003-0000-0000-c000-000000000000')", null) => (200, new() { ["id"] = GraphPrincipal }),
        (_, null) when path.EndsWith("/appRoleAssignments", StringComparison.Ordinal) => (200, List(Roles)),
        (_, { } role) when path.EndsWith("/appRoleAssignments", StringComparison.Ordinal) => Assign(role),
        (_, null) when path == "sites/" + _site => (200, new() { ["id"] = SiteId }),
        ("sites/" + SiteId + "/permissions", null) => (200, List(Permissions)),
        ("sites/" + SiteId + "/permissions", { } permission) => Permit(permission),
        _ => (404, Error("itemNotFound", "Requested site could not be found")),
    };

    private (int Status, JsonObject Answer) Assign(JsonObject role)
    {
        if ((string?)role["resourceId"] != GraphPrincipal || Roles.Any(r => (string?)r["appRoleId"] == (string?)role["appRoleId"]))
        {
            return (400, Error("Request_BadRequest", "Permission being assigned already exists on the object"));
        }

        role["resourceDisplayName"] = "Microsoft Graph";
        Roles.Add(role);
        return (201, (JsonObject)role.DeepClone());
    }

    private (int Status, JsonObject Answer) Permit(JsonObject permission)
    {
        var identities = permission["grantedToIdentities"]!;
        var app = (string)identities[0]!["application"]!["id"]!;
        Permissions.RemoveAll(p => (string?)p["id"] == app);
        Permissions.Add(new JsonObject { ["id"] = app, ["roles"] = permission["roles"]!.DeepClone(), ["grantedToIdentitiesV2"] = identities.DeepClone() });
        return (201, (JsonObject)Permissions[^1].DeepClone());
    }

    private static JsonObject List(IEnumerable<JsonObject> items) => new() { ["value"] = new JsonArray([.. items.Select(i => i.DeepClone())]) };

    private static JsonObject Error(string code, string message) => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };
}
