using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Access;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.App.Setup;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Records;

/// <summary>Writes a record that has been checked: the one way in, whether it came as a package, as a file or as a list. Everything or nothing,
/// and who changed what is kept with it.</summary>
public sealed partial class SaveRecord(IRecordStore records, IReportStore reports, IDueIndex due, TimeProvider clock, ILogger<SaveRecord> log)
{
    private DateOnly Today => SwedishTime.DateAt(clock.GetUtcNow());

    /// <summary>Writes the record as the association's next version. One that is the same as before makes no version.</summary>
    /// <param name="record">The whole record, already checked.</param>
    /// <param name="caller">Who changes it.</param>
    /// <param name="source">How it came in.</param>
    /// <param name="over">The version the change was made from; null when it does not matter, as for a whole package.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SaveOutcome> HandleAsync(AssociationRecord record, Caller caller, ChangeSource source, int? over, CancellationToken cancellation)
    {
        var before = await records.FindAsync(record.Association.Id, cancellation);
        if (over is not null && over != (before?.Version ?? 0))
        {
            return new SaveOutcome.ChangedMeanwhile(before?.Version ?? 0);
        }

        var lost = before is null ? [] : await LostAsync(before.Record, record, cancellation);
        if (!lost.IsEmpty)
        {
            return new SaveOutcome.Refused(lost);
        }

        var changes = before is null ? [] : RecordDiff.Between(before.Record, record);
        if (before is not null && changes.IsEmpty)
        {
            return new SaveOutcome.Saved(before.Version, []);
        }

        // The hour's work first: an entry that leads nowhere is taken away by the tick, but a period without an entry would never open.
        DueEntry[] entries = [.. PeriodEntries(before?.Record, record), .. QuestionEntries(before?.Record, record), .. ContactEntries(before?.Record, record)];
        await LookAtAsync(entries, cancellation);
        var version = new RecordVersion
        {
            Number = (before?.Version ?? 0) + 1,
            At = clock.GetUtcNow(),
            Who = caller.Id,
            Name = caller.Person?.Name,
            Source = source,
            Changes = changes,
        };
        if (!await records.SaveAsync(record, version, cancellation))
        {
            return new SaveOutcome.ChangedMeanwhile(version.Number);
        }

        // And once more: a tick that came between the two has seen the record as it was, and taken the entries away.
        await LookAtAsync(entries, cancellation);
        LogSaved(record.Association.Id, version.Number, changes.Length, source);
        return new SaveOutcome.Saved(version.Number, changes) { IsFirst = before is null };
    }

    private async Task LookAtAsync(DueEntry[] entries, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            await due.AddAsync(entry, cancellation);
        }
    }

    // Periods that are new or have moved are looked at when they open. One that may be out already is looked at now, so that nobody is reminded of a last
    // day that no longer holds.
    private IEnumerable<DueEntry> PeriodEntries(AssociationRecord? before, AssociationRecord record) =>
        from period in record.Periods.Periods.Concat(FinalReports.PeriodsOf(record))
        let known = before?.FindPeriod(period.Id)
        where known is null || (known.Opens, known.LastDay, known.Closes) != (period.Opens, period.LastDay, period.Closes)
        select new DueEntry(known is null ? period.Opens : Today, new PeriodKey(record.Association.Id, period.Id), null);

    // Whoever has become a contact while a report is out is written to at the next tick, and not when the next reminder happens to be due.
    private IEnumerable<DueEntry> ContactEntries(AssociationRecord? before, AssociationRecord record) =>
        from period in record.Periods.Periods.Concat(FinalReports.PeriodsOf(record))
        where period.Opens <= Today && Today <= period.Closes
        from initiative in record.Initiatives.Initiatives
        where before?.FindInitiative(initiative.Id) is { } then && initiative.Contacts.Select(c => c.Id).Except(then.Contacts.Select(c => c.Id), StringComparer.Ordinal).Any()
        select new DueEntry(Today, new PeriodKey(record.Association.Id, period.Id), initiative.Id);

    // Where the questions are to go out, or to go to others, since the record was written last; what was due long ago is passed by.
    private IEnumerable<DueEntry> QuestionEntries(AssociationRecord? before, AssociationRecord record) =>
        from period in record.Periods.Periods
        from initiative in record.Initiatives.Initiatives
        let date = QuestionsDate.Of(record, period, initiative)
        where date is not null && QuestionsDate.IsInTime(date.Value, period.Opens, Today)
        where before?.FindPeriod(period.Id) is not { } was || before.FindInitiative(initiative.Id) is not { } then || QuestionsDate.Of(before, was, then) != date
            || !then.Contacts.Select(c => c.Id).SequenceEqual(initiative.Contacts.Select(c => c.Id))
        select new DueEntry(date.Value, new PeriodKey(record.Association.Id, period.Id), initiative.Id);

    /// <summary>What keeps a record from being written: initiatives that have been reported and periods that have been opened, and that it leaves out.</summary>
    /// <param name="before">The record as it is.</param>
    /// <param name="record">The record as it would be.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ImmutableArray<PackageFinding>> LostAsync(AssociationRecord before, AssociationRecord record, CancellationToken cancellation)
    {
        var left = before.Initiatives.Initiatives.Select(i => i.Id).Except(record.Initiatives.Initiatives.Select(i => i.Id), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        var gone = before.Periods.Periods.Where(p => record.FindPeriod(p.Id) is null).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        if (left.Count == 0 && gone.Count == 0)
        {
            return [];
        }

        var closed = new List<string>();
        var reported = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var period in before.Periods.Periods.Concat(FinalReports.PeriodsOf(before)))
        {
            var heads = await reports.ListAsync(new PeriodKey(record.Association.Id, period.Id), cancellation);
            if (gone.Contains(period.Id) && !heads.IsEmpty)
            {
                closed.Add(period.Id);
            }

            reported.UnionWith(heads.Select(h => h.Value.Key.Initiative).Where(left.Contains));
        }

        return
        [
            .. closed.Select(id => new PackageFinding(
                "periods.json", "$.periods", string.Format(CultureInfo.InvariantCulture, SetupTexts.PeriodGone, id))),
            .. reported.Select(id => new PackageFinding(
                "initiatives.json", "$.initiatives", string.Format(CultureInfo.InvariantCulture, SetupTexts.NoLongerAsked, id))),
        ];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Record of {Association} saved as version {Version}: {Changes} changes by {Source}")]
    private partial void LogSaved(string association, int version, int changes, ChangeSource source);
}

/// <summary>What saving a record came to.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>It is written, or was the same as before.</summary>
    /// <param name="Version">The record's version now.</param>
    /// <param name="Changes">What was changed.</param>
    public sealed record Saved(int Version, ImmutableArray<RecordChange> Changes) : SaveOutcome
    {
        /// <summary>True when there was no record before.</summary>
        public bool IsFirst { get; init; }
    }

    /// <summary>Nothing was written: it would lose what has been reported.</summary>
    public sealed record Refused(ImmutableArray<PackageFinding> Findings) : SaveOutcome;

    /// <summary>Nothing was written: somebody else has changed the record since it was read.</summary>
    public sealed record ChangedMeanwhile(int Version) : SaveOutcome;
}
