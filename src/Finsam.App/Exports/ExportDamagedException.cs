namespace Finsam.App.Exports;

/// <summary>An export that cannot be put back: a file is missing, changed, or not known to this software.</summary>
/// <param name="file">Which file.</param>
public sealed class ExportDamagedException(string file) : Exception($"{file} is missing or is not what was exported.")
{
    /// <summary>The file.</summary>
    public string File { get; } = file;
}
