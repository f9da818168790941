using System.Text.RegularExpressions;

namespace Finsam.Domain;

/// <summary>The form of every id in a record: it stands in addresses, table keys and file names, so it holds a–z, 0–9 and hyphen, 1 to 60 characters.</summary>
public static partial class Identifier
{
    /// <summary>The pattern, as the JSON Schemas state it.</summary>
    public const string Pattern = "^[a-z0-9][a-z0-9-]{0,59}$";

    /// <summary>True when <paramref name="value"/> can be an id.</summary>
    public static bool IsValid(string? value) => value is not null && Form().IsMatch(value);

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
