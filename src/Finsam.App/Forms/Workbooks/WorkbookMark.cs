using Finsam.Domain.Reports;

namespace Finsam.App.Forms.Workbooks;

/// <summary>What a workbook of ours says of itself, in the hidden first cell of every sheet.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Association">The association.</param>
/// <param name="Initiative">The initiative.</param>
/// <param name="Period">The period; empty in a list by month, which goes with every period that has its months.</param>
/// <param name="Template">SHA-256 of the template the form had; empty in a list by month, whose cells are known by their keys.</param>
public sealed record WorkbookMark(WorkbookKind Kind, string Association, string Initiative, string Period = "", string Template = "")
{
    private const string Ours = "finsam";
    private const char Between = '|';

    /// <summary>The mark of a report's form.</summary>
    public static WorkbookMark OfForm(FormView form) => new(
        WorkbookKind.Form, form.Report.Key.Association, form.Report.Key.Initiative, form.Report.Key.Period, form.Report.TemplateHash);

    /// <summary>The mark of an initiative's list by month.</summary>
    public static WorkbookMark OfMonths(ReportKey report) => new(WorkbookKind.Months, report.Association, report.Initiative);

    /// <summary>The mark as it stands in the cell.</summary>
    public override string ToString() => string.Join(Between, Ours, Kind == WorkbookKind.Form ? "formular" : "pinnlista", Association, Initiative, Period, Template);

    /// <summary>The mark in a cell; null when the cell holds none.</summary>
    public static WorkbookMark? Find(string text) => text.Split(Between) switch
    {
        [Ours, "formular", var association, var initiative, var period, var template] => new(WorkbookKind.Form, association, initiative, period, template),
        [Ours, "pinnlista", var association, var initiative, _, _] => new(WorkbookKind.Months, association, initiative),
        _ => null,
    };
}

/// <summary>The workbooks that are sent out and come back.</summary>
public enum WorkbookKind
{
    /// <summary>The form.</summary>
    Form,

    /// <summary>The list by month.</summary>
    Months,
}
