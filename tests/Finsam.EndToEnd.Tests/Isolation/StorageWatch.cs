using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Finsam.EndToEnd.Tests.Isolation;

/// <summary>A call to storage, and the association whose request, mail, draft or hour it was made for.</summary>
/// <param name="Association">The association; null where what is done is of no association, such as the list of them.</param>
/// <param name="Method">The method.</param>
/// <param name="Address">The address, decoded: path and query.</param>
/// <param name="Body">What was sent, as text; a queue's message decoded, a blob's content left out.</param>
public sealed record StorageCall(string? Association, string Method, string Address, string Body);

/// <summary>Sees every call to storage where it is made.</summary>
public sealed class StorageWatch : HttpPipelineSynchronousPolicy
{
    /// <summary>The calls.</summary>
    public ConcurrentQueue<StorageCall> Calls { get; } = new();

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        var address = Uri.UnescapeDataString(message.Request.Uri.ToUri().PathAndQuery)["/devstoreaccount1".Length..];
        Calls.Enqueue(new StorageCall(AssociationOf(Activity.Current), message.Request.Method.Method, address, address.StartsWith("/finsam/", StringComparison.Ordinal) ? "" : BodyOf(message.Request)));
    }

    private static string? AssociationOf(Activity? step)
    {
        for (; step is not null; step = step.Parent)
        {
            if (step.GetTagItem("finsam.association") is string association)
            {
                return association;
            }
        }

        return null;
    }

    private static string BodyOf(Request request)
    {
        using var body = new MemoryStream();
        request.Content?.WriteTo(body, CancellationToken.None);
        var text = Encoding.UTF8.GetString(body.ToArray());
        const string Start = "<MessageText>";
        var start = text.IndexOf(Start, StringComparison.Ordinal);
        return start < 0 ? Uri.UnescapeDataString(text) : Encoding.UTF8.GetString(Convert.FromBase64String(text[(start + Start.Length)..text.IndexOf("</MessageText>", StringComparison.Ordinal)]));
    }
}
