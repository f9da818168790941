using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Finsam.Testing.Graph;

/// <summary>Sites and their files at Graph as it documents itself, as much as we ask for: a site by its path, its libraries, an item by path, children, content
/// with conflictBehavior and format=pdf, which leads to an address that tells all by itself and takes no token.</summary>
public sealed partial class GraphSites
{
    /// <summary>Where the addresses of content lie, at the server.</summary>
    public const string DownloadPath = "/download/";

    private readonly ConcurrentQueue<GraphFileRequest> _requests = new();
    private readonly ConcurrentDictionary<string, byte[]> _tickets = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The sites there are.</summary>
    public List<GraphSite> All { get; } = [];

    /// <summary>What it answers in place of doing what is asked, by the request's number from 1, method and path; null to do it.</summary>
    public Func<int, string, string, GraphReply?> Instead { get; set; } = (_, _, _) => null;

    /// <summary>All requests about them.</summary>
    public ImmutableArray<GraphFileRequest> Requests => [.. _requests];

    /// <summary>The addresses it has given out that need no token.</summary>
    public ImmutableArray<string> Tickets => [.. _tickets.Keys];

    /// <summary>Adds a site.</summary>
    public GraphSite Add(string address)
    {
        var site = new GraphSite(new Uri(address));
        All.Add(site);
        return site;
    }

    internal async Task AnswerAsync(HttpContext context, bool isKnown)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var path = context.Request.Path.Value!["/v1.0".Length..];
        var reply = Instead(Interlocked.Increment(ref _count), context.Request.Method, path)
            ?? (isKnown ? null : GraphReply.Error(401, "InvalidAuthenticationToken", "Access token is empty."))
            ?? Do(context, path, body.ToArray());
        Note(context, path + Uri.UnescapeDataString(context.Request.QueryString.ToString()), reply.Status);
        await GraphServer.WriteAsync(context, reply);
    }

    internal async Task DownloadAsync(HttpContext context, string ticket)
    {
        // As documented: the address says all; and as it is, a token there is refused.
        var hasToken = context.Request.Headers.ContainsKey("Authorization");
        var content = hasToken ? null : _tickets.GetValueOrDefault(ticket);
        var reply = Instead(Interlocked.Increment(ref _count), context.Request.Method, DownloadPath);
        context.Response.StatusCode = reply?.Status ?? (hasToken ? 401 : content is null ? 404 : 200);
        Note(context, DownloadPath, context.Response.StatusCode);
        if (context.Response.StatusCode == 200 && content is not null)
        {
            context.Response.ContentType = "application/pdf";
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }

    private void Note(HttpContext context, string path, int status) =>
        _requests.Enqueue(new GraphFileRequest(context.Request.Method, path, context.Request.Headers.ContainsKey("Authorization"), status));

    private GraphReply Do(HttpContext context, string path, byte[] body) =>
        SitePath().Match(path) is { Success: true } site ? OfSite(site)
        : ItemPath().Match(path) is { Success: true } item ? OfItem(context, item, body)
        : GraphReply.Error(400, "BadRequest", "Resource not found for the segment.");

    private GraphReply OfSite(Match match)
    {
        var (key, rest) = (match.Groups["site"].Value, match.Groups["rest"].Value);
        var site = All.Find(s => s.Id == key || string.Equals(s.Address.Host + (s.Address.AbsolutePath == "/" ? "" : ":" + s.Address.AbsolutePath), key, StringComparison.OrdinalIgnoreCase));
        return site is null ? GraphReply.Error(404, "itemNotFound", "Requested site could not be found")
            : !site.IsGranted ? GraphReply.Error(403, "accessDenied", "Access denied")
            : rest switch
            {
                "" => Found(new JsonObject { ["id"] = site.Id, ["webUrl"] = site.Address.AbsoluteUri }),
                "/drive" => Found(Json(site.Library)),
                "/drives" => Found(new JsonObject { ["value"] = new JsonArray([.. site.Libraries.Select(l => (JsonNode)Json(l))]) }),
                _ => GraphReply.Error(400, "BadRequest", "Resource not found for the segment."),
            };
    }

    private GraphReply OfItem(HttpContext context, Match match, byte[] body)
    {
        var site = All.Find(s => s.Libraries.Any(l => l.Id == match.Groups["drive"].Value));
        if (site is null)
        {
            return GraphReply.Error(404, "itemNotFound", "The resource could not be found.");
        }

        if (!site.IsGranted)
        {
            return GraphReply.Error(403, "accessDenied", "Access denied");
        }

        var library = site.Libraries.Find(l => l.Id == match.Groups["drive"].Value)!;
        var (path, what) = (match.Groups["path"].Value, match.Groups["what"].Value);
        return (context.Request.Method, what) switch
        {
            ("GET", "") => library.Items.TryGetValue(path, out var item) ? Found(Json(library, path, item)) : Missing,
            ("DELETE", "") => library.Items.TryRemove(path, out _) ? new GraphReply { Status = 204 } : Missing,
            ("POST", "/children") => AddFolder(library, path, JsonNode.Parse(body)!),
            ("PUT", "/content") => Put(library, path, body, context.Request.Query["@microsoft.graph.conflictBehavior"].ToString()),
            ("GET", "/content") => Convert(context, library, path),
            _ => GraphReply.Error(400, "BadRequest", "Resource not found for the segment."),
        };
    }

    private static GraphReply AddFolder(GraphLibrary library, string parent, JsonNode folder)
    {
        var name = (string)folder["name"]!;
        var path = parent.Length == 0 ? name : parent + "/" + name;
        if (parent.Length > 0 && library.Items.GetValueOrDefault(parent) is not { Content: null })
        {
            return Missing;
        }

        // For a folder, replace leaves the one that is there.
        var item = new GraphItem((byte[]?)null);
        return library.Items.TryAdd(path, item) ? new GraphReply { Status = 201, Json = Json(library, path, item) }
            : (string?)folder["@microsoft.graph.conflictBehavior"] == "fail" ? Taken
            : Found(Json(library, path, library.Items[path]));
    }

    // Without a conflictBehavior, what is there is replaced.
    private static GraphReply Put(GraphLibrary library, string path, byte[] content, string behavior)
    {
        var item = new GraphItem(content);
        if (library.Items.TryAdd(path, item))
        {
            return new GraphReply { Status = 201, Json = Json(library, path, item) };
        }

        if (behavior == "fail")
        {
            return Taken;
        }

        library.Items[path] = item;
        return Found(Json(library, path, item));
    }

    private GraphReply Convert(HttpContext context, GraphLibrary library, string path)
    {
        if (library.Items.GetValueOrDefault(path) is not { Content: not null } item)
        {
            return Missing;
        }

        if (context.Request.Query["format"] != "pdf")
        {
            return GraphReply.Error(406, "notSupported", "The format is not one that the file can be converted to.");
        }

        var ticket = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");
        _tickets[ticket] = item.Pdf;
        return new GraphReply { Status = 302, Location = $"{context.Request.Scheme}://{context.Request.Host}{DownloadPath}{ticket}" };
    }

    private static GraphReply Missing => GraphReply.Error(404, "itemNotFound", "The resource could not be found.");

    private static GraphReply Taken => GraphReply.Error(409, "nameAlreadyExists", "The specified item name already exists.");

    private static GraphReply Found(JsonObject json) => new() { Status = 200, Json = json };

    private static JsonObject Json(GraphLibrary library) => new() { ["id"] = library.Id, ["name"] = library.Name, ["driveType"] = "documentLibrary", ["webUrl"] = library.Address.AbsoluteUri };

    // A Word file's address leads to Word on the web, and says nothing of its path.
    private static JsonObject Json(GraphLibrary library, string path, GraphItem item)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var json = new JsonObject
        {
            ["id"] = item.Id,
            ["name"] = name,
            ["webUrl"] = item.Content is null
                ? library.Address.AbsoluteUri + "/" + Uri.EscapeDataString(path)
                : $"https://{library.Address.Host}/_layouts/15/Doc.aspx?sourcedoc=%7B{item.Id}%7D&file={Uri.EscapeDataString(name)}&action=default&mobileredirect=true",
        };
        json[item.Content is null ? "folder" : "file"] = new JsonObject();
        return json;
    }

    [GeneratedRegex(@"^/sites/(?<site>[^:/]+(:/(sites|teams)/[^/:]+)?)(?<rest>/drives?)?$")]
    private static partial Regex SitePath();

    [GeneratedRegex(@"^/drives/(?<drive>[^/]+)/root(:/(?<path>.+):)?(?<what>/children|/content)?$")]
    private static partial Regex ItemPath();
}
