namespace Finsam.Cli.Restores;

/// <summary>What is put back, and where. Either a folder or a date is given.</summary>
public sealed record RestoreOptions
{
    /// <summary>The folder that an export has been copied to.</summary>
    public string? Folder { get; init; }

    /// <summary>The night whose export in the storage account itself is put back.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The storage account: a connection string or an address; null for that of the data folder.</summary>
    public string? Storage { get; init; }

    /// <summary>The data folder of finsam serve.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Whether tables that are not empty may be changed.</summary>
    public bool IsReplacing { get; init; }

    /// <summary>Whether it is only tried.</summary>
    public bool IsTrial { get; init; }
}
