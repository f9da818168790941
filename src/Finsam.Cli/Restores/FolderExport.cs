using Finsam.App.Exports;

namespace Finsam.Cli.Restores;

/// <summary>One night's export that has been copied to a folder.</summary>
/// <param name="folder">The folder with manifest.json.</param>
public sealed class FolderExport(string folder) : IExportFiles
{
    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string file, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(File.Exists(Path.Combine(folder, file)) ? File.OpenRead(Path.Combine(folder, file)) : null);
}
