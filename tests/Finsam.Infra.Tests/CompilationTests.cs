using System.Text.RegularExpressions;

namespace Finsam.Infra.Tests;

/// <summary>The files compile here as they will in a deployment; a warning is an error (an API version or a property that does not exist is one).</summary>
public sealed partial class CompilationTests
{
    [Fact]
    public void Builds_without_a_warning()
    {
        var (exitCode, _, findings) = Bicep.Run("build", "--stdout", Bicep.PathOf("main.bicep"));
        Assert.Equal("", findings);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void The_linter_finds_nothing()
    {
        var (exitCode, output, findings) = Bicep.Run("lint", Bicep.PathOf("main.bicep"));
        Assert.Equal("", output + findings);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void Is_formatted() => Assert.All(Bicep.Files, file => Assert.Equal(File.ReadAllText(file), Bicep.Run("format", "--stdout", file).Output));

    [Fact]
    public void Takes_its_modules_from_this_repository_only() => Assert.All(
        Bicep.Files.SelectMany(file => ModulePath().Matches(File.ReadAllText(file))),
        module => Assert.Matches(@"^(modules/)?\w+\.bicep$", module.Groups[1].Value));

    // A module beside the one that takes it, or in modules/: no registry and no folder above.
    [GeneratedRegex(@"^\s*(?:module \w+|using) '(?!main\.bicep')([^']+)'", RegexOptions.Multiline)]
    private static partial Regex ModulePath();
}
