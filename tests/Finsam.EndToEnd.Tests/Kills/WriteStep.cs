using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Finsam.Domain.Periods;

namespace Finsam.EndToEnd.Tests.Kills;

/// <summary>Names what a request changes in storage, without what differs from run to run; null for what is no step of a pipeline
/// (reads, making tables, the timers' leases, the nightly export, the renewal of a message).</summary>
internal static partial class WriteStep
{
    public static string? Of(StorageService service, string method, string target, byte[] body)
    {
        if (method is "GET" or "HEAD")
        {
            return null;
        }

        // /account/what?query
        var path = Uri.UnescapeDataString(target.Split('?')[0]).Split('/', 3)[2];
        return service switch
        {
            StorageService.Table => OfTable(method, path, body),
            StorageService.Queue => OfQueue(method, path, body),
            _ => path.StartsWith("azure-webjobs-hosts", StringComparison.Ordinal) || path.StartsWith("exports", StringComparison.Ordinal) || !path.Contains('/', StringComparison.Ordinal)
                ? null
                : "blob " + path[(path.LastIndexOf('/') + 1)..],
        };
    }

    private static string? OfTable(string method, string path, byte[] body)
    {
        if (path == "Tables")
        {
            return null;
        }

        if (path == "$batch")
        {
            return "reports, one transaction";
        }

        var table = path.Split('(')[0];
        using var json = body.Length == 0 ? null : JsonDocument.Parse(body);
        var keys = Keys().Match(path);
        var (partition, row) = keys.Success
            ? (keys.Groups["p"].Value, keys.Groups["r"].Value)
            : (json!.RootElement.GetProperty("PartitionKey").GetString()!, json.RootElement.GetProperty("RowKey").GetString()!);
        return table switch
        {
            "Due" when partition[0] == '~' => null, // When the last tick was, for the health page.
            "Due" => $"due {(method == "DELETE" ? "removed" : "added")} day {DaysFromToday(partition)} {row[(row.IndexOf('|', StringComparison.Ordinal) + 1)..]}",
            "Outbox" => $"outbox {row.Split('|')[2]}: {Document(json, "state")}",
            "Links" => partition.Contains('|', StringComparison.Ordinal) ? $"link listed for {row.Split('|')[0]}" : $"link added for {Document(json, "contact")}",
            "Drafts" => $"draft: {Document(json, "state")}",
            _ => $"table {table}",
        };
    }

    private static string? OfQueue(string method, string path, byte[] body)
    {
        var parts = path.Split('/');
        if (parts is [_] || method == "PUT")
        {
            return null;
        }

        if (method == "DELETE")
        {
            return $"queue {parts[0]}: message deleted";
        }

        var text = Encoding.UTF8.GetString(Convert.FromBase64String(Message().Match(Encoding.UTF8.GetString(body)).Groups["text"].Value));
        using var json = JsonDocument.Parse(text);
        return json.RootElement.TryGetProperty("contact", out var contact) ? $"queue {parts[0]}: put {contact.GetString()}" : $"queue {parts[0]}: put";
    }

    private static string? Document(JsonDocument? row, string property)
    {
        using var document = JsonDocument.Parse(row!.RootElement.GetProperty("Document").GetString()!);
        return document.RootElement.GetProperty(property).GetString();
    }

    // By the clock of the processes: the tests may run over our own midnight.
    private static string DaysFromToday(string date) =>
        (DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - SwedishTime.DateAt(KillClock.Now).DayNumber)
        .ToString("+0;-0;0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\(PartitionKey='(?<p>.*)',RowKey='(?<r>.*)'\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Keys();

    [GeneratedRegex("<MessageText>(?<text>[^<]*)</MessageText>", RegexOptions.ExplicitCapture)]
    private static partial Regex Message();
}

internal enum StorageService
{
    Blob,
    Queue,
    Table,
}
