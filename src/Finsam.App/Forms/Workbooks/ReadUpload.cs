using System.Globalization;
using Finsam.Documents.Excel;

namespace Finsam.App.Forms.Workbooks;

/// <summary>Reads a workbook that was sent in: which of ours it is, and what it would change in the form.</summary>
public static class ReadUpload
{
    private static readonly ReadingOptions AsForm = new() { FormulaResults = true, RefusesShares = true, OwnLayout = true };

    /// <summary>What it comes to. No file makes it throw.</summary>
    public static UploadOutcome From(FormView form, ReadOnlyMemory<byte> file)
    {
        var read = WorkbookReader.Read(file, AsForm);
        if (read.Findings.FirstOrDefault(f => f is { Sheet: null, IsWarning: false }) is { } whole)
        {
            return new UploadOutcome.Refused(whole.Message);
        }

        var sheets = read.Sheets.Select(KeyedSheet.Find).OfType<KeyedSheet>().ToArray();
        return Refusal(form, sheets) is { } refusal
            ? new UploadOutcome.Refused(refusal)
            : new UploadReader(form, sheets, read.Findings).Read();
    }

    private static string? Refusal(FormView form, KeyedSheet[] sheets)
    {
        var marks = sheets.Select(s => s.Mark).Distinct().ToArray();
        var report = form.Report.Key;
        return marks.Length == 0 ? WorkbookTexts.NotOurs
            : marks.Any(m => m.Association != report.Association || m.Initiative != report.Initiative) ? Say(WorkbookTexts.OtherInitiative, form.Initiative.Name)
            : marks.Any(m => m.Kind == WorkbookKind.Form && m.Period != report.Period) ? Say(WorkbookTexts.OtherPeriod, form.Period.Name)
            : marks.Any(m => m.Kind == WorkbookKind.Form && m.Template != form.Report.TemplateHash) ? WorkbookTexts.OtherTemplate
            : marks.Length > 1 ? WorkbookTexts.BothKinds
            : null;
    }

    private static string Say(string text, string name) => string.Format(CultureInfo.InvariantCulture, text, name);
}
