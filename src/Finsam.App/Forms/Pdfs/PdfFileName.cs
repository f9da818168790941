using System.Globalization;
using System.Text;

namespace Finsam.App.Forms.Pdfs;

/// <summary>The name a document is saved under, from names that may hold anything.</summary>
internal static class PdfFileName
{
    private const int LongestPart = 60;

    /// <summary>The name: what it is, whose and for when.</summary>
    public static string Of(string document, FormView form) =>
        string.Join(" – ", new[] { document, Clean(form.Initiative.Name), Clean(form.Period.Name) }.Where(part => part.Length > 0)) + ".pdf";

    // What no file system takes, and what cannot be seen, is left out, so that "Stöd/resurs" does not become a folder.
    private static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark || rune.Value is '-' or '–' or '.' or ',' or '&' or '(' or ')' or '+')
            {
                clean.Append(rune.ToString());
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }

            if (clean.Length >= LongestPart)
            {
                break;
            }
        }

        return clean.ToString().Trim(' ', '.', '-');
    }
}
