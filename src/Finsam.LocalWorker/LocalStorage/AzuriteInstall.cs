using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;

namespace Finsam.LocalWorker.LocalStorage;

/// <summary>Azurite in the user's cache: installed once for each version of the lock file, by one process at a time, whole or not at all.</summary>
internal static class AzuriteInstall
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "run.cjs"];

    /// <summary>The cache: FINSAM_TOOLS, or finsam in the user's local data.</summary>
    public static string DefaultToolsFolder
    {
        get
        {
            var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return Environment.GetEnvironmentVariable("FINSAM_TOOLS") is { Length: > 0 } chosen ? Path.GetFullPath(chosen)
                : Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "finsam");
        }
    }

    /// <summary>The folder with Azurite and run.cjs, after installing it if need be.</summary>
    /// <exception cref="ToolMissingException">npm is missing, or could not fetch Azurite.</exception>
    public static async Task<string> FindOrMakeAsync(string toolsFolder, NodeTools tools, Action<string>? progress, CancellationToken cancellation)
    {
        var name = "azurite-" + Hash();
        var folder = Path.Combine(toolsFolder, name);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        var npm = tools.FindNpm();
        Directory.CreateDirectory(toolsFolder);
        await using var only = await FileLock.TakeAsync(Path.Combine(toolsFolder, "install.lock"), cancellation);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        foreach (var broken in Directory.EnumerateDirectories(toolsFolder, "azurite-*.part"))
        {
            Directory.Delete(broken, recursive: true);
        }

        progress?.Invoke(string.Format(CultureInfo.CurrentCulture, LocalStorageTexts.Installing, folder));
        var part = Directory.CreateDirectory(folder + ".part").FullName;
        foreach (var file in Files)
        {
            await using var source = Resource(file);
            await using var target = File.Create(Path.Combine(part, file));
            await source.CopyToAsync(target, cancellation);
        }

        var (code, output) = await tools.RunAsync(npm, ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"], part, cancellation);
        if (code != 0)
        {
            throw new ToolMissingException(string.Format(CultureInfo.CurrentCulture, LocalStorageTexts.InstallFailed, output.Trim()));
        }

        Directory.Move(part, folder);
        return folder;
    }

    private static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            using var source = Resource(file);
            using var bytes = new MemoryStream();
            source.CopyTo(bytes);
            hash.AppendData(bytes.ToArray());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static Stream Resource(string file) => Assembly.GetExecutingAssembly().GetManifestResourceStream("azurite/" + file)!;
}
