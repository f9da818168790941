using System.Collections.Immutable;
using System.Globalization;

namespace Finsam.App.Forms;

/// <summary>What was sent in for a part of the form, as it was written.</summary>
public sealed record PartEntry
{
    /// <summary>The form field that carries the revision that was shown.</summary>
    public const string RevisionField = "_revision";

    /// <summary>The form field that says what the pressed button does.</summary>
    public const string ActionField = "_gor";

    /// <summary>Before the key of a field, in the form field that carries what it showed when it was changed.</summary>
    public const string ShownPrefix = "_visade.";

    /// <summary>Before the key of a field whose text is saved although it looks as if it told of a person.</summary>
    public const string SavePrefix = "_spara-anda.";

    /// <summary>Before the key of a file that is taken away.</summary>
    public const string RemovePrefix = "_ta-bort.";

    /// <summary>Before the id of a block, in the form field with its new files.</summary>
    public const string FilePrefix = "_fil.";

    /// <summary>What was written, by form field.</summary>
    public required IReadOnlyDictionary<string, string> Written { get; init; }

    /// <summary>The files that came along.</summary>
    public ImmutableArray<NewFile> Files { get; init; } = [];

    /// <summary>The revision the form showed; 0 when nothing had been saved.</summary>
    public int Revision =>
        int.TryParse(Written.GetValueOrDefault(RevisionField), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>What the pressed button does, and to which block: "noll:deltagare".</summary>
    public (string Name, string Block) Action => Written.GetValueOrDefault(ActionField)?.Split(':') switch
    {
        [var name, var block] => (name, block),
        [var name] => (name, ""),
        _ => ("", ""),
    };

    /// <summary>True when the writer says that the text tells of nobody.</summary>
    public bool SavesAnyway(string field) => Written.ContainsKey(SavePrefix + field);

    /// <summary>True when the file is to be taken away.</summary>
    public bool Removes(string field) => Written.ContainsKey(RemovePrefix + field);
}

/// <summary>A file that was sent along.</summary>
/// <param name="Block">The block it answers.</param>
/// <param name="Name">Its name as the browser says it.</param>
/// <param name="Content">Its bytes.</param>
public sealed record NewFile(string Block, string Name, byte[] Content);

/// <summary>The buttons of a part.</summary>
public static class PartAction
{
    /// <summary>Saves, and goes to the overview.</summary>
    public const string Overview = "oversikt";

    /// <summary>Saves, and shows the part again, with more rows or with the uploaded files.</summary>
    public const string Stay = "stanna";

    /// <summary>The block's blank cells become zero.</summary>
    public const string Zero = "noll";

    /// <summary>The block's blank cells become "uppgift saknas".</summary>
    public const string Unknown = "saknas";

    /// <summary>The blank cells of the block, and of those that are parts of it, become zero.</summary>
    public const string None = "inga";
}
