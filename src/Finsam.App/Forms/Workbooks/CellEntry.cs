using System.Collections.Immutable;
using System.Globalization;
using Finsam.Documents.Excel;
using Finsam.Domain.Formats;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Workbooks;

/// <summary>What a cell says, as one would have written it in the form. Whether that can be an answer, <see cref="FieldEntry"/> says.</summary>
internal abstract record CellEntry
{
    private static readonly ImmutableArray<string> Yes = [.. WorkbookTexts.YesWords.Split('|')];
    private static readonly ImmutableArray<string> No = [.. WorkbookTexts.NoWords.Split('|')];

    private CellEntry()
    {
    }

    /// <summary>Nothing: the form's answer is left as it is.</summary>
    public sealed record Blank : CellEntry;

    /// <summary>Something, as it is written in the field; empty for a box that is not to be ticked.</summary>
    public sealed record Written(string Text) : CellEntry;

    /// <summary>Something that the field has no use for; <paramref name="Message"/> says in Swedish what to write.</summary>
    public sealed record Refused(string Message) : CellEntry;

    /// <summary>What a cell says of a field.</summary>
    public static CellEntry Read(Field field, CellValue value) => value switch
    {
        CellValue.Blank => new Blank(),
        CellValue.Text(var text) when string.IsNullOrWhiteSpace(text) => new Blank(),
        _ => field.Kind switch
        {
            FieldKind.Flag => Flag(field, Shown(value).Trim()),
            FieldKind.Choice => new Written(Choice(field, Shown(value))),
            FieldKind.Date when value is CellValue.Number => Refuse(WorkbookTexts.NumberForDate, field),
            _ when field.IsNumber && value is CellValue.Date(var day) => Refuse(WorkbookTexts.DateForNumber, field, SwedishFormat.Date(day)),
            _ => new Written(Shown(value)),
        },
    };

    private static CellEntry Flag(Field field, string word) =>
        Yes.Contains(word, StringComparer.OrdinalIgnoreCase) ? new Written(Flagged.Yes)
        : No.Contains(word, StringComparer.OrdinalIgnoreCase) ? new Written("")
        : Refuse(WorkbookTexts.NotYesOrNo, field, word);

    private static string Choice(Field field, string words) => field.Choices.FirstOrDefault(c => Labels.Same(c.Label, words))?.Id ?? words.Trim();

    // Every digit of a number, with the comma that the form reads.
    private static string Shown(CellValue value) => value switch
    {
        CellValue.Text(var text) => text,
        CellValue.Number(var number) => number.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ','),
        CellValue.Date(var day) => SwedishFormat.Date(day),
        _ => "",
    };

    private static Refused Refuse(string text, Field field, string? written = null) => new(string.Format(CultureInfo.InvariantCulture, text, field.Label, written));
}
