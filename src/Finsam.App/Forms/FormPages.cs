using System.Globalization;
using Finsam.App.Access;
using Finsam.App.Pages;
using Finsam.App.Reports;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Finsam.App.Forms;

/// <summary>The form as the insatsägare meets it: from the link in the mail to the receipt.</summary>
public sealed class FormPages(
    PageRunner pages, Render render, FindLink links, LoadForm load, SaveSection save, SubmitReport submit, IOptions<Settings> settings)
{
    /// <summary>The form field that carries the revision that was shown.</summary>
    public const string RevisionField = "_revision";

    /// <summary>The form field that says where to go after saving.</summary>
    public const string NextField = "_next";

    /// <summary>The form field by which warnings are confirmed.</summary>
    public const string ConfirmField = "_bekraftat";

    private const long LargestBody = 1024 * 1024;

    /// <summary>Opens a form link. Changes nothing in store, so a mail scanner that fetches it does no harm.</summary>
    public Task<IResult> OpenLinkAsync(HttpRequest request, string token) =>
        pages.RunAsync(request, new AccessRule.Anyone(), async _ =>
        {
            var found = await links.HandleAsync(token, request.HttpContext.RequestAborted);
            if (found is not { Opens: true, Link.Report: var report })
            {
                return await render.ProblemAsync(request, found is null ? ProblemKind.LinkUnknown : ProblemKind.LinkGone);
            }

            ReportCookie.Set(request.HttpContext.Response, report, token, settings.Value.IsHttps);
            return Render.SeeOther(FormRoutes.Address(report));
        });

    /// <summary>The report's first page: what is known, what is left, or what was sent.</summary>
    public Task<IResult> HomeAsync(HttpRequest request, ReportKey key) => ShowAsync(request, key, form => form.Report.IsSent
        ? render.PageAsync<SentPage>(nameof(SentPage.Form), form)
        : render.PageAsync<HomePage>(nameof(HomePage.Form), form));

    /// <summary>A section to fill in.</summary>
    public Task<IResult> SectionAsync(HttpRequest request, ReportKey key, string section) => ShowAsync(request, key, async form =>
        form.Report.IsSent
            ? Render.SeeOther(form.Address())
            : form.Sections.FirstOrDefault(s => s.Id == section) is { } found
                ? await render.PageAsync<SectionPage>(nameof(SectionPage.Model), new SectionPageModel
                {
                    Form = form,
                    Section = found,
                    Revision = form.Saved.Sections.GetValueOrDefault(section)?.Revision ?? 0,
                })
                : await render.ProblemAsync(request, ProblemKind.NotFound));

    /// <summary>Saves a section.</summary>
    public Task<IResult> SaveAsync(HttpRequest request, ReportKey key, string section) =>
        pages.RunAsync(request, new AccessRule.LinkHolder(key), async caller =>
        {
            if (await ReadFormAsync(request) is not { } written)
            {
                return await render.ProblemAsync(request, ProblemKind.WrongContentType);
            }

            var revision = int.TryParse(written.GetValueOrDefault(RevisionField), CultureInfo.InvariantCulture, out var number) ? number : 0;
            return await save.HandleAsync(key, section, written, revision, caller.Id, request.HttpContext.RequestAborted) switch
            {
                SaveOutcome.Saved(var form) => Render.SeeOther(Next(form, section, written.GetValueOrDefault(NextField))),
                SaveOutcome.Refused(var page) => await render.PageAsync<SectionPage>(nameof(SectionPage.Model), page, StatusCodes.Status422UnprocessableEntity),
                SaveOutcome.Conflict(var page) => await render.PageAsync<SectionPage>(nameof(SectionPage.Model), page, StatusCodes.Status409Conflict),
                SaveOutcome.AlreadySent(var form) => await render.PageAsync<TooLatePage>(nameof(TooLatePage.Model), new TooLateModel(form, section, written), StatusCodes.Status409Conflict),
                SaveOutcome.Busy => await render.ProblemAsync(request, ProblemKind.StorageDown),
                _ => await render.ProblemAsync(request, ProblemKind.NotFound),
            };
        });

    /// <summary>All answers before they are sent.</summary>
    public Task<IResult> ReviewAsync(HttpRequest request, ReportKey key) => ShowAsync(request, key, async form =>
        form.Report.IsSent ? Render.SeeOther(form.Address()) : await render.PageAsync<ReviewPage>(nameof(ReviewPage.Model), new ReviewModel(form, false)));

    /// <summary>Sends the report.</summary>
    public Task<IResult> SubmitAsync(HttpRequest request, ReportKey key) =>
        pages.RunAsync(request, new AccessRule.LinkHolder(key), async caller =>
        {
            if (await ReadFormAsync(request) is not { } written)
            {
                return await render.ProblemAsync(request, ProblemKind.WrongContentType);
            }

            return await submit.HandleAsync(key, written.ContainsKey(ConfirmField), caller.Id, request.HttpContext.RequestAborted) switch
            {
                SubmitOutcome.Sent => Render.SeeOther(FormRoutes.Address(key)),
                SubmitOutcome.Stopped(var form) => await render.PageAsync<ReviewPage>(
                    nameof(ReviewPage.Model), new ReviewModel(form, true), StatusCodes.Status422UnprocessableEntity),
                SubmitOutcome.Closed => await render.ProblemAsync(request, ProblemKind.LinkGone),
                SubmitOutcome.Busy => await render.ProblemAsync(request, ProblemKind.StorageDown),
                _ => await render.ProblemAsync(request, ProblemKind.NotFound),
            };
        });

    /// <summary>The answers, for printing.</summary>
    public Task<IResult> PrintAsync(HttpRequest request, ReportKey key) =>
        ShowAsync(request, key, form => render.PageAsync<PrintPage>(nameof(PrintPage.Form), form));

    private Task<IResult> ShowAsync(HttpRequest request, ReportKey key, Func<FormView, Task<IResult>> page) =>
        pages.RunAsync(request, new AccessRule.LinkHolder(key), async _ =>
            await load.HandleAsync(key, request.HttpContext.RequestAborted) is { } form
                ? await page(form)
                : await render.ProblemAsync(request, ProblemKind.NotFound));

    private static string Next(FormView form, string section, string? wish)
    {
        var index = form.Sections.ToList().FindIndex(s => s.Id == section);
        return wish == "oversikt" ? form.Address()
            : index + 1 < form.Sections.Length ? form.Address("del/" + form.Sections[index + 1].Id)
            : form.Address("granska");
    }

    // Null when the body is no form.
    private static async Task<Dictionary<string, string>?> ReadFormAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestBody)
        {
            throw new BadHttpRequestException("The form is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(
                new FormOptions { BufferBodyLengthLimit = LargestBody, MultipartBodyLengthLimit = LargestBody, ValueLengthLimit = (int)LargestBody, ValueCountLimit = 2000 },
                request.HttpContext.RequestAborted);
            return form.ToDictionary(f => f.Key, f => f.Value[^1] ?? "", StringComparer.Ordinal);
        }
        catch (InvalidDataException e)
        {
            throw new BadHttpRequestException("The form is too large.", StatusCodes.Status413PayloadTooLarge, e);
        }
    }
}
