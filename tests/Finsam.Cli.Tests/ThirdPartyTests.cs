using Finsam.Cli.Operations;
using Finsam.Testing;

namespace Finsam.Cli.Tests;

/// <summary>Everything we build on is free, and the notices say all of it.</summary>
public sealed class ThirdPartyTests
{
    [Fact]
    public void Every_package_of_the_lock_files_has_a_free_licence_that_is_known()
    {
        var packages = ThirdParty.Read(Repository.Root);
        Assert.Contains(packages, p => p is { Feed: "NuGet", IsDelivered: true });
        Assert.Contains(packages, p => p is { Feed: "npm", IsDelivered: true });
        Assert.Empty(packages.Where(p => !ThirdParty.IsFree(p.Licence)).Select(p => $"{p.Name} {p.Version}: {p.Licence}"));
    }

    [Fact]
    public void The_notices_are_those_of_the_lock_files() =>
        Assert.Equal(ThirdParty.Notices(ThirdParty.Read(Repository.Root)), File.ReadAllText(Path.Combine(Repository.Root, ThirdParty.File)).ReplaceLineEndings("\n"));

    [Fact]
    public void A_licence_that_nobody_knows_is_not_free()
    {
        Assert.False(ThirdParty.IsFree(null));
        Assert.False(ThirdParty.IsFree("SSPL-1.0"));
    }
}
