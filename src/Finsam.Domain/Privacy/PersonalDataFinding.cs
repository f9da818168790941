using System.Text;

namespace Finsam.Domain.Privacy;

/// <summary>What a piece of text looks like.</summary>
public enum PersonalDataKind
{
    /// <summary>A personnummer (18 § folkbokföringslagen 1991:481).</summary>
    Personnummer,

    /// <summary>A samordningsnummer: a personnummer with 60 added to the day (lag 2022:1697).</summary>
    Samordningsnummer,

    /// <summary>What is likely a person's name, near a word of diagnosis or ill-health.</summary>
    NameBesideDiagnosis,
}

/// <summary>A piece of text that looks like personal data. It may well be something else, so it is asked about and never removed or refused.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Piece">The piece as it was written. Never to be logged or sent: <see cref="Masked"/> is for that.</param>
/// <param name="Position">Where in the text it starts.</param>
public sealed record PersonalDataFinding(PersonalDataKind Kind, string Piece, int Position)
{
    /// <summary>The piece so that its writer knows which it is, and nobody else learns more: "19811218-****", "Anna S".</summary>
    public string Masked => Kind == PersonalDataKind.NameBesideDiagnosis ? MaskedName() : MaskedNumber();

    // A record prints all it holds, and what is printed ends in a log one day.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(Kind).Append(' ').Append(Masked).Append(" at ").Append(Position);
        return true;
    }

    private string MaskedNumber()
    {
        var digits = string.Concat(Piece.Where(char.IsDigit).Select(IdentityNumber.AsciiDigit));
        return $"{digits[..^4]}{(Piece.Contains('+', StringComparison.Ordinal) ? '+' : '-')}****";
    }

    private string MaskedName()
    {
        var names = Piece.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 1 ? names[0] : $"{names[0]} {names[^1][0]}";
    }
}
