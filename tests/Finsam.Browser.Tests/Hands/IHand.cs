using System.Text.RegularExpressions;

namespace Finsam.Browser.Tests.Hands;

/// <summary>A way to use a page: with the keyboard, the mouse or a finger.</summary>
public interface IHand
{
    /// <summary>Writes in those of the page's fields that are among the answers, by name.</summary>
    /// <returns>The names of the fields written in.</returns>
    Task<IReadOnlyCollection<string>> WriteAsync(IReadOnlyDictionary<string, string> answers);

    /// <summary>Follows a link to the next page.</summary>
    Task FollowAsync(Regex link);

    /// <summary>Presses a button that leads to the next page.</summary>
    Task PressAsync(Regex button);
}
