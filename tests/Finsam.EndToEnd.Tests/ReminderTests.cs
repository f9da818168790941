using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Finsam.App.Access;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.App.Storage;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Finsam.Domain.Templates;
using Finsam.Testing;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Finsam.EndToEnd.Tests;

/// <summary>What goes out, and what does not.</summary>
public sealed class ReminderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sent_report_is_never_reminded_and_after_an_outage_only_the_latest_step_goes_out()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        await instance.SendReportAsync("valfardsguiden", Cancellation);

        // Nothing ran from the invitation until the last day: the reminder five days before is passed over.
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Due, new TimeOnly(9, 0)));
        await instance.TickAsync(Cancellation);
        await instance.TickAsync(Cancellation);
        var expected = TestInstance.Gavleborg.Record.Initiatives.Initiatives.Where(i => i.Id != "valfardsguiden").Sum(i => i.Contacts.Length);
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("sista-dagen").Length == expected), Cancellation);
        Assert.Empty(instance.Mails("fore-5"));
        Assert.DoesNotContain(instance.Mails("sista-dagen"), f => f.Contains("valfardsguiden", StringComparison.Ordinal));

        // The same hour again, or the next, sends nothing more.
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Due, new TimeOnly(10, 0)));
        await instance.TickAsync(Cancellation);
        await Task.Delay(500, Cancellation);
        Assert.Equal(expected, instance.Mails("sista-dagen").Length);

        // When the last day has passed, a draft is made of what has come in, and it says what has not.
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Due.AddDays(1), new TimeOnly(1, 0)));
        await instance.TickAsync(Cancellation);
        JsonNode? draft = null;
        await TestInstance.WaitAsync(
            async () =>
            {
                var status = await instance.Chef.GetFromJsonAsync<JsonNode>("/api/forbund/gavleborg/perioder/2023-helar", Cancellation);
                draft = status!["drafts"]!.AsArray().SingleOrDefault();
                return (string?)draft?["state"] == "ready";
            },
            Cancellation);
        Assert.Equal("sista-dagen", (string?)draft!["request"]);
        Assert.Equal(13, (int?)draft["missing"]);
    }

    // Seen on a loaded machine: the mail waited for the next hour.
    [Fact]
    public async Task A_mail_that_is_marked_as_queued_while_it_is_being_sent_is_sent_all_the_same()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        var (outbox, services) = (instance.Service<IOutbox>(), instance.Service<IServiceProvider>());
        var key = (await outbox.ListAsync(TestInstance.PeriodKey, Cancellation))[0].Value.Key;
        await TestInstance.WaitAsync(async () => (await outbox.FindAsync(key, Cancellation))!.Value.State == MailState.Sent, Cancellation);
        var mail = (await outbox.FindAsync(key, Cancellation))!;
        Assert.True(await outbox.UpdateAsync(mail, mail.Value.As(MailState.Planned, mail.Value.Since), Cancellation));

        await ActivatorUtilities.CreateInstance<SendMail>(services, new QueuedMeanwhile(outbox)).HandleAsync(key, Cancellation);

        Assert.Equal(MailState.Sent, (await outbox.FindAsync(key, Cancellation))!.Value.State);
    }

    // Seen in the rehearsal on a loaded machine: a contact's successor was first written to with the next reminder.
    [Fact]
    public async Task Whoever_becomes_a_contact_and_a_period_that_is_new_are_seen_though_the_hour_strikes_while_the_record_is_written()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        await instance.TickAsync(Cancellation);
        var records = instance.Service<IRecordStore>();
        var record = (await records.FindAsync(TestInstance.PeriodKey.Association, Cancellation))!.Record;
        var initiative = record.Initiatives.Initiatives[0];
        var (successor, later) = (initiative.Contacts[0] with { Id = "eftertradare" }, TestInstance.Period with { Id = "2023-igen" });
        var save = ActivatorUtilities.CreateInstance<SaveRecord>(instance.Service<IServiceProvider>(), new TickedMeanwhile(records, () => instance.TickAsync(Cancellation)));

        await save.HandleAsync(
            record with
            {
                Initiatives = record.Initiatives with { Initiatives = record.Initiatives.Initiatives.SetItem(0, initiative with { Contacts = [successor] }) },
                Periods = record.Periods with { Periods = record.Periods.Periods.Add(later) },
            },
            new Caller("test"), ChangeSource.Package, over: null, Cancellation);
        await instance.TickAsync(Cancellation);

        var asked = await instance.Service<IOutbox>().ListAsync(TestInstance.PeriodKey, Cancellation);
        Assert.Contains(asked, m => m.Value.Key is { Contact: "eftertradare" } key && key.Report.Initiative == initiative.Id);
        Assert.NotEmpty(await instance.Service<IReportStore>().ListAsync(TestInstance.PeriodKey with { Period = later.Id }, Cancellation));
    }

    // The real store, which is slow enough to write that the hour's work comes before it.
    private sealed class TickedMeanwhile(IRecordStore records, Func<Task> tick) : IRecordStore
    {
        public async Task<bool> SaveAsync(AssociationRecord record, RecordVersion version, CancellationToken cancellation)
        {
            await tick();
            return await records.SaveAsync(record, version, cancellation);
        }

        public Task<ImmutableArray<string>> AssociationsAsync(CancellationToken cancellation) => records.AssociationsAsync(cancellation);

        public Task<StoredRecord?> FindAsync(string association, CancellationToken cancellation) => records.FindAsync(association, cancellation);

        public Task<StoredRecord?> AsOfAsync(string association, DateTimeOffset at, CancellationToken cancellation) => records.AsOfAsync(association, at, cancellation);

        public Task<StoredRecord?> VersionAsync(string association, int version, CancellationToken cancellation) => records.VersionAsync(association, version, cancellation);

        public Task<ImmutableArray<RecordVersion>> VersionsAsync(string association, CancellationToken cancellation) => records.VersionsAsync(association, cancellation);

        public Task<FormTemplate> TemplateAsync(string association, string hash, CancellationToken cancellation) => records.TemplateAsync(association, hash, cancellation);
    }

    // The real outbox, in which the planner writes "queued" right after the mail has been read for the first time.
    private sealed class QueuedMeanwhile(IOutbox outbox) : IOutbox
    {
        private bool _isQueued;

        public async Task<Stored<OutgoingMail>?> FindAsync(MailKey key, CancellationToken cancellation)
        {
            var mail = await outbox.FindAsync(key, cancellation);
            if (mail is not null && !_isQueued)
            {
                _isQueued = true;
                Assert.True(await outbox.UpdateAsync(mail, mail.Value.As(MailState.Queued, mail.Value.Since), cancellation));
            }

            return mail;
        }

        public Task<bool> PlanAsync(OutgoingMail mail, CancellationToken cancellation) => outbox.PlanAsync(mail, cancellation);

        public Task<ImmutableArray<Stored<OutgoingMail>>> ListAsync(ReportKey report, CancellationToken cancellation) => outbox.ListAsync(report, cancellation);

        public Task<ImmutableArray<Stored<OutgoingMail>>> ListAsync(PeriodKey period, CancellationToken cancellation) => outbox.ListAsync(period, cancellation);

        public Task<bool> UpdateAsync(Stored<OutgoingMail> mail, OutgoingMail changed, CancellationToken cancellation) => outbox.UpdateAsync(mail, changed, cancellation);
    }

    [Fact]
    public async Task Nothing_goes_out_before_its_hour_in_Stockholm()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.ImportAsync(Cancellation);
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Opens, new TimeOnly(7, 59, 50)));
        await instance.TickAsync(Cancellation);
        await Task.Delay(500, Cancellation);
        Assert.Empty(instance.Mails("inbjudan"));

        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Opens, new TimeOnly(8, 0, 1)));
        await instance.TickAsync(Cancellation);
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("inbjudan").Length > 0), Cancellation);
    }

    [Fact]
    public async Task A_mail_is_real_MIME_with_text_and_html_and_answers_go_to_the_chef()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        var mail = await MimeMessage.LoadAsync(instance.Mails("inbjudan").Single(m => m.EndsWith(".hofors.inbjudan.insatsagare.eml", StringComparison.Ordinal)), Cancellation);
        Assert.NotNull(mail.TextBody);
        Assert.NotNull(mail.HtmlBody);
        Assert.Equal("forbundschef@gavleborg.example.org", mail.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Contains("helåret 2023", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("31 januari 2024", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("lang=\"sv\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("ungefär 40 minuter", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_is_logged_at_any_level()
    {
        using var log = new CollectedLog();
        await using var instance = await TestInstance.StartAsync(Cancellation, logging: log.Collect);
        await instance.OpenAsync(Cancellation);
        var link = await instance.LinkAsync("hofors");
        var (browser, home) = await instance.OpenFormAsync("hofors", Cancellation);
        using (browser)
        {
            await TestInstance.FillInAsync(browser, home, "hofors", Cancellation);
        }

        var token = link[(link.LastIndexOf('/') + 1)..];
        Assert.True(log.Lines.Count > 10);
        Assert.DoesNotContain(log.Lines, l => l.Contains(token, StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, l => l.Contains("@insats.example.org", StringComparison.Ordinal));
    }
}
