namespace Finsam.Cli.Rehearsals;

/// <summary>How large a rehearsal is, and what goes wrong in it.</summary>
public sealed record RehearsalOptions
{
    /// <summary>How many associations there are.</summary>
    public int Associations { get; init; } = 3;

    /// <summary>How many initiatives each of them has.</summary>
    public int Initiatives { get; init; } = 5;

    /// <summary>How many times a process that sends is killed.</summary>
    public int Kills { get; init; } = 50;

    /// <summary>What chance comes from: the same seed gives the same stories, kills and faults.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>True to tell what happens as it happens.</summary>
    public bool Verbose { get; init; }
}
