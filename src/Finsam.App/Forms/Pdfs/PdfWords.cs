using System.Globalization;
using Finsam.Domain.Answers;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Pdfs;

/// <summary>What the three documents say alike.</summary>
internal static class PdfWords
{
    /// <summary>A text with its arguments.</summary>
    public static string Say(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);

    /// <summary>"kvinna, man och okänt".</summary>
    public static string Listed(IEnumerable<string> items) => items.ToArray() switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => Say(FormPdfTexts.And, string.Join(", ", first), last),
    };

    /// <summary>A name within a sentence. One that begins with more than a capital letter ("SGI", "AF:s") is a name also there.</summary>
    public static string Within(string name) => name.Length > 1 && char.IsUpper(name[0]) && !char.IsUpper(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    /// <summary>A name that begins a sentence.</summary>
    public static string First(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>"15 januari 2024 kl. 10.42".</summary>
    public static string Time(DateTimeOffset at) =>
        Say(FormPdfTexts.AtTime, SwedishFormat.LongDate(SwedishTime.DateAt(at)), SwedishTime.Local(at).ToString("HH'.'mm", CultureInfo.InvariantCulture));

    /// <summary>A question with its unit, marked when it has to be answered.</summary>
    public static string Asked(Field field) =>
        Asked(field.UnitBeside(field.Label) is { } unit ? Say(FormPdfTexts.WithUnit, field.Label, unit) : field.Label, field.Required);

    /// <summary>A question without a unit, marked when it has to be answered.</summary>
    public static string Asked(string label, bool isRequired) => isRequired ? Say(FormPdfTexts.Required, label) : label;

    /// <summary>What a block covers, as a sentence; empty for those that count nothing.</summary>
    public static string Covers(FormView form, Block block) =>
        block is MatrixBlock or MeansBlock or FiguresBlock or EconomyBlock && form.Covers(block) is { Length: > 0 } span ? Say(FormPdfTexts.Covers, span) : "";

    /// <summary>An answer in a table, where the head of the column says what is counted.</summary>
    public static string Cell(Field field, Answer? answer) => answer is Answer.Number(var number) ? SwedishFormat.Exact(number) : PartPageModel.Reading(field, answer);

    /// <summary>What stands above the rows of a matrix.</summary>
    public static string Unit(MatrixBlock matrix) => matrix.UnitLabel ?? matrix.Cells switch
    {
        NumberKind.Kronor => FormTexts.Kronor,
        NumberKind.Quantity => FormTexts.Quantity,
        _ => FormTexts.Persons,
    };

    /// <summary>What stands above the rows where the columns stand beside it: a matrix of one column says there what is counted.</summary>
    public static string Corner(MatrixBlock matrix) =>
        matrix.Columns is [var only] && string.Equals(only.Label, Unit(matrix), StringComparison.OrdinalIgnoreCase) ? FormPdfTexts.MeanHead : Unit(matrix);

    /// <summary>True for a column of a list that is answered in words.</summary>
    public static bool IsWords(Field field) => field.Kind is FieldKind.Line or FieldKind.Text;

    /// <summary>The heads of a list's columns; none for a block that is no list.</summary>
    public static string[] Heads(Block block) => block switch
    {
        ActivitiesBlock activities => [.. activities.Columns.Select(column => column switch
        {
            ActivityColumn.Date => FormPdfTexts.ActivityDate,
            ActivityColumn.What => FormPdfTexts.ActivityWhat,
            ActivityColumn.Audience => FormPdfTexts.ActivityAudience,
            ActivityColumn.HeldBy => FormPdfTexts.ActivityHeldBy,
            ActivityColumn.Participants => FormPdfTexts.ActivityParticipants,
            _ => FormPdfTexts.ActivityInternal,
        })],
        StaffingBlock => [FormPdfTexts.StaffRole, FormPdfTexts.StaffParty, FormPdfTexts.StaffPosts, FormPdfTexts.StaffVacant, FormPdfTexts.StaffComment],
        _ => [],
    };

    /// <summary>Whom to ask.</summary>
    public static string Contact(FormView form)
    {
        var office = form.Association.Office;
        return Say(FormPdfTexts.Contact, office.Email, office.Phone is { } phone ? Say(FormPdfTexts.ContactPhone, phone) : "");
    }
}
