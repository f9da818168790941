using Finsam.Domain.Answers;
using Finsam.Domain.Formats;

namespace Finsam.App.Forms;

/// <summary>A sum of answers as it is read.</summary>
public static class SumSoFar
{
    /// <summary>"12", or "12 hittills" where something is blank or unknown; empty when nothing is given.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="keys">The keys of those that are added up.</param>
    public static string Of(AnswerSheet answers, IEnumerable<string> keys)
    {
        var all = keys.ToArray();
        var given = all.Select(answers.Number).OfType<decimal>().ToArray();
        return given.Length == 0 ? "" : SwedishFormat.Exact(given.Sum()) + (given.Length < all.Length ? SwedishFormat.NoBreakSpace + FormTexts.Incomplete : "");
    }
}
