using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Access;
using Finsam.App.Overview;
using Finsam.App.Pages;
using Finsam.App.Review;
using Finsam.Domain;
using Finsam.Domain.Associations;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.FollowUp;

/// <summary>What the chef does by hand. Each goes back to the page it was asked for on; what will not do is told there, with what was written.</summary>
public sealed class FollowUpPages(PageRunner pages, Render render, LoadStatus status, FollowUpReport followUp, ReviewPages review)
{
    /// <summary>The form field that says how many times the report had been reminded of when the page was shown.</summary>
    public const string SeenField = "antal";

    /// <summary>The form field of a last day.</summary>
    public const string DayField = "dag";

    /// <summary>The form field of a comment.</summary>
    public const string CommentField = "kommentar";

    /// <summary>The form field that says that reminders are stopped; without it they go out.</summary>
    public const string QuietField = "stoppa";

    /// <summary>The longest that <see cref="SeenField"/> may be worth.</summary>
    private const int MostReminders = 1000;

    /// <summary>Reminds all that are late, each once however often the button is pressed.</summary>
    public Task<IResult> RemindLateAsync(HttpRequest request, PeriodKey key) =>
        pages.RunAsync(request, new AccessRule.Member(key.Association, Role.Developer), async caller =>
        {
            if (!Identifier.IsValid(key.Period) || await status.HandleAsync(key, request.HttpContext.RequestAborted) is not { } found)
            {
                return await render.ProblemAsync(request, ProblemKind.NotFound);
            }

            if (!request.HasFormContentType)
            {
                return await render.ProblemAsync(request, ProblemKind.WrongContentType);
            }

            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            foreach (var report in found.Reports.Where(r => found.IsLate(r.Report)))
            {
                if (Seen(form[$"{SeenField}.{report.Initiative.Id}"].ToString()) is { } seen)
                {
                    await followUp.RemindAsync(report.Report.Key, seen, caller, request.HttpContext.RequestAborted);
                }
            }

            return Render.SeeOther(OverviewRoutes.Address(key) + "#rapporter");
        });

    /// <summary>Reminds of one report.</summary>
    public Task<IResult> RemindAsync(HttpRequest request, ReportKey key) => DoAsync(request, key, async (form, caller, cancellation) =>
        Seen(form[SeenField].ToString()) is { } seen && await followUp.RemindAsync(key, seen, caller, cancellation) ? [] : [NotWaitedFor]);

    /// <summary>Stops a report's reminders, or lets them go out again.</summary>
    public Task<IResult> QuietAsync(HttpRequest request, ReportKey key) => DoAsync(request, key, async (form, caller, cancellation) =>
        await followUp.QuietAsync(key, form.ContainsKey(QuietField), caller, cancellation) ? [] : [NotWaitedFor]);

    /// <summary>Gives a report a last day of its own.</summary>
    public Task<IResult> ExtendAsync(HttpRequest request, ReportKey key) => DoAsync(request, key, async (form, caller, cancellation) =>
        Day(form) is not { } day ? [NoSuchDay]
        : await followUp.ExtendAsync(key, day, caller, cancellation) ? [] : [NotWaitedFor]);

    /// <summary>Sends a report back to be completed.</summary>
    public Task<IResult> ReturnAsync(HttpRequest request, ReportKey key) => DoAsync(request, key, async (form, caller, cancellation) =>
    {
        var comment = form[CommentField].ToString().Trim();
        ImmutableArray<FollowUpError> wrong =
        [
            .. comment.Length == 0 ? [new FollowUpError(CommentField, FollowUpTexts.NoComment)]
                : comment.Length > FollowUpReport.LongestComment ? [new FollowUpError(CommentField, FollowUpTexts.LongComment)]
                : Array.Empty<FollowUpError>(),
            .. Day(form) is null ? [NoSuchDay] : Array.Empty<FollowUpError>(),
        ];
        return !wrong.IsEmpty ? wrong
            : await followUp.ReturnAsync(key, comment, Day(form)!.Value, caller, cancellation) ? [] : [NotSent];
    });

    /// <summary>Approves a report.</summary>
    public Task<IResult> ApproveAsync(HttpRequest request, ReportKey key) => DoAsync(request, key, async (_, caller, cancellation) =>
        await followUp.ApproveAsync(key, caller, cancellation) ? [] : [NotSent]);

    private static FollowUpError NotWaitedFor => new(null, FollowUpTexts.NotWaitedFor);

    private static FollowUpError NotSent => new(null, FollowUpTexts.NotSent);

    private static FollowUpError NoSuchDay => new(DayField, FollowUpTexts.NoSuchDay);

    private static int? Seen(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) && seen <= MostReminders ? seen : null;

    // A last day that can be given; null for anything else.
    private DateOnly? Day(IFormCollection form) =>
        DateOnly.TryParseExact(form[DayField].ToString().Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && followUp.IsPossible(day) ? day : null;

    // What is asked answers nothing when it is done, and otherwise why not.
    private Task<IResult> DoAsync(HttpRequest request, ReportKey key, Func<IFormCollection, Caller, CancellationToken, Task<ImmutableArray<FollowUpError>>> ask) =>
        pages.RunAsync(request, new AccessRule.Member(key.Association, Role.Developer), async caller =>
        {
            if (!Identifier.IsValid(key.Period) || !Identifier.IsValid(key.Initiative))
            {
                return await render.ProblemAsync(request, ProblemKind.NotFound);
            }

            if (!request.HasFormContentType)
            {
                return await render.ProblemAsync(request, ProblemKind.WrongContentType);
            }

            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return await ask(form, caller, request.HttpContext.RequestAborted) is { IsEmpty: false } errors
                ? await review.RefusedAsync(request, key, caller, new FollowUpTrouble(errors, form[DayField].ToString(), form[CommentField].ToString()))
                : Render.SeeOther(ReviewRoutes.Address(key) + "#uppfoljning");
        });
}

/// <summary>What could not be done, with what was written.</summary>
/// <param name="Errors">Why, and what to do.</param>
/// <param name="Day">The last day, as written.</param>
/// <param name="Comment">The comment, as written.</param>
public sealed record FollowUpTrouble(ImmutableArray<FollowUpError> Errors, string Day, string Comment)
{
    /// <summary>What is wrong with a field; null when nothing.</summary>
    public string? At(string field) => Errors.FirstOrDefault(e => e.Field == field)?.Message;
}

/// <summary>Why something could not be done.</summary>
/// <param name="Field">The field that it is about; null when it is about the report.</param>
/// <param name="Message">Why, and what to do.</param>
public sealed record FollowUpError(string? Field, string Message);
