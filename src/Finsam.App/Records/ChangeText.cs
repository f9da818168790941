using System.Collections.Frozen;
using System.Text.Json;
using Finsam.App.Lists;
using Finsam.App.People;
using Finsam.Domain.Associations;
using Finsam.Domain.Formats;

namespace Finsam.App.Records;

/// <summary>What stood, or stands, at a place of the record, as people read it: without JSON's marks, and with the lists' words for what they call by a word.</summary>
public static class ChangeText
{
    private const int Longest = 300;
    private const string Picture = "en bild";
    private const string Logo = "logo";
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    // What means two things ("other") stays as it is: the value alone does not say which.
    private static readonly FrozenDictionary<string, string> Choices =
        (from column in RecordLists.All.SelectMany(l => l.AllColumns)
         where column.Kind is ColumnKind.Choice
         from word in column.Words
         group word.Words[0] by word.Id into same
         where same.Distinct(StringComparer.Ordinal).Count() == 1
         select (Id: same.Key, Word: same.First())).Concat(Enum.GetValues<Role>().Select(r => (Id: RoleWords.Id(r), Word: RoleWords.Name(r)))).ToFrozenDictionary(w => w.Id, w => w.Word, StringComparer.Ordinal);

    /// <summary>What a change was from.</summary>
    /// <param name="change">The change.</param>
    public static string From(RecordChange change) => Of(change.From, change.Path);

    /// <summary>What a change was to.</summary>
    /// <param name="change">The change.</param>
    public static string To(RecordChange change) => Of(change.To, change.Path);

    /// <summary>A value as it is read; "–" when there is none.</summary>
    /// <param name="json">The value as JSON.</param>
    /// <param name="path">Where it stands, "initiatives[hofors].end": a number is a year when its place says so.</param>
    public static string Of(string? json, string path = "")
    {
        if (json is null)
        {
            return "–";
        }

        using var document = JsonDocument.Parse(json);
        var text = Text(document.RootElement, path[(path.LastIndexOf('.') + 1)..]);
        return text.Length == 0 ? "–" : text.Length <= Longest ? text : text[..Whole(text)] + "…";
    }

    private static string Text(JsonElement value, string name) => value.ValueKind switch
    {
        // A picture in base64 tells a reader nothing.
        JsonValueKind.String when name.Equals(Logo, StringComparison.Ordinal) => Picture,
        JsonValueKind.String => Choices.GetValueOrDefault(value.GetString()!, value.GetString()!),
        JsonValueKind.Number => Number(value, name),
        JsonValueKind.True => "ja",
        JsonValueKind.False => "nej",
        JsonValueKind.Object => Joined(", ", value.EnumerateObject().Select(p => Text(p.Value, p.Name))),
        JsonValueKind.Array => Joined("; ", value.EnumerateArray().Select(item => Text(item, name))),
        _ => "",
    };

    private static string Number(JsonElement value, string name) =>
        !value.TryGetDecimal(out var number) || (IsYear(name) && number is >= FirstYear and <= LastYear) ? value.GetRawText() : SwedishFormat.Exact(number);

    // "year", and "fromYear" and "toYear" of a goal.
    private static bool IsYear(string name) => name.Equals("year", StringComparison.Ordinal) || name.EndsWith("Year", StringComparison.Ordinal);

    private static string Joined(string between, IEnumerable<string> texts) => string.Join(between, texts.Where(t => t.Length > 0));

    // A sign of two chars is not cut in half.
    private static int Whole(string text) => char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
}
