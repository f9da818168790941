using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Finsam.App.Access;
using Finsam.App.Overview;
using Finsam.App.Pages;
using Finsam.App.Setup;
using Finsam.Domain.Associations;
using Finsam.Domain.Periods;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Finsam.App.Records;

/// <summary>The record out and in: whole as a package, or a file of it; as it is or as it was; and what has been changed in it.</summary>
public sealed class RecordPages(PageRunner pages, Render render, IRecordStore records, SaveRecord save)
{
    private const string ZipMediaType = "application/zip";

    /// <summary>Takes in a package, also a new association's. 200 with warnings when it was taken in, 422 with every error when nothing was changed.</summary>
    public Task<IResult> ImportAsync(HttpRequest request) => pages.RunAsync(request, new AccessRule.Administrator(), caller => TakeInAsync(request, caller, null));

    /// <summary>The whole record as a package; with ?datum=, as it was at the end of that day.</summary>
    public Task<IResult> ExportAsync(HttpRequest request, string association) => ReadAsync(request, association, stored =>
        Results.Bytes(PackageFiles.Zip(PackageFiles.Of(stored.Record)), ZipMediaType, association + ".zip"));

    /// <summary>Takes in the whole record of an association that exists. With If-Match, only over the version it was made from.</summary>
    public Task<IResult> ReplaceAsync(HttpRequest request, string association) =>
        pages.RunAsync(request, new AccessRule.Member(association, Role.Chief), caller => TakeInAsync(request, caller, association));

    /// <summary>One file of the record; with ?datum=, as it was.</summary>
    public Task<IResult> FileAsync(HttpRequest request, string association, string file) => ReadAsync(request, association, stored =>
        PackageFiles.Of(stored.Record).TryGetValue(file, out var text) ? Results.Content(text, "application/json", Encoding.UTF8) : null);

    /// <summary>Takes in one file of the record: the rest stays as it is, and everything is checked together.</summary>
    public Task<IResult> ReplaceFileAsync(HttpRequest request, string association, string file) =>
        pages.RunAsync(request, new AccessRule.Member(association, Role.Chief), async caller =>
        {
            if (PackageFiles.SchemaOf(file) is null || await records.FindAsync(association, request.HttpContext.RequestAborted) is not { } stored)
            {
                return await render.ProblemAsync(request, ProblemKind.NotFound);
            }

            if (await RequestBody.ReadAsync(request) is not { } body)
            {
                return await render.ProblemAsync(request, ProblemKind.TooLarge);
            }

            // Without If-Match, over what the rest of the record was read as a moment ago; with it, only over what the file was made from.
            if (!TryVersionOf(request, out var over))
            {
                return await render.ProblemAsync(request, ProblemKind.BadRequest);
            }

            var files = PackageFiles.Of(stored.Record);
            var text = ReadPackage.TextOf(body);
            files[file] = text ?? "";
            var package = text is null ? new ReadPackage.Outcome(null, [new PackageFinding(file, "$", SetupTexts.NotUtf8)]) : ReadPackage.From(files);
            return over is { } version && version != stored.Version
                ? await render.ProblemAsync(request, ProblemKind.ChangedMeanwhile)
                : await SaveAsync(request, package, caller, ChangeSource.File, association, stored.Version);
        });

    /// <summary>What has been changed, newest first.</summary>
    public Task<IResult> ChangesAsync(HttpRequest request, string association) =>
        pages.RunAsync(request, new AccessRule.Member(association, Role.Developer), async _ =>
            Render.Json((await records.VersionsAsync(association, request.HttpContext.RequestAborted)).Reverse().ToImmutableArray()));

    /// <summary>What has been changed, as a page.</summary>
    public Task<IResult> ChangesPageAsync(HttpRequest request, string association) =>
        pages.RunAsync(request, new AccessRule.Member(association, Role.Developer), async _ =>
        {
            var versions = await records.VersionsAsync(association, request.HttpContext.RequestAborted);
            return await records.FindAsync(association, request.HttpContext.RequestAborted) is { Record.Association: var found }
                ? await render.PageAsync<ChangesPage>(nameof(ChangesPage.Model), new ChangesModel(found, [.. versions.Reverse()]))
                : await render.ProblemAsync(request, ProblemKind.NotFound);
        });

    private Task<IResult> ReadAsync(HttpRequest request, string association, Func<StoredRecord, IResult?> show) =>
        pages.RunAsync(request, new AccessRule.Member(association, Role.Developer), async _ =>
        {
            if (Wanted(request) is not { } wanted)
            {
                return await render.ProblemAsync(request, ProblemKind.BadRequest);
            }

            if (await wanted(association, request.HttpContext.RequestAborted) is not { } stored || show(stored) is not { } shown)
            {
                return await render.ProblemAsync(request, ProblemKind.NotFound);
            }

            request.HttpContext.Response.Headers.ETag = ETag(stored.Version);
            return shown;
        });

    // The record now, as it was at the end of a day, or one of its versions; null when the query makes no sense.
    private Func<string, CancellationToken, Task<StoredRecord?>>? Wanted(HttpRequest request)
    {
        var (date, version) = (request.Query[OverviewRoutes.DateQuery].ToString(), request.Query[OverviewRoutes.VersionQuery].ToString());
        if (version.Length > 0)
        {
            return int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? (association, cancellation) => records.VersionAsync(association, number, cancellation)
                : null;
        }

        if (date.Length > 0)
        {
            return DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200
                ? (association, cancellation) => records.AsOfAsync(association, SwedishTime.EndOf(day).AddTicks(-1), cancellation)
                : null;
        }

        return records.FindAsync;
    }

    private async Task<IResult> TakeInAsync(HttpRequest request, Caller caller, string? association)
    {
        if (request.ContentType is not ZipMediaType)
        {
            return await render.ProblemAsync(request, ProblemKind.WrongContentType);
        }

        if (await RequestBody.ReadAsync(request) is not { } body)
        {
            return await render.ProblemAsync(request, ProblemKind.TooLarge);
        }

        if (!TryVersionOf(request, out var over))
        {
            return await render.ProblemAsync(request, ProblemKind.BadRequest);
        }

        using var zip = new MemoryStream(body, writable: false);
        return await SaveAsync(request, ReadPackage.FromZip(zip), caller, ChangeSource.Package, association, over);
    }

    private async Task<IResult> SaveAsync(
        HttpRequest request, ReadPackage.Outcome package, Caller caller, ChangeSource source, string? association, int? over)
    {
        if (package.Record is { } other && association is not null && other.Association.Id != association)
        {
            package = new ReadPackage.Outcome(null, [new PackageFinding("association.json", "$.id", string.Format(
                CultureInfo.InvariantCulture, SetupTexts.OtherAssociation, other.Association.Id, association))]);
        }

        if (package.Record is not { } record)
        {
            return Render.Json(new ImportAnswer(false, package.Findings), StatusCodes.Status422UnprocessableEntity);
        }

        switch (await save.HandleAsync(record, caller, source, over, request.HttpContext.RequestAborted))
        {
            case SaveOutcome.Saved(var version, var changes) { IsFirst: var isFirst }:
                request.HttpContext.Response.Headers.ETag = ETag(version);
                return Render.Json(new ImportAnswer(true, package.Findings) { Version = version, IsFirst = isFirst, Changes = changes });
            case SaveOutcome.Refused(var lost):
                return Render.Json(new ImportAnswer(false, package.Findings.AddRange(lost)), StatusCodes.Status422UnprocessableEntity);
            default:
                return await render.ProblemAsync(request, ProblemKind.ChangedMeanwhile);
        }
    }

    private static string ETag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    // False when something is asked for that cannot be understood: never to be taken for no condition at all.
    private static bool TryVersionOf(HttpRequest request, out int? version)
    {
        var ifMatch = request.Headers.IfMatch.ToString();
        version = EntityTagHeaderValue.TryParse(ifMatch, out var tag) && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
        return version is not null || ifMatch is "" or "*";
    }
}

/// <summary>What an import came to.</summary>
/// <param name="Imported">True when the record was taken in.</param>
/// <param name="Findings">Everything that is wrong or doubtful.</param>
public sealed record ImportAnswer(bool Imported, ImmutableArray<PackageFinding> Findings)
{
    /// <summary>The record's version after it; null when nothing was taken in.</summary>
    public int? Version { get; init; }

    /// <summary>True when there was no record before: then nothing was changed, and yet it was taken in.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What was changed.</summary>
    public ImmutableArray<RecordChange> Changes { get; init; } = [];
}

/// <summary>What the page of changes shows.</summary>
/// <param name="Association">The association.</param>
/// <param name="Versions">The versions, newest first.</param>
public sealed record ChangesModel(Association Association, ImmutableArray<RecordVersion> Versions);
