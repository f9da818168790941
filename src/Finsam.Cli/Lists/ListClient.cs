using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Finsam.App.Lists;
using Finsam.App.Overview;
using Finsam.App.Setup;
using Microsoft.AspNetCore.Http.Extensions;

namespace Finsam.Cli.Lists;

/// <summary>The lists of a running instance.</summary>
public static class ListClient
{
    /// <summary>The association that is meant: the one that was said, else the only one the person may see.</summary>
    /// <exception cref="UserException">There is none, or there are several.</exception>
    public static async Task<string> AssociationAsync(HttpClient client, string? said, CancellationToken cancellation)
    {
        if (said is not null)
        {
            return said;
        }

        using var response = await client.GetAsync(Address(OverviewRoutes.ApiAssociations), cancellation);
        await ExpectAsync(response, cancellation);
        return await response.Content.ReadFromJsonAsync<string[]>(RecordJson.Options, cancellation) switch
        {
            [var only] => only,
            { Length: > 1 } several => throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.SeveralAssociations, string.Join(", ", several))),
            _ => throw new UserException(CliTexts.NoAssociation),
        };
    }

    /// <summary>The workbook of all lists, or of one.</summary>
    public static async Task<byte[]> ExportAsync(HttpClient client, string association, string? list, CancellationToken cancellation)
    {
        var route = list is null ? OverviewRoutes.ApiLists : OverviewRoutes.ApiList.Replace("{list}", Uri.EscapeDataString(list), StringComparison.Ordinal);
        using var response = await client.GetAsync(Address(route, association), cancellation);
        if (list is not null && response.StatusCode == HttpStatusCode.NotFound && RecordLists.Find(list) is null)
        {
            throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.NoSuchList, list, string.Join(", ", RecordLists.All.Select(l => l.Id))));
        }

        await ExpectAsync(response, cancellation);
        return await response.Content.ReadAsByteArrayAsync(cancellation);
    }

    /// <summary>Sends a workbook.</summary>
    public static async Task<ListAnswer> ImportAsync(
        HttpClient client, string association, byte[] workbook, ListOptions options, bool preview, CancellationToken cancellation)
    {
        var query = new QueryBuilder();
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        Add(OverviewRoutes.ListQuery, options.List);
        Add(OverviewRoutes.SheetQuery, options.Sheet);
        Add(OverviewRoutes.ModeQuery, options.Replace ? OverviewRoutes.Replace : null);
        Add(OverviewRoutes.TryQuery, preview ? "1" : null);
        foreach (var column in options.Columns)
        {
            Add(OverviewRoutes.ColumnQuery, $"{column.Header}={(column.Column.Length == 0 ? "-" : column.Column)}");
        }

        using var content = new ByteArrayContent(workbook);
        content.Headers.ContentType = new MediaTypeHeaderValue(ListPages.WorkbookMediaType);
        using var response = await client.PostAsync(Address(OverviewRoutes.ApiLists, association, query.ToString()), content, cancellation);
        if (response.StatusCode != HttpStatusCode.UnprocessableEntity)
        {
            await ExpectAsync(response, cancellation);
        }

        return (await response.Content.ReadFromJsonAsync<ListAnswer>(RecordJson.Options, cancellation))!;
    }

    private static Uri Address(string route, string association = "", string query = "") =>
        new("/" + route.Replace("{association}", Uri.EscapeDataString(association), StringComparison.Ordinal) + query, UriKind.Relative);

    private static async Task ExpectAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new UserException(await response.Content.ReadAsStringAsync(cancellation));
        }
    }
}
