using System.Collections.Concurrent;
using Finsam.Cli.Demo;
using Finsam.Testing;

namespace Finsam.Browser.Tests.Sites;

/// <summary>The samples, each read once.</summary>
public static class Samples
{
    private static readonly ConcurrentDictionary<string, Sample> Read = new(StringComparer.Ordinal);

    /// <summary>The sample of a name.</summary>
    public static Sample Named(string name) => name == TestInstance.Gavleborg.Name ? TestInstance.Gavleborg : Read.GetOrAdd(name, Sample.Read);
}
