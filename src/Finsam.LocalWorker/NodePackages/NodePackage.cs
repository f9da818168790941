using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Finsam.LocalWorker.LocalMail;
using Finsam.LocalWorker.LocalStorage;

namespace Finsam.LocalWorker.NodePackages;

/// <summary>An npm package in the user's cache: installed once for each version of the lock file, by one process at a time, whole or not at all.</summary>
/// <param name="Name">The folder's name in the cache, and what its embedded files' names begin with.</param>
/// <param name="Installing">What is said while it is fetched.</param>
/// <param name="InstallFailed">What is said when that fails.</param>
internal sealed record NodePackage(string Name, string Installing, string InstallFailed)
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "run.cjs"];

    /// <summary>The storage emulator.</summary>
    public static NodePackage Azurite { get; } = new("azurite", LocalStorageTexts.Installing, LocalStorageTexts.InstallFailed);

    /// <summary>The mail server.</summary>
    public static NodePackage SmtpServer { get; } = new("smtp-server", LocalMailTexts.Installing, LocalMailTexts.InstallFailed);

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

    /// <summary>The folder with the package and run.cjs, after installing it if need be.</summary>
    /// <exception cref="ToolMissingException">npm is missing, or could not fetch it.</exception>
    public async Task<string> FindOrMakeAsync(string toolsFolder, NodeTools tools, Action<string>? progress, CancellationToken cancellation)
    {
        var folder = Path.Combine(toolsFolder, $"{Name}-{Hash()}");
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

        foreach (var broken in Directory.EnumerateDirectories(toolsFolder, Name + "-*.part"))
        {
            Directory.Delete(broken, recursive: true);
        }

        progress?.Invoke(string.Format(CultureInfo.CurrentCulture, Installing, folder));
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
            throw new ToolMissingException(string.Format(CultureInfo.CurrentCulture, InstallFailed, output.Trim()));
        }

        Directory.Move(part, folder);
        return folder;
    }

    private string Hash()
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

    private Stream Resource(string file) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Name}/{file}")!;
}
