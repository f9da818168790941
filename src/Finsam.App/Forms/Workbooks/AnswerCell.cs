using System.Globalization;
using Finsam.Documents.Excel;
using Finsam.Domain.Answers;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Workbooks;

/// <summary>An answer in the cell where it is changed.</summary>
internal static class AnswerCell
{
    /// <summary>The first day that Excel has.</summary>
    private static readonly DateOnly FirstDay = new(1900, 1, 1);

    /// <summary>The cell of a field.</summary>
    public static GridCell Of(Field field, Answer? answer) => new(Value(field, answer), field.Kind switch
    {
        FieldKind.Count or FieldKind.Quantity => GridStyle.Number,
        FieldKind.Kronor => GridStyle.Amount,
        FieldKind.Date => GridStyle.Date,
        _ => GridStyle.Text,
    });

    private static CellValue Value(Field field, Answer? answer) => answer switch
    {
        Answer.Number(var number) => new CellValue.Number(number),
        Answer.Text(var text) when field.Kind == FieldKind.Date
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstDay => new CellValue.Date(day),
        Answer.Text when field.Kind == FieldKind.Flag => new CellValue.Text(FormTexts.Yes),
        Answer.Text(var text) => new CellValue.Text(field.Choices.FirstOrDefault(c => c.Id == text)?.Label ?? text),
        Answer.Unknown => new CellValue.Text(FormTexts.Unknown),
        _ => new CellValue.Blank(),
    };
}
