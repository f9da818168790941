using System.Collections.Immutable;
using Finsam.Domain.Associations;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;

namespace Finsam.App.Reminders.Wording;

/// <summary>The kinds of mail of an association.</summary>
/// <param name="Record">The record.</param>
public sealed record WordingListModel(AssociationRecord Record)
{
    /// <summary>The association.</summary>
    public Association Association => Record.Association;
}

/// <summary>The page where the words of a kind of mail are written.</summary>
public sealed record WordingPageModel
{
    /// <summary>The association.</summary>
    public required Association Association { get; init; }

    /// <summary>The kind of mail.</summary>
    public required MailKind Kind { get; init; }

    /// <summary>The words as they are written on the page: the record's, an earlier version's, or what was just typed.</summary>
    public required MailWording Wording { get; init; }

    /// <summary>The mark of the words that these are made from.</summary>
    public required string Seen { get; init; }

    /// <summary>True when the record has words of its own for the mail.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>When the words were changed, newest first.</summary>
    public required ImmutableArray<WordingChange> History { get; init; }

    /// <summary>The initiatives that the mail can be shown for.</summary>
    public required ImmutableArray<Initiative> Initiatives { get; init; }

    /// <summary>The one it is shown for.</summary>
    public string? Initiative { get; init; }

    /// <summary>The period it is shown for; null when there is none.</summary>
    public ReportingPeriod? Period { get; init; }

    /// <summary>The version whose words are shown, when it is not the latest.</summary>
    public int? Version { get; init; }

    /// <summary>What has been done.</summary>
    public string? Done { get; init; }

    /// <summary>What could not be done, and why.</summary>
    public string? Trouble { get; init; }

    /// <summary>What is wrong with the words.</summary>
    public ImmutableArray<WordingFault> Faults { get; init; } = [];

    /// <summary>The mail as it would be; null when nobody has asked to see it.</summary>
    public FilledMail? Preview { get; init; }
}
