namespace Finsam.Cli;

/// <summary>The file that the user wants something in.</summary>
public static class TargetFile
{
    /// <summary>Writes it, in a folder that is made if need be.</summary>
    public static async Task WriteAsync(string path, byte[] content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await File.WriteAllBytesAsync(path, content, cancellation);
    }
}
