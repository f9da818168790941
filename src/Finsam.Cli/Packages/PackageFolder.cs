using System.Globalization;
using System.IO.Compression;

namespace Finsam.Cli.Packages;

/// <summary>A package on disk: a folder or a zip.</summary>
public static class PackageFolder
{
    /// <summary>The package as a zip.</summary>
    /// <exception cref="UserException">There is no such folder or file.</exception>
    public static async Task<byte[]> ZipAsync(string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            return await File.ReadAllBytesAsync(path, cancellation);
        }

        if (!Directory.Exists(path))
        {
            throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.NoFolder, path));
        }

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                await using var entry = await zip.CreateEntry(Path.GetRelativePath(path, file).Replace('\\', '/')).OpenAsync(cancellation);
                await entry.WriteAsync(await File.ReadAllBytesAsync(file, cancellation), cancellation);
            }
        }

        return bytes.ToArray();
    }
}
