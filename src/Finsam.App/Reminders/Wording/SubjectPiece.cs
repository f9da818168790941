using System.Text.RegularExpressions;

namespace Finsam.App.Reminders.Wording;

/// <summary>A piece of a subject: words, or a merge field. A subject has no Markdown.</summary>
/// <param name="Text">The words, or the field's name.</param>
/// <param name="IsField">True for a field.</param>
internal sealed partial record SubjectPiece(string Text, bool IsField)
{
    public static IEnumerable<SubjectPiece> Of(string subject)
    {
        var at = 0;
        foreach (Match match in Field().Matches(subject))
        {
            yield return new(subject[at..match.Index], IsField: false);
            yield return new(FieldParser.Normal(match.Groups[1].Value), IsField: true);
            at = match.Index + match.Length;
        }

        yield return new(subject[at..], IsField: false);
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Field();
}
