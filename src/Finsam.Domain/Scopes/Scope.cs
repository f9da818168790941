namespace Finsam.Domain.Scopes;

/// <summary>What a count, an amount or a target covers. Only like is compared with like.</summary>
public enum Scope
{
    /// <summary>Under perioden.</summary>
    Period,

    /// <summary>Sedan 1 januari.</summary>
    Year,

    /// <summary>Sedan insatsens start.</summary>
    Initiative,
}
