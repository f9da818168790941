using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Finsam.App.Lists;
using Finsam.App.Overview;
using Finsam.App.Setup;
using Finsam.Cli.Hosting;
using Microsoft.AspNetCore.Http.Extensions;

namespace Finsam.Cli.Lists;

/// <summary>The lists of a running instance.</summary>
public static class ListClient
{
    /// <summary>The workbook of all lists, or of one.</summary>
    public static async Task<byte[]> ExportAsync(HttpClient client, string association, string? list, CancellationToken cancellation)
    {
        var route = list is null ? OverviewRoutes.ApiLists : OverviewRoutes.ApiList.Replace("{list}", Uri.EscapeDataString(list), StringComparison.Ordinal);
        using var response = await client.GetAsync(ApiClient.Address(route, association), cancellation);
        if (list is not null && response.StatusCode == HttpStatusCode.NotFound && RecordLists.Find(list) is null)
        {
            throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.NoSuchList, list, string.Join(", ", RecordLists.All.Select(l => l.Id))));
        }

        await ApiClient.ExpectAsync(response, cancellation);
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
        using var response = await client.PostAsync(ApiClient.Address(OverviewRoutes.ApiLists, association, query.ToString()), content, cancellation);
        if (response.StatusCode != HttpStatusCode.UnprocessableEntity)
        {
            await ApiClient.ExpectAsync(response, cancellation);
        }

        return (await response.Content.ReadFromJsonAsync<ListAnswer>(RecordJson.Options, cancellation))!;
    }
}
