namespace Finsam.App.Setup;

/// <summary>Something wrong, or doubtful, in a package.</summary>
/// <param name="File">The file in the package.</param>
/// <param name="Path">The JSON path, "$.initiatives[3].end".</param>
/// <param name="Message">A Swedish sentence that says what to do.</param>
public sealed record PackageFinding(string File, string Path, string Message)
{
    /// <summary>True when it is said but stops nothing.</summary>
    public bool IsWarning { get; init; }
}
