using System.Collections.Immutable;
using System.Globalization;

namespace Finsam.Domain.Privacy;

/// <summary>Looks through free text for what seems to be a participant's personal data, which an association must not hold (rules.md §6).
/// It only asks: whoever writes may save all the same.</summary>
public static class PersonalData
{
    private const int MostShown = 3;

    /// <summary>What looks like personal data in a text, in the order it stands there. The time is linear in the text's length.</summary>
    public static ImmutableArray<PersonalDataFinding> Find(string? text) =>
        string.IsNullOrEmpty(text) ? [] : [.. IdentityNumber.Find(text).Concat(NamesBesideDiagnoses.Find(text)).OrderBy(f => f.Position)];

    /// <summary>What to ask whoever wrote a text, in plain Swedish: what was seen, and what to do. Null when there is nothing to ask.
    /// Numbers are masked and surnames shortened, so that a message that ends in a log gives nobody away.</summary>
    public static string? Question(string? text)
    {
        var questions = Find(text).GroupBy(f => f.Kind).OrderBy(g => g.Key).Select(Question).ToArray();
        return questions.Length == 0 ? null : string.Join(' ', questions);
    }

    private static string Question(IGrouping<PersonalDataKind, PersonalDataFinding> findings)
    {
        var masked = findings.Select(f => f.Masked).Distinct(StringComparer.Ordinal).ToArray();
        var shown = string.Join(", ", masked.Take(MostShown));
        var all = masked.Length > MostShown ? Format(PrivacyTexts.AndMore, shown, masked.Length - MostShown) : shown;
        return Format(Text(findings.Key, several: masked.Length > 1), all);
    }

    private static string Text(PersonalDataKind kind, bool several) => kind switch
    {
        PersonalDataKind.Personnummer => several ? PrivacyTexts.PersonnummerSeveral : PrivacyTexts.Personnummer,
        PersonalDataKind.Samordningsnummer => several ? PrivacyTexts.SamordningsnummerSeveral : PrivacyTexts.Samordningsnummer,
        PersonalDataKind.NameBesideDiagnosis => several ? PrivacyTexts.NameSeveral : PrivacyTexts.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Format(string text, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
