using System.Collections.Immutable;

namespace Finsam.Adapters.Tables;

/// <summary>The tables, each with its keys.</summary>
public static class TableNames
{
    /// <summary>association | head, version|number, wordtemplate|number.</summary>
    public const string Associations = "Associations";

    /// <summary>association|period | initiative|head, initiative|section|id, ~event|initiative|time.</summary>
    public const string Reports = "Reports";

    /// <summary>First byte of the hash | hash; and report | contact|hash, for revoking.</summary>
    public const string Links = "Links";

    /// <summary>association|period | initiative|step|contact.</summary>
    public const string Outbox = "Outbox";

    /// <summary>mailbox | hash of its address.</summary>
    public const string Mailboxes = "Mailboxes";

    /// <summary>date | association|period|initiative.</summary>
    public const string Due = "Due";

    /// <summary>association|period | kind|version.</summary>
    public const string Drafts = "Drafts";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Associations, Reports, Links, Outbox, Mailboxes, Due, Drafts];
}
