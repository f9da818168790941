using System.Globalization;
using Finsam.EndToEnd.Tests.Kills;
using Finsam.Testing;
using Finsam.Testing.Graph;

namespace Finsam.EndToEnd.Tests.Instances;

/// <summary>The mailbox's pace holds over three real processes, and so does what Graph asks them to wait. Time is measured, so no other test runs meanwhile.</summary>
[Collection(nameof(PaceTests))]
[CollectionDefinition(nameof(PaceTests), DisableParallelization = true)]
public sealed class PaceTests(ITestOutputHelper output)
{
    private const int Count = 3;
    private const int Throttled = 7;

    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(8);

    // Between a mail's turn and its request it is written, and the machine is shared.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(0.7);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_processes_send_one_mail_at_a_time_from_a_mailbox_and_all_wait_when_one_is_told_to()
    {
        await using var instances = await GraphInstances.StartAsync(
            Count,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Finsam__Mail__Spacing"] = Spacing.ToString("c", CultureInfo.InvariantCulture),
                ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.200",
                ["AzureFunctionsJobHost__extensions__queues__batchSize"] = "2",
            },
            Cancellation);
        instances.Graph.Instead = number => number == Throttled
            ? GraphReply.Error(429, "ApplicationThrottled", retryAfter: RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture))
            : null;
        var associations = Enumerable.Range(1, 8).Select(n => $"pace-{n}").ToArray();
        foreach (var association in associations)
        {
            await SmallPackage.ImportAsync(instances.Processes[0].Chef, association, PackageChange.None, Cancellation);
        }

        await instances.TickAsync(Cancellation);
        var mails = associations.Length * SmallPackage.Contacts.Length;
        await TestInstance.WaitAsync(() => Task.FromResult(instances.Graph.Requests.Count(r => r.Status == 202) >= mails - 1), Cancellation);

        var requests = instances.Graph.Requests.OrderBy(r => r.At).ToArray();
        output.WriteLine(string.Join('\n', requests.Select(r => $"{r.At.TotalSeconds:0.000} {r.Token} {r.Status}")));
        Assert.Equal(Count, requests.Select(r => r.Token).Distinct().Count());
        Assert.All(requests, r => Assert.Equal(GraphInstances.Mailbox, r.Mailbox));
        var taken = requests.Where(r => r.Status == 202).Select(r => r.Message!.MessageId).ToArray();
        Assert.Equal(taken.Length, taken.Distinct().Count());

        // A process's first mail also waits for its token and for code to be compiled, after its turn has come.
        var first = requests.GroupBy(r => r.Token).Select(g => g.First()).ToHashSet();
        foreach (var (one, next) in requests.Zip(requests.Skip(1)).Where(p => !first.Contains(p.First)))
        {
            Assert.True(next.At - one.At >= Spacing - Tolerance, $"{next.At - one.At} lies between the mails at {one.At} and {next.At}.");
        }

        var throttled = requests.Single(r => r.Status == 429);
        Assert.DoesNotContain(requests, r => r.At > throttled.At && r.At < throttled.At + RetryAfter);
        Assert.Contains(requests, r => r.At > throttled.At && r.Token != throttled.Token);
    }
}
