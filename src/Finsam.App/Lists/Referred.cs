namespace Finsam.App.Lists;

/// <summary>A kind of thing in the record that lists refer to.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Array">The list in the file.</param>
/// <param name="Name">The property that people know it by.</param>
/// <param name="IsShownByName">True when we write the name and not the id.</param>
public sealed record Referred(string File, string Array, string Name, bool IsShownByName = true)
{
    /// <summary>Insatser.</summary>
    public static Referred Initiatives { get; } = new("initiatives.json", "initiatives", "name");

    /// <summary>Groups of initiatives.</summary>
    public static Referred Groups { get; } = new("initiatives.json", "groups", "name");

    /// <summary>Efterföljare.</summary>
    public static Referred Successions { get; } = new("initiatives.json", "successions", "id", IsShownByName: false);

    /// <summary>Members.</summary>
    public static Referred Members { get; } = new("association.json", "members", "name");

    /// <summary>Bodies.</summary>
    public static Referred Bodies { get; } = new("registers.json", "bodies", "name");

    /// <summary>The goals of the verksamhetsplan; their text is long, so they are known by id.</summary>
    public static Referred Goals { get; } = new("goals.json", "goals", "text", IsShownByName: false);

    /// <summary>Budgets, known by their year.</summary>
    public static Referred Budgets { get; } = new("budget.json", "budgets", "year", IsShownByName: false);

    /// <summary>Published documents.</summary>
    public static Referred Documents { get; } = new("history.json", "documents", "title");

    /// <summary>What is followed over the years.</summary>
    public static Referred Measures { get; } = new("history.json", "measures", "name");

    /// <summary>Periods.</summary>
    public static Referred Periods { get; } = new("periods.json", "periods", "name", IsShownByName: false);
}
