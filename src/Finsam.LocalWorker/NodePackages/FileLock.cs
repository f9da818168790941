namespace Finsam.LocalWorker.NodePackages;

/// <summary>An open file that no other process can open; the system lets go of it when the process ends, however it ends.</summary>
internal static class FileLock
{
    /// <summary>Takes the lock, or gives null when another one has it.</summary>
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    /// <summary>Waits for the lock.</summary>
    public static async Task<FileStream> TakeAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            await Task.Delay(200, cancellation);
        }
    }
}
