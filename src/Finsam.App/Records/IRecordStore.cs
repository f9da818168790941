using System.Collections.Immutable;
using Finsam.Domain.Records;
using Finsam.Domain.Templates;

namespace Finsam.App.Records;

/// <summary>The associations' records. A record is kept whole, version by version: it changes at one stroke or not at all, and every version can be read again.</summary>
public interface IRecordStore
{
    /// <summary>The ids of all associations in the installation.</summary>
    Task<ImmutableArray<string>> AssociationsAsync(CancellationToken cancellation);

    /// <summary>An association's record as it is now, or null.</summary>
    Task<StoredRecord?> FindAsync(string association, CancellationToken cancellation);

    /// <summary>An association's record as it was at an instant: its last version until then. Null when there was none yet.</summary>
    Task<StoredRecord?> AsOfAsync(string association, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>One version of an association's record, or null.</summary>
    Task<StoredRecord?> VersionAsync(string association, int version, CancellationToken cancellation);

    /// <summary>The versions of an association's record, oldest first.</summary>
    Task<ImmutableArray<RecordVersion>> VersionsAsync(string association, CancellationToken cancellation);

    /// <summary>A template by its hash; older versions stay for the reports answered in them.</summary>
    Task<FormTemplate> TemplateAsync(string association, string hash, CancellationToken cancellation);

    /// <summary>The mailbox that an association's mail is sent from; null when it has none of its own.</summary>
    async Task<string?> MailboxAsync(string association, CancellationToken cancellation) =>
        (await FindAsync(association, cancellation))?.Record.Association.Settings.Mail.Mailbox;

    /// <summary>Writes a record as its next version. False when somebody else has changed it since <paramref name="version"/>'s predecessor was read.</summary>
    /// <param name="record">The whole record.</param>
    /// <param name="version">What is written about the change; its number is one more than the version that was read, 1 for a new association.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<bool> SaveAsync(AssociationRecord record, RecordVersion version, CancellationToken cancellation);
}

/// <summary>A record as it was read.</summary>
/// <param name="Record">The record.</param>
/// <param name="Version">Its version's number, from 1.</param>
/// <param name="Templates">SHA-256 of its templates, by id.</param>
public sealed record StoredRecord(AssociationRecord Record, int Version, ImmutableSortedDictionary<string, string> Templates);

/// <summary>A change of a record: who made it, when, how, and what became of what.</summary>
public sealed record RecordVersion
{
    /// <summary>The version's number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: a person's object id.</summary>
    public required string Who { get; init; }

    /// <summary>The person's name as it was then, for showing.</summary>
    public string? Name { get; init; }

    /// <summary>The way it came in.</summary>
    public required ChangeSource Source { get; init; }

    /// <summary>What was changed. The first version has none: everything in it is new.</summary>
    public ImmutableArray<RecordChange> Changes { get; init; } = [];
}

/// <summary>The ways a change can come in.</summary>
public enum ChangeSource
{
    /// <summary>A package.</summary>
    Package,

    /// <summary>One file of it, through the API.</summary>
    File,

    /// <summary>An Excel list.</summary>
    Excel,

    /// <summary>One of the pages.</summary>
    Page,
}

/// <summary>One thing that was changed.</summary>
/// <param name="File">The file of the package it stands in.</param>
/// <param name="Path">Its path, with ids for positions: "initiatives[hofors].end".</param>
/// <param name="Where">The same in Swedish: "Insatser › Ett hållbart arbetsliv – Hofors › Slutdatum".</param>
/// <param name="From">What it was, as JSON; null when it was not there.</param>
/// <param name="To">What it became, as JSON; null when it was taken away.</param>
public sealed record RecordChange(string File, string Path, string Where, string? From, string? To);
