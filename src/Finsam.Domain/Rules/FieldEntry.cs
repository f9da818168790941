using System.Globalization;
using Finsam.Domain.Answers;
using Finsam.Domain.Formats;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Rules;

/// <summary>What became of what somebody wrote in a field.</summary>
public abstract record FieldEntry
{
    private const decimal LargestCount = 999_999m;
    private const decimal LargestKronor = 9_999_999_999m;

    private FieldEntry()
    {
    }

    /// <summary>It was understood; <paramref name="Answer"/> is null when the field was left blank.</summary>
    public sealed record Accepted(Answer? Answer) : FieldEntry;

    /// <summary>It was not; <paramref name="Message"/> says in Swedish what to write instead.</summary>
    public sealed record Refused(string Message) : FieldEntry;

    /// <summary>Reads an entry for a field.</summary>
    public static FieldEntry Read(Field field, string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return new Accepted(null);
        }

        return field.Kind switch
        {
            FieldKind.Count or FieldKind.Kronor or FieldKind.Quantity => ReadNumber(field, written),
            FieldKind.Flag => new Accepted(new Answer.Text(Flagged.Yes)),
            FieldKind.Choice => field.Choices.Any(c => c.Id == written)
                ? new Accepted(new Answer.Text(written))
                : Refuse(RuleTexts.UnknownChoice, field.Label),
            FieldKind.Date => ReadDate(field, written.Trim()),
            _ => ReadText(field, written),
        };
    }

    private static FieldEntry ReadText(Field field, string written)
    {
        var text = written.ReplaceLineEndings("\n").Trim();
        if (field.Kind == FieldKind.Line)
        {
            text = text.Replace('\n', ' ');
        }

        return text.Length > field.MaxLength
            ? Refuse(RuleTexts.TooLongText, field.Label, text.Length, field.MaxLength, text.Length - field.MaxLength)
            : new Accepted(new Answer.Text(text));
    }

    private static FieldEntry ReadDate(Field field, string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new Accepted(new Answer.Text(SwedishFormat.Date(date)))
            : Refuse(RuleTexts.ImpossibleDate, field.Label, written);

    private static FieldEntry ReadNumber(Field field, string written) => NumberEntry.Read(written, field.Kind == FieldKind.Kronor) switch
    {
        NumberEntry.Blank => new Accepted(null),
        NumberEntry.Unknown => new Accepted(Answer.Unknown.Instance),
        NumberEntry.Value(var number) => Limits(field, number),
        NumberEntry.Ambiguous(var first, var second) => Refuse(
            RuleTexts.AmbiguousNumber, field.Label, written.Trim(), SwedishFormat.Exact(first), SwedishFormat.Exact(second)),
        NumberEntry.PointForComma(var number) => PointForComma(field, Shortened(written.Trim()), number),
        NumberEntry.OddGroups => Refuse(RuleTexts.OddGroups, field.Label, Shortened(written.Trim())),
        _ when written.Contains('%', StringComparison.Ordinal) => Refuse(RuleTexts.PerCent, field.Label),
        _ when field.Kind != FieldKind.Kronor && NumberEntry.Read(written) is NumberEntry.Value => Refuse(RuleTexts.UnitOfMoney, field.Label, Shortened(written.Trim())),
        _ => Refuse(RuleTexts.NotANumber, field.Label, Shortened(written.Trim()), field.Kind == FieldKind.Quantity ? "0,5" : "12"),
    };

    // What a field of whole numbers would refuse anyway is said at once, and not first that decimals are written with a comma.
    private static FieldEntry PointForComma(Field field, string written, decimal number) => Limits(field, number) as Refused
        ?? Refuse(RuleTexts.PointForComma, field.Label, written, NumberEntry.PointForComma.WithComma(written));

    private static FieldEntry Limits(Field field, decimal number) => field.Kind switch
    {
        FieldKind.Count when number < 0 => Refuse(RuleTexts.NegativeCount, field.Label),
        FieldKind.Count when number != decimal.Truncate(number) => Refuse(RuleTexts.FractionalCount, field.Label),
        FieldKind.Count when number > LargestCount => Refuse(RuleTexts.TooLargeCount, field.Label, SwedishFormat.Exact(number)),
        FieldKind.Kronor when number != decimal.Truncate(number) => Refuse(RuleTexts.FractionalKronor, field.Label),
        FieldKind.Kronor when Math.Abs(number) > LargestKronor => Refuse(RuleTexts.TooLargeKronor, field.Label, SwedishFormat.Exact(number)),
        FieldKind.Quantity when number < 0 => Refuse(RuleTexts.NegativeDecimal, field.Label),
        FieldKind.Quantity when number != decimal.Round(number, 2) => Refuse(RuleTexts.TooManyDecimals, field.Label),
        FieldKind.Quantity when number > LargestCount => Refuse(RuleTexts.TooLargeDecimal, field.Label, SwedishFormat.Exact(number)),
        FieldKind.Quantity => new Accepted(new Answer.Number(number)),
        _ => new Accepted(new Answer.Number(decimal.Truncate(number))),
    };

    private static string Shortened(string written) => written.Length <= 40 ? written : written[..40] + "…";

    private static Refused Refuse(string text, params object[] arguments) =>
        new(string.Format(CultureInfo.InvariantCulture, text, arguments));
}
