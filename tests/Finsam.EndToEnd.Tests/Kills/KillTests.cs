using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Finsam.EndToEnd.Tests.Kills;

/// <summary>Our process is killed between any two steps of the mail and the compile pipeline. Between two steps lies a call to storage or to
/// the mail server, so both are met by the test, and the process is killed there: nothing in it knows of the test.</summary>
public sealed class KillTests(KillBench bench, ITestOutputHelper output) : IClassFixture<KillBench>
{
    private const string Key = "nyckel";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_between_any_two_steps_of_the_mail_pipeline_it_sends_no_mail_twice_and_leaves_none_out()
    {
        var steps = await StepsAsync(MailStepsAsync);
        var written = steps.Where(s => !s.StartsWith("smtp", StringComparison.Ordinal)).ToArray();
        output.WriteLine(string.Join('\n', written));
        Assert.Contains("outbox kontakt-1: sending #1", written);
        Assert.Contains("outbox kontakt-2: sent #1", written);

        var failures = await bench.EachAsync(Around(written), KillInMailAsync, Cancellation);

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public async Task Killed_inside_the_mail_servers_call_it_shows_the_mail_as_uncertain_and_never_sends_it_again()
    {
        // A command changes nothing but the one that hands over the mail; the second contact's conversation begins when the first one's is over.
        var points = MailServer.Conversation.Where(s => s != MailServer.Taken).Select(s => new KillPoint(s + " #1", KillMoment.Before))
            .Concat(Around([MailServer.Taken + " #1", MailServer.Taken + " #2"]));

        var failures = await bench.EachAsync(points, KillInMailAsync, Cancellation);

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public async Task Killed_between_any_two_steps_of_the_compile_pipeline_it_makes_one_draft_of_each_request()
    {
        // The hour's pass over the period opens it again, which the mail pipeline's test kills in.
        var steps = (await StepsAsync(DraftStepsAsync)).Where(s => !s.StartsWith("reports", StringComparison.Ordinal) && !s.Contains("insatsen", StringComparison.Ordinal)).ToArray();
        output.WriteLine(string.Join('\n', steps));
        Assert.Contains("draft: requested #1", steps);
        Assert.Contains("draft: ready #1", steps);

        var failures = await bench.EachAsync(Around(steps), KillInDraftAsync, Cancellation);

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Theory]
    [InlineData(PackageChange.LaterStep)]
    [InlineData(PackageChange.ContactGone)]
    public async Task Killed_while_sending_it_shows_the_mail_as_uncertain_also_when_its_step_or_contact_is_no_longer_current_at_the_restart(PackageChange change)
    {
        var failures = await bench.EachAsync(
            [new KillPoint(MailServer.Taken + " #1", KillMoment.Before)],
            async (lane, point, cancellation) =>
            {
                var association = await NewAssociationAsync(lane, cancellation);
                var watch = await lane.WatchAsync(point, lane.TickAsync, cancellation);
                await lane.AliveAsync(cancellation);
                if (watch.Killed)
                {
                    await SmallPackage.ImportAsync(lane.Process.Chef, association, change, cancellation);
                }

                // Also when the step was not reached: what is left of it must not be in the next try's way.
                var view = await lane.RestAsync(association, cancellation);
                if (watch.Killed)
                {
                    var contact = Assert.Single(watch.InCall);
                    Assert.Equal("uncertain", view.Mails.Single(m => m.Step == SmallPackage.Invitation && m.Contact == contact).State);
                }

                return watch.Killed;
            },
            Cancellation);

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static IEnumerable<KillPoint> Around(IEnumerable<string> steps) =>
        from step in steps
        from moment in new[] { KillMoment.Before, KillMoment.After }
        select new KillPoint(step, moment);

    // The steps of two undisturbed runs that both have: the timer's own tick at the full hour may add some to one of them.
    private async Task<IReadOnlyList<string>> StepsAsync(Func<KillLane, CancellationToken, Task<IReadOnlyList<string>>> run) =>
        [.. (await bench.OneAsync(run, Cancellation)).Intersect(await bench.OneAsync(run, Cancellation), StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<string>> MailStepsAsync(KillLane lane, CancellationToken cancellation)
    {
        var association = await NewAssociationAsync(lane, cancellation);
        var watch = await lane.WatchAsync(null, lane.TickAsync, cancellation);
        await CheckMailsAsync(lane, association, watch, cancellation);
        return watch.Steps;
    }

    private static async Task<bool> KillInMailAsync(KillLane lane, KillPoint point, CancellationToken cancellation)
    {
        var association = await NewAssociationAsync(lane, cancellation);
        var watch = await lane.WatchAsync(point, lane.TickAsync, cancellation);
        await lane.AliveAsync(cancellation);
        await CheckMailsAsync(lane, association, watch, cancellation);
        return watch.Killed;
    }

    private static async Task<IReadOnlyList<string>> DraftStepsAsync(KillLane lane, CancellationToken cancellation)
    {
        var association = await NewAssociationAsync(lane, cancellation);
        await lane.RestAsync(association, cancellation);
        var watch = await lane.WatchAsync(null, c => lane.RequestDraftAsync(association, Key, c), cancellation);
        await CheckDraftAsync(lane, association, cancellation);
        return watch.Steps;
    }

    private static async Task<bool> KillInDraftAsync(KillLane lane, KillPoint point, CancellationToken cancellation)
    {
        var association = await NewAssociationAsync(lane, cancellation);
        await lane.RestAsync(association, cancellation);
        var watch = await lane.WatchAsync(point, c => lane.RequestDraftAsync(association, Key, c), cancellation);
        await lane.AliveAsync(cancellation);
        await CheckDraftAsync(lane, association, cancellation);
        return watch.Killed;
    }

    private static async Task<string> NewAssociationAsync(KillLane lane, CancellationToken cancellation)
    {
        var association = KillLane.NewAssociation();
        await SmallPackage.ImportAsync(lane.Process.Chef, association, PackageChange.None, cancellation);
        return association;
    }

    // Each contact's mail has gone out once and says so; only one that was inside the mail server's call may have gone out or not, and says that.
    private static async Task CheckMailsAsync(KillLane lane, string association, KillWatch watch, CancellationToken cancellation)
    {
        var view = await lane.RestAsync(association, cancellation);
        var twice = lane.Post.Mails.GroupBy(m => m.MessageId).Where(g => g.Count() > 1).Select(g => $"{g.First().To}: {g.Count()} times").ToArray();
        Assert.True(twice.Length == 0, "mails went out twice: " + string.Join(", ", twice));
        Assert.Equal(SmallPackage.Contacts, view.Mails.Select(m => m.Contact).Order(StringComparer.Ordinal));
        foreach (var mail in view.Mails)
        {
            var taken = lane.Post.Mails.Where(m => m.To == SmallPackage.Address(association, mail.Contact)).ToArray();
            var expected = watch.InCall.Contains(mail.Contact) ? "uncertain" : "sent";
            Assert.True(mail.State == expected, $"the mail to {mail.Contact} is {mail.State}, not {expected}; the server took {taken.Length}");
            Assert.True(taken.Length <= 1, $"{mail.Contact} got {taken.Length} mails");
            Assert.True(mail.State == "uncertain" || taken.Length == 1, $"the mail to {mail.Contact} is {mail.State}, but the server took {taken.Length}");
            foreach (var one in taken)
            {
                var link = one.Message.TextBody!.Split('\n').First(l => l.Contains("/r/", StringComparison.Ordinal)).Trim();
                using var opened = await lane.Process.Chef.GetAsync(new Uri(new Uri(link).AbsolutePath, UriKind.Relative), cancellation);
                Assert.True((int)opened.StatusCode < 400, $"the link in the mail to {mail.Contact} answers {(int)opened.StatusCode}");
            }
        }
    }

    // What was asked for is made without being asked for again; asked for again, it is the same.
    private static async Task CheckDraftAsync(KillLane lane, string association, CancellationToken cancellation)
    {
        var before = (await lane.RestAsync(association, cancellation)).Drafts;
        var again = await lane.RequestDraftAsync(association, Key, cancellation);
        var once = await lane.RequestDraftAsync(association, Key, cancellation);
        var view = await lane.RestAsync(association, cancellation);

        Assert.Equal(again, once);
        var draft = Assert.Single(view.Drafts);
        Assert.Equal(("ready", again.Version, again.Kind), (draft.State, draft.Version, draft.Kind));
        Assert.All(before, d => Assert.Equal(draft, d));

        var word = await lane.Process.Chef.GetByteArrayAsync(new Uri(draft.Word!, UriKind.Relative), cancellation);
        var manifest = JsonNode.Parse(await lane.Process.Chef.GetByteArrayAsync(new Uri(draft.Manifest!, UriKind.Relative), cancellation))!;
        var hash = Convert.ToHexStringLower(SHA256.HashData(word));
        Assert.Equal(hash, draft.Sha256);
        Assert.Equal(hash, manifest["sha256"]!.GetValue<string>());
        Assert.Equal(draft.Request, manifest["request"]!.GetValue<string>());
    }
}
