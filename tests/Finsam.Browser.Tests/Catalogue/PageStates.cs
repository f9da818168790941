using System.Text.RegularExpressions;

namespace Finsam.Browser.Tests.Catalogue;

// Every page in every state that users meet. What is here is tried by axe and by our own checks, on a wide window and a narrow, and photographed by
//
//   FINSAM_SCREENSHOTS=out/skarmbilder dotnet run --project tests/Finsam.Browser.Tests
//
// (PowerShell: $env:FINSAM_SCREENSHOTS = "out/skarmbilder"), which runs the same tests and writes NN-name-1100.png, NN-name-320.png and index.html.
// To add "-class Finsam.Browser.Tests.PageStateTests" after "--" leaves the other tests out. FINSAM_STATES="word-mall|utkast" leaves out the states whose
// names do not match.
//
// A new state is a line in one of the classes below. Parts follow from the samples' templates: a new one is here by itself.

/// <summary>The catalogue.</summary>
public static class PageStates
{
    /// <summary>The states, in the order they are met.</summary>
    public static IReadOnlyList<PageState> All { get; } = [.. OwnerStates.All, .. SavingStates.All, .. SharingStates.All, .. SampleStates.All, .. ProblemStates.All, .. ChefStates.All, .. DraftStates.All, .. SharePointStates.All];

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names =>
        [.. All.Select(s => s.Name).Where(n => Wanted is null || Regex.IsMatch(n, Wanted, RegexOptions.None, TimeSpan.FromSeconds(1)))];

    private static string? Wanted => Environment.GetEnvironmentVariable("FINSAM_STATES");

    /// <summary>The state of a name.</summary>
    public static PageState Find(string name) => All.Single(s => s.Name == name);

    /// <summary>Where it stands in the catalogue, from 1.</summary>
    public static int NumberOf(PageState state) => All.ToList().IndexOf(state) + 1;
}
