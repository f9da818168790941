using System.Reflection;

namespace Finsam.App.Operations;

/// <summary>Which program runs: its version, and the commit it was built from.</summary>
public static class Software
{
    private const int ShortCommit = 8;

    private static readonly string[] Parts = Full.Split('+', 2);

    /// <summary>Version and commit, "1.2.3+abc…".</summary>
    public static string Full => typeof(Software).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>The version (SemVer).</summary>
    public static string Version => Parts[0];

    /// <summary>The commit, shortened; null when it was built without one.</summary>
    public static string? Commit => Parts is [_, { Length: >= ShortCommit } commit] ? commit[..ShortCommit] : null;
}
