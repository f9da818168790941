namespace Finsam.Browser.Tests.Catalogue;

/// <summary>A page in one of its states.</summary>
/// <param name="Name">The page and its state, as "ekonomi, med fel". What stands before the comma is the page, which has a title of its own.</param>
/// <param name="ReachAsync">How to get there. It may be done several times, and at the same time as any other.</param>
public sealed record PageState(string Name, Func<Scene, Task> ReachAsync)
{
    /// <summary>The page.</summary>
    public string Page => Name.Split(',')[0];

    /// <summary>It is one of many that are alike: read by the program in the wide window only, and used in the narrow only.</summary>
    public bool Alike { get; init; }

    /// <summary>It is looked at on paper: nothing there is pressed, and it need not fit a phone.</summary>
    public bool Printed { get; init; }
}
