using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Finsam.Domain.Rules;

/// <summary>Numbers in texts that differ from the form's figures: "62 deltagare" in a result where the matrix says 58. Only a number right before one of
/// the words is read, so that years, dates and amounts are left in peace.</summary>
/// <param name="Texts">The texts, by key; a key that ends in ".*" stands for all texts of a block.</param>
/// <param name="Said">Which words speak of which figures.</param>
/// <param name="Message">{said}, {word} and {figure} are the number in the text, the word after it and the sum in the form.</param>
public sealed partial record TextFiguresRule(string Id, ImmutableArray<string> Texts, ImmutableArray<SaidFigure> Said, Severity Severity, string Message)
    : Rule(Id, Severity, Message)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Keys => Said.SelectMany(s => s.Fields).Distinct(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportUnderCheck report)
    {
        foreach (var key in Texts.SelectMany(report.TextKeys))
        {
            foreach (var (number, word) in report.Answers.Text(key) is { } text ? Numbers(text) : [])
            {
                var about = Said.Where(s => s.Words.Contains(word, StringComparer.OrdinalIgnoreCase)).ToArray();
                var sums = about.Select(s => s.Fields.All(report.Asks) ? Sum(s.Fields, report.Answers) : null).ToArray();
                if (about.Length > 0 && sums.All(s => s is not null) && !sums.Contains(number))
                {
                    var finding = Say(report, [key, .. about[0].Fields], ("said", number), ("figure", sums[0]!.Value));
                    yield return finding with { Message = finding.Message.Replace("{word}", word.ToLowerInvariant(), StringComparison.Ordinal) };
                }
            }
        }
    }

    // "62 deltagare", "1 065 personer"; not "2023 deltagare" of a year, nor "5 % kvinnor". Of "13 av 20 deltagare" both numbers are looked at.
    private static IEnumerable<(decimal Number, string Word)> Numbers(string text)
    {
        for (var match = NumberAndWord().Match(text); match.Success; match = NumberAndWord().Match(text, match.Groups["number"].Index + match.Groups["number"].Length))
        {
            var digits = string.Concat(match.Groups["number"].Value.Where(char.IsAsciiDigit));
            yield return (decimal.Parse(digits, CultureInfo.InvariantCulture), match.Groups["word"].Value);
        }
    }

    [GeneratedRegex(@"(?:^|[^\d,.–\u0020\u00A0-]|[^\d,.–-][\u0020\u00A0])(?<number>\d{1,3}(?:[\u0020\u00A0\u202F\u2009]\d{3})+|\d{1,6})[\u0020\u00A0](?:av\u0020de\u0020|st\u0020|nya\u0020)?(?<word>\p{L}+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NumberAndWord();
}

/// <summary>Words that speak of a figure.</summary>
/// <param name="Words">The words after the number: "deltagare", "personer".</param>
/// <param name="Fields">The cells whose sum they speak of.</param>
public sealed record SaidFigure(ImmutableArray<string> Words, ImmutableArray<string> Fields);
