using Finsam.EndToEnd.Tests;
using Finsam.EndToEnd.Tests.Kills;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Finsam.EndToEnd.Tests;

/// <summary>The kill tests take half as long as all the others together: begun last, they would run on alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(c => c.TestCollectionDisplayName.Contains(typeof(KillTests).FullName!, StringComparison.Ordinal))];
}
