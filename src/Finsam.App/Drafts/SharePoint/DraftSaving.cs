namespace Finsam.App.Drafts.SharePoint;

/// <summary>What has become of saving a draft in SharePoint.</summary>
public sealed record DraftSaving
{
    /// <summary>How many times it has been asked for: a message of an earlier time does nothing.</summary>
    public required int Round { get; init; }

    /// <summary>Where it stands.</summary>
    public required DraftSavingState State { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Where the file is opened; also when a later attempt has failed.</summary>
    public Uri? Address { get; init; }

    /// <summary>Why it waits or was refused, in Swedish.</summary>
    public string? Reason { get; init; }
}

/// <summary>Where the saving of a draft stands.</summary>
public enum DraftSavingState
{
    /// <summary>Asked for, and on its way.</summary>
    Requested,

    /// <summary>The file is there.</summary>
    Saved,

    /// <summary>A file of the name was there before, and was left as it is.</summary>
    WasThere,

    /// <summary>It was refused, and is not tried again by itself.</summary>
    Refused,
}

/// <summary>Asks for a draft to be saved: what the queue carries.</summary>
/// <param name="Draft">Which draft.</param>
/// <param name="Round">Which time it was asked for.</param>
/// <param name="Try">Counts from 1.</param>
public sealed record SaveDraftMessage(DraftKey Draft, int Round, int Try);
