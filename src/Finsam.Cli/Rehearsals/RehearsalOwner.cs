using System.Net;
using System.Text.RegularExpressions;
using Finsam.App.Forms;
using Finsam.Cli.Demo;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.Cli.Rehearsals;

/// <summary>What people do in a rehearsal, by the pages that they use.</summary>
internal static partial class RehearsalOwner
{
    /// <summary>Answers a report by the link of a mail that has come, and sends it in.</summary>
    /// <param name="service">Where the service answers now: whoever wrote the mail may have been killed since.</param>
    /// <param name="text">The mail's text.</param>
    /// <param name="report">The report.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task AnswerAsync(Uri service, string text, ReportKey report, CancellationToken cancellation)
    {
        using var browser = new Browser(service);
        var home = await browser.GetAsync(Link().Match(text).Value, cancellation);
        await foreach (var part in browser.PartsAsync(home, cancellation))
        {
            await browser.FillInAsync(part, new Dictionary<string, string>(StringComparer.Ordinal) { [RehearsalPackage.Field] = "Det går bra." }, cancellation);
        }

        var review = await browser.GetAsync(FormRoutes.Address(report) + "/granska", cancellation);
        var sent = await browser.PostAsync(review, new Dictionary<string, string>(StringComparer.Ordinal), cancellation);
        if (sent.Status != HttpStatusCode.OK || sent.Document.QuerySelector(".ref") is null)
        {
            throw new InvalidOperationException($"{report}: {(int)sent.Status} {sent.Text}");
        }
    }

    /// <summary>True when a mail has a link to the form.</summary>
    public static bool HasLink(string? text) => text is not null && Link().IsMatch(text);

    /// <summary>Does what the chef does with a report.</summary>
    public static Task ActAsync(HttpClient chef, ReportStory story, StoryAction action, DateTimeOffset now, CancellationToken cancellation)
    {
        var due = SwedishFormat.Date(ReportStory.NewDue(SwedishTime.DateAt(now)));
        return action switch
        {
            StoryAction.Return => PostAsync(chef, story.Key, "komplettera", cancellation, ("kommentar", "Fyll i resten."), ("dag", due)),
            StoryAction.Extend => PostAsync(chef, story.Key, "sista-dag", cancellation, ("dag", due)),
            _ => PostAsync(chef, story.Key, "paminn", cancellation, ("antal", SwedishFormat.Number(story.Report.RemindedByHand))),
        };
    }

    private static async Task PostAsync(HttpClient chef, ReportKey report, string page, CancellationToken cancellation, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await chef.PostAsync(new Uri($"/oversikt/{report.Association}/{report.Period}/{report.Initiative}/{page}", UriKind.Relative), content, cancellation);
        if (answer.StatusCode != HttpStatusCode.SeeOther)
        {
            throw new InvalidOperationException($"{report} {page}: {(int)answer.StatusCode}");
        }
    }

    [GeneratedRegex(@"/r/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
