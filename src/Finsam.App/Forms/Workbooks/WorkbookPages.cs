using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Access;
using Finsam.App.Lists;
using Finsam.App.Pages;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Forms.Workbooks;

/// <summary>The form in Excel: out, in, and what it would change before anything is saved.</summary>
public sealed class WorkbookPages(PageRunner pages, Render render, LoadForm load, SaveWorkbook save)
{
    /// <summary>The most a workbook may be: 5 MB.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    /// <summary>The form field with the file.</summary>
    public const string FileField = PartEntry.FilePrefix + "excel";

    // What stands around a file in a posted form.
    private const int Around = 64 * 1024;

    /// <summary>Where the workbooks are fetched and sent in.</summary>
    public Task<IResult> PageAsync(HttpRequest request, ReportKey key) => ShowAsync(request, key, form => Page(form, null));

    /// <summary>The form as a workbook.</summary>
    public Task<IResult> FormAsync(HttpRequest request, ReportKey key) =>
        ShowAsync(request, key, form => Task.FromResult(Workbook(FormWorkbook.Write(form), $"{key.Initiative}-{key.Period}")));

    /// <summary>The list by month.</summary>
    public Task<IResult> MonthsAsync(HttpRequest request, ReportKey key) => ShowAsync(request, key, async form =>
    {
        var asked = request.Query[WorkbookRoutes.YearQuery].ToString();
        int? year = ExcelModel.YearsOf(form).Cast<int?>().FirstOrDefault(y => y?.ToString(CultureInfo.InvariantCulture) == asked);
        return (asked.Length == 0 || year is not null) && MonthWorkbook.Write(form, year) is { } workbook
            ? Workbook(workbook, $"{key.Initiative}-pinnlista-{year?.ToString(CultureInfo.InvariantCulture) ?? key.Period}")
            : await render.ProblemAsync(request, ProblemKind.NotFound);
    });

    /// <summary>Reads a workbook and shows what it would change.</summary>
    public Task<IResult> UploadAsync(HttpRequest request, ReportKey key) => ReceiveAsync(request, key, async (form, entry, _) =>
    {
        if (entry.Files.FirstOrDefault(f => PartEntry.FilePrefix + f.Block == FileField) is not { } file)
        {
            return await Page(form, WorkbookTexts.ChooseFile);
        }

        return ReadUpload.From(form, file.Content) switch
        {
            UploadOutcome.Refused(var message) => await Page(form, message),
            UploadOutcome.Read read => await render.PageAsync<UploadPage>(nameof(UploadPage.Model), read),
            _ => throw new InvalidOperationException("There is no other outcome."),
        };
    });

    /// <summary>Saves what was shown.</summary>
    public Task<IResult> SaveAsync(HttpRequest request, ReportKey key) => ReceiveAsync(request, key, async (_, entry, who) =>
        await save.HandleAsync(key, entry, who, request.HttpContext.RequestAborted) is { } saved
            ? await render.PageAsync<UploadSavedPage>(nameof(UploadSavedPage.Model), saved, saved.IsWhole ? StatusCodes.Status200OK : StatusCodes.Status409Conflict)
            : await render.ProblemAsync(request, ProblemKind.NotFound));

    private static IResult Workbook(byte[] content, string name) => Results.Bytes(content, ListPages.WorkbookMediaType, name + ".xlsx");

    private Task<IResult> Page(FormView form, string? refusal) => render.PageAsync<ExcelPage>(
        nameof(ExcelPage.Model), new ExcelModel(form, refusal), refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    // What is sent in is changed nowhere, in Excel as little as here.
    private Task<IResult> ShowAsync(HttpRequest request, ReportKey key, Func<FormView, Task<IResult>> page) =>
        pages.RunAsync(request, new AccessRule.LinkHolder(key), async caller =>
            await load.HandleAsync(key, caller.Id, request.HttpContext.RequestAborted) is not { } form ? await render.ProblemAsync(request, ProblemKind.NotFound)
                : form.Report.IsSent ? Render.SeeOther(form.Address())
                : await page(form));

    private Task<IResult> ReceiveAsync(HttpRequest request, ReportKey key, Func<FormView, PartEntry, string, Task<IResult>> page) =>
        pages.RunAsync(request, new AccessRule.LinkHolder(key), async caller =>
            await FormBody.ReadAsync(request, LargestFile + Around) is not { } entry ? await render.ProblemAsync(request, ProblemKind.WrongContentType)
                : entry.Files.Any(f => f.Content.Length > LargestFile) ? await render.ProblemAsync(request, ProblemKind.TooLarge)
                : await load.HandleAsync(key, caller.Id, request.HttpContext.RequestAborted) is not { } form ? await render.ProblemAsync(request, ProblemKind.NotFound)
                : form.Report.IsSent ? Render.SeeOther(form.Address())
                : await page(form, entry, caller.Id));
}

/// <summary>The page with the workbooks.</summary>
/// <param name="Form">The form.</param>
/// <param name="Refusal">Why the file that was sent in could not be read; null when none was.</param>
public sealed record ExcelModel(FormView Form, string? Refusal)
{
    /// <summary>True when something can be counted by month.</summary>
    public bool HasMonths => MonthWorkbook.Tables(Form).Any();

    /// <summary>The years one may have an empty list of: this one's, where the period is not all of it, and the next, as long as the initiative goes on.</summary>
    public static ImmutableArray<int> YearsOf(FormView form) => [.. new[] { form.Period.Year, form.Period.Year + 1 }.Where(year =>
        !MonthWorkbook.MonthsOf(form, year).IsEmpty && (form.Period.Start, form.Period.End) != (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)))];
}
