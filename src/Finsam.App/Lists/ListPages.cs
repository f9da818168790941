using System.Collections.Immutable;
using Finsam.App.Access;
using Finsam.App.Overview;
using Finsam.App.Pages;
using Finsam.App.Records;
using Finsam.Domain.Associations;
using Finsam.Domain.Records;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Lists;

/// <summary>The record's lists out to Excel and in from it.</summary>
public sealed class ListPages(PageRunner pages, Render render, IRecordStore records, SaveRecord save)
{
    /// <summary>What a workbook is called on the web.</summary>
    public const string WorkbookMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The ids of the associations that the person may see.</summary>
    public Task<IResult> AssociationsAsync(HttpRequest request) => pages.RunAsync(request, new AccessRule.SignedIn(), async caller =>
        Render.Json((await pages.AssociationsOfAsync(caller.Person!, request.HttpContext.RequestAborted)).Select(r => r.Association.Id).ToImmutableArray()));

    /// <summary>All lists in one workbook.</summary>
    public Task<IResult> ExportAsync(HttpRequest request, string association) => WriteAsync(request, association, RecordLists.All, association);

    /// <summary>One list.</summary>
    public Task<IResult> ExportAsync(HttpRequest request, string association, string list) =>
        WriteAsync(request, association, RecordLists.Find(list) is { } found ? [found] : [], $"{association}-{RecordLists.Find(list)?.Id}");

    /// <summary>Takes in lists. 200 with what was changed, or would be; 422 with everything that is wrong when nothing was changed.</summary>
    public Task<IResult> ImportAsync(HttpRequest request, string association) =>
        pages.RunAsync(request, new AccessRule.Member(association, Role.Chief), async caller =>
        {
            if (request.ContentType is not WorkbookMediaType)
            {
                return await render.ProblemAsync(request, ProblemKind.WrongContentType);
            }

            if (OptionsOf(request.Query) is not { } options)
            {
                return await render.ProblemAsync(request, ProblemKind.BadRequest);
            }

            if (await RequestBody.ReadAsync(request) is not { } workbook)
            {
                return await render.ProblemAsync(request, ProblemKind.TooLarge);
            }

            return await records.FindAsync(association, request.HttpContext.RequestAborted) is { } stored
                ? await TakeInAsync(request, caller, stored, workbook, options)
                : await render.ProblemAsync(request, ProblemKind.NotFound);
        });

    private async Task<IResult> TakeInAsync(HttpRequest request, Caller caller, StoredRecord stored, byte[] workbook, ListOptions options)
    {
        var outcome = ImportLists.Run(stored.Record, workbook, options);
        if (outcome.Record is not { } record)
        {
            return Refused(outcome.Findings);
        }

        var answer = new ListAnswer(false, outcome.Findings) { Changes = outcome.Changes, Counts = outcome.Counts };
        if (request.Query[OverviewRoutes.TryQuery] == "1")
        {
            var lost = await save.LostAsync(stored.Record, record, request.HttpContext.RequestAborted);
            return lost.IsEmpty ? Render.Json(answer) : Refused([.. outcome.Findings, .. lost.Select(Finding)]);
        }

        return await save.HandleAsync(record, caller, ChangeSource.Excel, stored.Version, request.HttpContext.RequestAborted) switch
        {
            SaveOutcome.Saved(var version, _) => Render.Json(answer with { Imported = true, Version = version }),
            SaveOutcome.Refused(var lost) => Refused([.. outcome.Findings, .. lost.Select(Finding)]),
            _ => await render.ProblemAsync(request, ProblemKind.ChangedMeanwhile),
        };
    }

    private Task<IResult> WriteAsync(HttpRequest request, string association, ImmutableArray<RecordList> lists, string name) =>
        pages.RunAsync(request, new AccessRule.Member(association, Role.Developer), async _ =>
            !lists.IsEmpty && await records.FindAsync(association, request.HttpContext.RequestAborted) is { Record: var record }
                ? Results.Bytes(ExportLists.Run(record, lists), WorkbookMediaType, name + ".xlsx")
                : await render.ProblemAsync(request, ProblemKind.NotFound));

    // A header may hold an equals sign; a column's id may not.
    private static ListOptions? OptionsOf(IQueryCollection query)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnMatch>();
        foreach (var written in query[OverviewRoutes.ColumnQuery])
        {
            if (ColumnOf(written ?? "") is not { } column)
            {
                return null;
            }

            columns.Add(column);
        }

        return new ListOptions
        {
            List = query[OverviewRoutes.ListQuery].ToString() is { Length: > 0 } list ? list : null,
            Sheet = query[OverviewRoutes.SheetQuery].ToString() is { Length: > 0 } sheet ? sheet : null,
            Columns = columns.ToImmutable(),
            Replace = query[OverviewRoutes.ModeQuery] == OverviewRoutes.Replace,
        };
    }

    private static ColumnMatch? ColumnOf(string written) => written.LastIndexOf('=') switch
    {
        > 0 and var at when written[(at + 1)..].Trim() is { Length: > 0 } column && !string.IsNullOrWhiteSpace(written[..at]) =>
            new ColumnMatch(written[..at].Trim(), column == "-" ? "" : column),
        _ => null,
    };

    private static ListFinding Finding(Setup.PackageFinding finding) => new(null, null, finding.Message, finding.IsWarning) { Place = $"{finding.File} {finding.Path}" };

    private static IResult Refused(ImmutableArray<ListFinding> findings) =>
        Render.Json(new ListAnswer(false, findings), StatusCodes.Status422UnprocessableEntity);
}

/// <summary>What taking in lists came to, or would come to.</summary>
/// <param name="Imported">True when they were taken in.</param>
/// <param name="Findings">Everything that is wrong or doubtful.</param>
public sealed record ListAnswer(bool Imported, ImmutableArray<ListFinding> Findings)
{
    /// <summary>The record's version after it; null when nothing was taken in.</summary>
    public int? Version { get; init; }

    /// <summary>What was changed, or would be.</summary>
    public ImmutableArray<RecordChange> Changes { get; init; } = [];

    /// <summary>The same in numbers, list by list.</summary>
    public ImmutableArray<ListCount> Counts { get; init; } = [];
}
