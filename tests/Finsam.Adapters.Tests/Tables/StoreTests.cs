using Azure.Data.Tables;
using Finsam.Adapters.Tables;
using Finsam.App.Drafts;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.App.Setup;
using Finsam.App.Storage;
using Finsam.Cli.Demo;
using Finsam.Domain.Answers;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;

namespace Finsam.Adapters.Tests.Tables;

/// <summary>The stores against the real emulator.</summary>
public sealed class StoreTests(AzuriteStorage storage) : IClassFixture<AzuriteStorage>
{
    private static readonly DateTimeOffset Now = new(2024, 1, 8, 7, 0, 0, TimeSpan.Zero);

    private readonly PeriodKey _period = new("forbund-" + Guid.NewGuid().ToString("N")[..8], "2023-helar");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TableReportStore Reports => new(storage.Account, storage.Documents);

    [Fact]
    public async Task A_mail_can_be_planned_once_and_its_state_changed_only_over_the_one_that_was_read()
    {
        var outbox = new TableOutbox(storage.Account, storage.Documents);
        var mail = new OutgoingMail { Key = new MailKey(_period.Report("hofors"), "inbjudan", "ekonom"), State = MailState.Planned, Since = Now };
        Assert.True(await outbox.PlanAsync(mail, Cancellation));
        Assert.False(await outbox.PlanAsync(mail, Cancellation));

        var read = (await outbox.FindAsync(mail.Key, Cancellation))!;
        Assert.True(await outbox.UpdateAsync(read, mail.As(MailState.Queued, Now), Cancellation));
        Assert.False(await outbox.UpdateAsync(read, mail.As(MailState.Sending, Now), Cancellation));
        Assert.Equal(MailState.Queued, (await outbox.FindAsync(mail.Key, Cancellation))!.Value.State);
        Assert.Single(await outbox.ListAsync(_period, Cancellation));
        Assert.Empty(await outbox.ListAsync(_period.Report("hofors-2"), Cancellation));
    }

    [Fact]
    public async Task What_was_asked_for_again_while_it_was_looked_at_is_looked_at_once_more()
    {
        var due = new TableDueIndex(storage.Account);
        var entry = new DueEntry(new DateOnly(2024, 1, 8), _period, "hofors");
        await due.AddAsync(entry, Cancellation);
        var read = (await ReadAsync()).Single();
        await due.AddAsync(entry, Cancellation);
        await due.RemoveAsync(read, Cancellation);

        var again = (await ReadAsync()).Single();
        await due.RemoveAsync(again, Cancellation);
        await due.RemoveAsync(again, Cancellation);
        Assert.Empty(await ReadAsync());

        async Task<IEnumerable<DueEntry>> ReadAsync() => (await due.UpToAsync(entry.Date, Cancellation)).Where(e => e.Period == _period);
    }

    [Fact]
    public async Task A_section_its_head_and_what_happened_are_written_as_one_or_not_at_all()
    {
        var head = await CreateAsync("hofors");
        var section = new SavedPart("mal", 1, AnswerSheet.Empty.With("mal.1.resultat", new Answer.Text("Gick bra")), "ekonom", Now, null);
        Assert.True(await Reports.SavePartAsync(head, section, head.Value.WithSaved("mal"), Event(ReportEventKind.Saved), Cancellation));

        // Over a head that has changed since: neither the section nor the event is written.
        var other = section with { Id = "ekonomi" };
        Assert.False(await Reports.SavePartAsync(head, other, head.Value.WithSaved("ekonomi"), Event(ReportEventKind.Saved), Cancellation));
        var saved = (await Reports.FindWithPartsAsync(head.Value.Key, Cancellation))!;
        Assert.Equal("mal", Assert.Single(saved.Parts).Key);
        Assert.Equal("Gick bra", saved.Answers.Text("mal.1.resultat"));
        Assert.Equal([ReportEventKind.Opened, ReportEventKind.Saved], (await Reports.HistoryAsync(head.Value.Key, Cancellation)).Select(e => e.What));
    }

    [Fact]
    public async Task Creating_a_report_that_exists_leaves_it_as_it_is()
    {
        var head = await CreateAsync("hofors");
        Assert.True(await Reports.UpdateAsync(head, head.Value.WithSubmission(Now, new string('a', 64)), Event(ReportEventKind.Submitted), Cancellation));
        await CreateAsync("hofors");
        Assert.True((await Reports.FindAsync(head.Value.Key, Cancellation))!.Value.IsSent);
    }

    [Fact]
    public async Task Reports_whose_ids_begin_alike_are_kept_apart_and_a_periods_list_holds_only_its_heads()
    {
        await CreateAsync("resan");
        var second = await CreateAsync("resan-2");
        await Reports.SavePartAsync(
            second, new SavedPart("mal", 1, AnswerSheet.Empty.With("a", new Answer.Number(1)), "x", Now, null), second.Value.WithSaved("mal"),
            Event(ReportEventKind.Saved), Cancellation);
        Assert.Empty((await Reports.FindWithPartsAsync(_period.Report("resan"), Cancellation))!.Parts);
        Assert.Equal(["resan", "resan-2"], (await Reports.ListAsync(_period, Cancellation)).Select(h => h.Value.Key.Initiative).Order());
        Assert.Empty(await Reports.ListAsync(_period with { Association = "annat" }, Cancellation));
    }

    [Fact]
    public async Task An_answer_too_long_for_a_row_is_kept_whole()
    {
        var head = await CreateAsync("hofors");
        var text = string.Concat(Enumerable.Repeat("Åäö ", 12_000));
        var section = new SavedPart("mal", 1, AnswerSheet.Empty.With("kommentar.text", new Answer.Text(text)), "ekonom", Now, null);
        Assert.True(await Reports.SavePartAsync(head, section, head.Value.WithSaved("mal"), new ReportEvent(Now, "ekonom", ReportEventKind.Saved, section.Answers), Cancellation));
        Assert.Equal(text, (await Reports.FindWithPartsAsync(head.Value.Key, Cancellation))!.Answers.Text("kommentar.text"));
    }

    [Fact]
    public async Task Zero_blank_and_unknown_come_back_as_what_they_were()
    {
        var head = await CreateAsync("hofors");
        var answers = AnswerSheet.Empty.With("a", new Answer.Number(0)).With("b", Answer.Unknown.Instance).With("d", new Answer.Number(123456789.25m));
        await Reports.SavePartAsync(head, new SavedPart("mal", 1, answers, "x", Now, null), head.Value.WithSaved("mal"), Event(ReportEventKind.Saved), Cancellation);
        Assert.Equal(answers, (await Reports.FindWithPartsAsync(head.Value.Key, Cancellation))!.Answers);
    }

    [Fact]
    public async Task A_row_of_a_later_version_is_not_misread()
    {
        var head = await CreateAsync("hofors");
        var table = storage.Account.Tables.GetTableClient(TableNames.Reports);
        await table.UpsertEntityAsync(
            new TableEntity($"{_period.Association}|{_period.Period}", "hofors|head") { ["SchemaVersion"] = 99, ["Document"] = "{}" }, cancellationToken: Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Reports.FindAsync(head.Value.Key, Cancellation));
    }

    [Fact]
    public async Task The_due_index_gives_what_is_waiting_today_or_earlier_and_an_entry_twice_is_one()
    {
        var due = new TableDueIndex(storage.Account);
        var early = new DueEntry(new DateOnly(2000, 1, 1), _period, null);
        var late = new DueEntry(new DateOnly(2000, 1, 3), _period, "hofors");
        foreach (var entry in new[] { late, early, early })
        {
            await due.AddAsync(entry, Cancellation);
        }

        async Task<DueEntry[]> OursAsync(DateOnly date) => [.. (await due.UpToAsync(date, Cancellation)).Where(e => e.Period == _period).Select(e => e with { Version = null })];
        Assert.Equal([early], await OursAsync(new DateOnly(2000, 1, 2)));
        Assert.Equal([early, late], await OursAsync(new DateOnly(2000, 1, 3)));
        await due.RemoveAsync(early, Cancellation);
        await due.RemoveAsync(early, Cancellation);
        Assert.Equal([late], await OursAsync(new DateOnly(2000, 1, 3)));
    }

    [Fact]
    public async Task A_contacts_links_are_revoked_together_and_nobody_elses()
    {
        var links = new TableLinkStore(storage.Account, storage.Documents);
        var report = _period.Report("hofors");
        string[] hashes = [.. Enumerable.Range(0, 3).Select(_ => LinkToken.Hash(LinkToken.Mint()))];
        await links.AddAsync(hashes[0], new FormLink(report, "ekonom", new DateOnly(2024, 3, 22), false), Cancellation);
        await links.AddAsync(hashes[1], new FormLink(report, "ekonom", new DateOnly(2024, 3, 22), false), Cancellation);
        await links.AddAsync(hashes[2], new FormLink(report, "ekonom-2", new DateOnly(2024, 3, 22), false), Cancellation);
        await links.RevokeAsync(report, "ekonom", Cancellation);
        Assert.Equal([true, true, false], (await Task.WhenAll(hashes.Select(h => links.FindAsync(h, Cancellation)))).Select(l => l!.IsRevoked));
        Assert.Null(await links.FindAsync(LinkToken.Hash("gissning"), Cancellation));
    }

    [Fact]
    public async Task No_token_stands_anywhere_in_the_links_table()
    {
        var links = new TableLinkStore(storage.Account, storage.Documents);
        var token = LinkToken.Mint();
        await links.AddAsync(LinkToken.Hash(token), new FormLink(_period.Report("hofors"), "ekonom", new DateOnly(2024, 3, 22), false), Cancellation);
        await foreach (var row in storage.Account.Tables.GetTableClient(TableNames.Links).QueryAsync<TableEntity>(cancellationToken: Cancellation))
        {
            Assert.DoesNotContain(row.Select(p => p.Value), v => v?.ToString()?.Contains(token, StringComparison.Ordinal) == true);
        }
    }

    [Fact]
    public async Task The_same_snapshot_kept_twice_is_one_and_has_the_same_hash()
    {
        var snapshot = new ReportSnapshot
        {
            Key = _period.Report("hofors"),
            SubmittedAt = Now,
            SubmittedBy = "ekonom",
            TemplateHash = "x",
            Initiative = Sample.Read("gavleborg-2023").Record.Initiatives.Initiatives[0],
            Answers = AnswerSheet.Empty.With("ekonomi.utfall", new Answer.Number(201000)),
            ExplainedWarnings = [],
        };
        var hash = await Reports.KeepSnapshotAsync(snapshot, Cancellation);
        Assert.Equal(hash, await Reports.KeepSnapshotAsync(snapshot, Cancellation));
        var read = await Reports.SnapshotAsync(_period.Association, hash, Cancellation);
        Assert.Equal(RecordJson.Text(snapshot), RecordJson.Text(read));
    }

    [Fact]
    public async Task A_drafts_version_is_taken_once_and_its_files_come_back()
    {
        var drafts = new TableDraftStore(storage.Account, storage.Documents);
        var draft = new Draft { Key = new DraftKey(_period, "arsredovisning", 1), Request = "chef-1", RequestedAt = Now, State = DraftState.Requested };
        Assert.True(await drafts.AddAsync(draft, Cancellation));
        Assert.False(await drafts.AddAsync(draft with { Request = "chef-2" }, Cancellation));
        await drafts.WriteAsync(draft.Key, "a.docx", "application/octet-stream", [1, 2, 3], Cancellation);
        await drafts.WriteAsync(draft.Key, "a.docx", "application/octet-stream", [1, 2, 3], Cancellation);
        Assert.Equal([1, 2, 3], await drafts.ReadAsync(draft.Key, "a.docx", Cancellation));
        Assert.Null(await drafts.ReadAsync(draft.Key, "b.docx", Cancellation));
    }

    [Fact]
    public async Task A_record_comes_back_as_it_was_written()
    {
        using var records = new TableRecordStore(storage.Account, storage.Documents);
        var sample = Sample.Read("gavleborg-2023").Record;
        var record = sample with { Association = sample.Association with { Id = _period.Association } };
        Assert.True(await records.SaveAsync(record, Version(1), Cancellation));
        Assert.Equal(RecordJson.Text(record), RecordJson.Text((await records.FindAsync(_period.Association, Cancellation))!.Record));
        Assert.Contains(_period.Association, await records.AssociationsAsync(Cancellation));

        // Another instance, that has read nothing yet, reads the same.
        using var other = new TableRecordStore(storage.Account, storage.Documents);
        Assert.Equal(RecordJson.Text(record), RecordJson.Text((await other.FindAsync(_period.Association, Cancellation))!.Record));
        Assert.Null(await other.FindAsync("annat", Cancellation));
    }

    [Fact]
    public async Task A_record_can_be_read_as_it_was_and_its_changes_are_kept()
    {
        using var records = new TableRecordStore(storage.Account, storage.Documents);
        var sample = Sample.Read("gavleborg-2023").Record;
        var first = sample with { Association = sample.Association with { Id = _period.Association, Name = "Före" } };
        var second = first with { Association = first.Association with { Name = "Efter" } };
        Assert.True(await records.SaveAsync(first, Version(1), Cancellation));
        Assert.True(await records.SaveAsync(second, Version(2) with { Changes = [new RecordChange("association.json", "name", "Namn", "\"Före\"", "\"Efter\"")] }, Cancellation));

        async Task<string?> NameAsync(DateTimeOffset at) => (await records.AsOfAsync(_period.Association, at, Cancellation))?.Record.Association.Name;
        Assert.Null(await NameAsync(Now.AddHours(0.5)));
        Assert.Equal("Före", await NameAsync(Now.AddHours(1)));
        Assert.Equal("Före", await NameAsync(Now.AddHours(1.5)));
        Assert.Equal("Efter", await NameAsync(Now.AddHours(2)));
        Assert.Equal("Före", (await records.VersionAsync(_period.Association, 1, Cancellation))!.Record.Association.Name);
        Assert.Null(await records.VersionAsync(_period.Association, 3, Cancellation));

        var versions = await records.VersionsAsync(_period.Association, Cancellation);
        Assert.Equal([1, 2], versions.Select(v => v.Number));
        Assert.Equal("\"Efter\"", Assert.Single(versions[1].Changes).To);
    }

    [Fact]
    public async Task Of_two_who_change_a_record_at_once_one_gets_through()
    {
        using var records = new TableRecordStore(storage.Account, storage.Documents);
        var sample = Sample.Read("gavleborg-2023").Record;
        AssociationRecord Named(string name) => sample with { Association = sample.Association with { Id = _period.Association, Name = name } };
        Assert.True(await records.SaveAsync(Named("Början"), Version(1), Cancellation));
        var saved = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => records.SaveAsync(Named($"Nummer {i}"), Version(2), Cancellation)));
        Assert.Single(saved, won => won);
        Assert.Equal(2, (await records.VersionsAsync(_period.Association, Cancellation)).Length);
        Assert.False(await records.SaveAsync(Named("För sent"), Version(2), Cancellation));
    }

    private static RecordVersion Version(int number) => new() { Number = number, At = Now.AddHours(number), Who = "chef", Source = ChangeSource.Package };

    private static ReportEvent Event(ReportEventKind what) => new(Now.AddMinutes((int)what), "ekonom", what);

    private async Task<Stored<Report>> CreateAsync(string initiative)
    {
        var key = _period.Report(initiative);
        var report = new Report { Key = key, State = ReportState.NotStarted, Due = new DateOnly(2024, 1, 31), Closes = new DateOnly(2024, 3, 22), TemplateHash = "x" };
        await Reports.CreateAsync(report, Event(ReportEventKind.Opened), Cancellation);
        return (await Reports.FindAsync(key, Cancellation))!;
    }
}
