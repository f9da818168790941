using System.Collections.Immutable;
using Finsam.App.Drafts.SharePoint;
using Finsam.App.Storage;
using Finsam.Domain.Reports;

namespace Finsam.App.Drafts;

/// <summary>The drafts: who asked for which, what became of it, and the files.</summary>
public interface IDraftStore
{
    /// <summary>A period's drafts, oldest first.</summary>
    Task<ImmutableArray<Stored<Draft>>> ListAsync(PeriodKey period, CancellationToken cancellation);

    /// <summary>A draft, or null.</summary>
    Task<Stored<Draft>?> FindAsync(DraftKey key, CancellationToken cancellation);

    /// <summary>Inserts a draft. False when its version is already taken.</summary>
    Task<bool> AddAsync(Draft draft, CancellationToken cancellation);

    /// <summary>Changes a draft. False when somebody else has changed it since it was read.</summary>
    Task<bool> UpdateAsync(Stored<Draft> draft, Draft changed, CancellationToken cancellation);

    /// <summary>Writes one of a draft's files. Writing the same file again changes nothing.</summary>
    Task WriteAsync(Draft draft, string file, string mediaType, byte[] content, CancellationToken cancellation);

    /// <summary>One of a draft's files, or null.</summary>
    Task<byte[]?> ReadAsync(Draft draft, string file, CancellationToken cancellation);
}

/// <summary>Which draft.</summary>
/// <param name="Period">The period.</param>
/// <param name="Kind">The outline's id.</param>
/// <param name="Version">Counts from 1.</param>
public sealed record DraftKey(PeriodKey Period, string Kind, int Version);

/// <summary>A draft: what was asked for and what became of it.</summary>
public sealed record Draft
{
    /// <summary>Which draft.</summary>
    public required DraftKey Key { get; init; }

    /// <summary>What asked for it: the same request gives one draft, however many times it is made.</summary>
    public required string Request { get; init; }

    /// <summary>When it was asked for; printed in it, so that compiling again gives the same bytes.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required DraftState State { get; init; }

    /// <summary>The Word file's name.</summary>
    public string? File { get; init; }

    /// <summary>The Word file's SHA-256.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Which of the runs that compiled it its files are of: the hash of what they say. Two that run at once, of other reports, never write over
    /// each other's files; the row tells whose count. Null for a draft that was compiled before runs had their own.</summary>
    public string? Run { get; init; }

    /// <summary>How many reports it was made from.</summary>
    public int Reports { get; init; }

    /// <summary>How many reports were missing.</summary>
    public int Missing { get; init; }

    /// <summary>What has become of saving it in SharePoint; null when nobody has asked for it.</summary>
    public DraftSaving? Saving { get; init; }
}

/// <summary>Where a draft stands.</summary>
public enum DraftState
{
    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>Ready to fetch.</summary>
    Ready,
}
