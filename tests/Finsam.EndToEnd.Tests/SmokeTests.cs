using Finsam.App.Reports;
using Finsam.Cli.Smoke;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests;

/// <summary>What deploy.yml does with a deployed service, done with one on this machine.</summary>
public sealed class SmokeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_smoke_test_sends_a_report_fetches_a_draft_and_leaves_no_token_in_the_log()
    {
        using var log = new CollectedLog();
        await using var instance = await TestInstance.StartAsync(Cancellation, logging: log.Collect);
        var steps = new List<string>();
        var token = await new SmokeTest(instance.Chef, instance.Address, instance.Service<ILinkStore>(), "prov@example.org", instance.Clock).RunAsync(steps.Add, Cancellation);

        Assert.Equal(5, steps.Count);
        Assert.Equal(43, token.Length);
        // What deploy.yml waits for in the logs before it looks for the token there.
        Assert.Contains(log.Lines, line => line.Contains("Report provkorning ", StringComparison.Ordinal) && line.Contains("submitted", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(token, StringComparison.Ordinal));
        Assert.Empty(instance.Mails("inbjudan"));
    }
}
