using System.CommandLine.Parsing;
using System.Globalization;

namespace Finsam.Cli;

/// <summary>Reads what was written for an option or an argument, and says in Swedish what is wrong with it: the parser's own words are English.</summary>
public static class Written
{
    // Those that the year's address takes.
    private const int FirstYear = 2004;
    private const int LastYear = 2099;

    /// <summary>A day.</summary>
    public static DateOnly? Day(ArgumentResult result) =>
        Text(result) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Wrong<DateOnly>(result, CliTexts.NotADay, text);

    /// <summary>A calendar year.</summary>
    public static int? Year(ArgumentResult result) =>
        Text(result) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear ? year
        : Wrong<int>(result, CliTexts.NotAYear, text);

    /// <summary>A port; 0 for a free one.</summary>
    public static int Port(ArgumentResult result) =>
        Text(result) is not { } text ? 0
        : ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port
        : Wrong<int>(result, CliTexts.NotAPort, text) ?? 0;

    /// <summary>A count.</summary>
    public static int Count(ArgumentResult result) =>
        Text(result) is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : Wrong<int>(result, CliTexts.NotACount, text) ?? 0;

    private static string? Text(ArgumentResult result) => result.Tokens is [var token, ..] ? token.Value : null;

    private static T? Wrong<T>(ArgumentResult result, string words, string text)
        where T : struct
    {
        result.AddError(string.Format(CultureInfo.InvariantCulture, words, text));
        return null;
    }
}
