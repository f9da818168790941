using System.Text.RegularExpressions;
using Finsam.App.Storage;
using Finsam.App.Telemetry;
using Finsam.Domain.Periods;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Operations;

/// <summary>What the service tells of itself while it works. Its class runs alone: traces and figures are the process's, not an instance's.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
[Collection(nameof(TelemetryTests))]
public sealed partial class TelemetryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_one_trace_from_the_hour_through_the_queue_to_storage_and_the_provider_and_names_nobody()
    {
        using var listening = new Listening();
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        var expected = TestInstance.Gavleborg.Record.Initiatives.Initiatives.Sum(i => i.Contacts.Length);
        await TestInstance.WaitAsync(() => Task.FromResult(listening.Sum("finsam.mails.sent") >= expected && listening.Steps.Any(s => s.OperationName == "hour")), Cancellation);

        var steps = listening.Steps.ToArray();

        // The timer may have been as quick as our own request: then there are two hours, and what one has planned the other passes by.
        var hours = steps.Where(s => s.OperationName == "hour").ToArray();
        var handedOver = steps.Where(s => s.OperationName == "hand over mail").ToArray();
        Assert.Equal(expected, handedOver.Length);
        foreach (var mail in handedOver)
        {
            var sent = Assert.Single(steps, s => s.SpanId == mail.ParentSpanId);
            Assert.Equal("send mail", sent.OperationName);
            Assert.Equal("queue mail", Assert.Single(steps, s => s.SpanId == sent.ParentSpanId).OperationName);
            Assert.Contains(hours, h => h.TraceId == sent.TraceId);
            Assert.Contains(steps, s => s.Source.Name == "System.Net.Http" && s.ParentSpanId == sent.SpanId);
        }

        // Our own hour began with a request.
        await TestInstance.WaitAsync(() => Task.FromResult(listening.Steps.Any(s => s.OperationName == "POST /api")), Cancellation);
        Assert.Contains(listening.Steps, s => s.OperationName == "POST /api" && hours.Any(h => h.ParentSpanId == s.SpanId));
        Assert.Equal(expected, listening.Sum("finsam.mails.sent"));
        Assert.Equal(0, listening.Sum("finsam.reminders.late"));

        await instance.SendReportAsync("hofors", Cancellation);
        Assert.Equal(1, listening.Sum("finsam.reports.submitted"));
        AssertNamesNobody(listening);
    }

    [Fact]
    public async Task A_reminder_that_comes_long_after_its_time_is_counted_as_late_and_a_draft_when_it_is_made()
    {
        using var listening = new Listening();
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.ImportAsync(Cancellation);

        // The hour's work stood still for a day.
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Opens.AddDays(1), new TimeOnly(13, 0)));
        await instance.TickAsync(Cancellation);
        Assert.Equal(TestInstance.Gavleborg.Record.Initiatives.Initiatives.Sum(i => i.Contacts.Length), listening.Sum("finsam.reminders.late"));

        instance.Clock.Set(SwedishTime.At(TestInstance.Period.LastDay.AddDays(1), new TimeOnly(9, 0)));
        await instance.TickAsync(Cancellation);
        await TestInstance.WaitAsync(() => Task.FromResult(listening.Sum("finsam.drafts.made") > 0), Cancellation);
        Assert.Contains(listening.Steps, s => s.OperationName == "compile draft" || s.OperationName == "queue draft");
    }

    [Fact]
    public void A_message_from_before_traces_is_read_and_one_with_a_trace_is_the_same_work()
    {
        var before = App.Setup.RecordJson.Read<QueuedMail>("""{"report":{"association":"a","period":"p","initiative":"i"},"step":"inbjudan","contact":"k"}""");
        Assert.Null(before.TraceParent);
        using var trace = Traces.GoOn("send mail", before.TraceParent);
        var now = new QueuedMail(before.Report, before.Step, before.Contact, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        Assert.Equal(before.ToKey(), now.ToKey());
        Assert.DoesNotContain("toKey", App.Setup.RecordJson.Text(now), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(now.ToKey(), App.Setup.RecordJson.Read<App.Reminders.MailKey>(App.Setup.RecordJson.Text(now)));
    }

    // Of outgoing requests only the host is exported (AzureTelemetry), so only what we say ourselves is looked at.
    private static void AssertNamesNobody(Listening listening)
    {
        var said = listening.Steps.Where(s => s.Source.Name == Traces.Name)
            .SelectMany(s => s.TagObjects.Select(t => $"{t.Value}").Append(s.DisplayName).Append(s.OperationName).Append(s.StatusDescription ?? ""))
            .Concat(listening.Figures.SelectMany(f => f.Tags.Select(t => $"{t.Value}"))).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(said);
        Assert.DoesNotContain(said, s => s.Contains('@', StringComparison.Ordinal) || Token().IsMatch(s));
        foreach (var contact in TestInstance.Gavleborg.Record.Initiatives.Initiatives.SelectMany(i => i.Contacts))
        {
            Assert.DoesNotContain(said, s => s.Contains(contact.Name, StringComparison.Ordinal));
        }
    }

    [GeneratedRegex("[A-Za-z0-9_-]{43}")]
    private static partial Regex Token();
}
