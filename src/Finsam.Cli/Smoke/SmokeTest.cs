using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Finsam.App;
using Finsam.App.Overview;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.Cli.Rehearsals;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Options;

namespace Finsam.Cli.Smoke;

/// <summary>A deployed service gone through once, in an association of its own: signs in, opens a period, sends a report, fetches a draft. No invitation
/// goes out, so the link is minted here; the only mail is the receipt.</summary>
public sealed class SmokeTest(HttpClient chef, Uri service, ILinkStore links, string contactAddress, TimeProvider clock)
{
    private const string Association = "provkorning";
    private const string Initiative = "prov";
    private const string Contact = "prov";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Goes through it, and says each step as it is done.</summary>
    /// <returns>The token of the link that was used: the logs must not hold it.</returns>
    /// <exception cref="UserException">A step did not go as it should.</exception>
    public async Task<string> RunAsync(Action<string> done, CancellationToken cancellation)
    {
        await ClosedToStrangersAsync(cancellation);
        done(SmokeTexts.Closed);
        await ExpectAsync(await chef.GetAsync(Address(OverviewRoutes.Home), cancellation), SmokeTexts.SignedIn, cancellation);
        done(SmokeTexts.SignedIn);

        var period = Period();
        var key = new PeriodKey(Association, period.Id);
        var story = ReportStory.Of(key.Report(Initiative), period, 0, new Random(1));
        story.AnsweredBy(new StoryContact(Contact, contactAddress));
        await RehearsalPackage.ImportAsync(chef, period, [story], cancellation);
        await ExpectAsync(await chef.PostAsync(Address(Of(OverviewRoutes.ApiOpen, key)), null, cancellation), SmokeTexts.Opened, cancellation);
        done(SmokeTexts.Opened);

        var token = await SendReportAsync(story.Key, period, cancellation);
        done(SmokeTexts.Sent);
        await FetchDraftAsync(key, cancellation);
        done(SmokeTexts.Fetched);
        return token;
    }

    // A day of its own for each run would need waiting; an id of its own is enough.
    private ReportingPeriod Period()
    {
        var now = SwedishTime.Local(clock.GetUtcNow());
        var today = DateOnly.FromDateTime(now.DateTime);
        return RehearsalPackage.PeriodOf(0) with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"prov-{now:yyyyMMdd-HHmmss}"),
            Name = string.Create(CultureInfo.InvariantCulture, $"provkörning {now:yyyy-MM-dd HH:mm}"),
            Start = today.AddDays(-30),
            End = today.AddDays(-1),
            Opens = today,
            Due = today.AddDays(7),
            Closes = today.AddDays(7),
            // A period has a step; this one comes only if the report is late.
            Reminders = [new("till-chefen", ReminderMoment.Escalation, 5, new TimeOnly(8, 0))],
        };
    }

    private async Task ClosedToStrangersAsync(CancellationToken cancellation)
    {
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = service };
        using var answer = await stranger.GetAsync(Address(OverviewRoutes.ApiAssociations), cancellation);
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            throw new UserException(Say(SmokeTexts.Failed, SmokeTexts.Closed, (int)answer.StatusCode));
        }
    }

    private async Task<string> SendReportAsync(ReportKey report, ReportingPeriod period, CancellationToken cancellation)
    {
        var mint = new MintLink(links, Options.Create(new Settings { PublicUrl = service }));
        var link = await mint.HandleAsync(new MailKey(report, "prov", Contact), period.Closes, cancellation);
        await RehearsalOwner.AnswerAsync(service, link.ToString(), report, cancellation);
        return link.Segments[^1];
    }

    private async Task FetchDraftAsync(PeriodKey key, CancellationToken cancellation)
    {
        using (var asked = await chef.PostAsync(Address(Of(OverviewRoutes.ApiDraft, key)), null, cancellation))
        {
            await ExpectAsync(asked, SmokeTexts.Fetched, cancellation);
        }

        var until = clock.GetUtcNow() + Patience;
        while (clock.GetUtcNow() < until)
        {
            var status = await chef.GetFromJsonAsync<JsonObject>(Address(Of(OverviewRoutes.ApiPeriod, key)), cancellation);
            if (status!["drafts"]!.AsArray().Select(d => (string?)d!["word"]).FirstOrDefault(word => word is not null) is { } word)
            {
                var file = await chef.GetByteArrayAsync(new Uri(word, UriKind.Relative), cancellation);
                if (file is not [(byte)'P', (byte)'K', ..])
                {
                    throw new UserException(Say(SmokeTexts.Failed, SmokeTexts.Fetched, file.Length));
                }

                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        }

        throw new UserException(Say(SmokeTexts.Failed, SmokeTexts.Fetched, Patience));
    }

    private static async Task ExpectAsync(HttpResponseMessage answer, string step, CancellationToken cancellation)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new UserException(Say(SmokeTexts.Failed, step, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}"));
        }
    }

    private static string Of(string route, PeriodKey key) => route
        .Replace("{association}", key.Association, StringComparison.Ordinal).Replace("{period}", key.Period, StringComparison.Ordinal);

    private static Uri Address(string route) => new("/" + route, UriKind.Relative);

    private static string Say(string text, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
