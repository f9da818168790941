using Finsam.App.Overview;
using Finsam.App.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Records;

/// <summary>The associations' records: out, in, and what has been changed.</summary>
public sealed class RecordFunctions(RecordPages pages)
{
    [Function("ApiImport")]
    public Task<IResult> Import([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OverviewRoutes.ApiPackage)] HttpRequest request) =>
        pages.ImportAsync(request);

    [Function("ApiRecord")]
    public Task<IResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.ApiRecord)] HttpRequest request, string association) =>
        pages.ExportAsync(request, association);

    [Function("ApiReplaceRecord")]
    public Task<IResult> Replace(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = OverviewRoutes.ApiRecord)] HttpRequest request, string association) =>
        pages.ReplaceAsync(request, association);

    [Function("ApiRecordFile")]
    public Task<IResult> File(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.ApiRecordFile)] HttpRequest request, string association, string file) =>
        pages.FileAsync(request, association, file);

    [Function("ApiReplaceRecordFile")]
    public Task<IResult> ReplaceFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = OverviewRoutes.ApiRecordFile)] HttpRequest request, string association, string file) =>
        pages.ReplaceFileAsync(request, association, file);

    [Function("ApiRecordFolderFile")]
    public Task<IResult> FolderFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.ApiRecordFolderFile)] HttpRequest request,
        string association, string folder, string file) => pages.FileAsync(request, association, folder + "/" + file);

    [Function("ApiReplaceRecordFolderFile")]
    public Task<IResult> ReplaceFolderFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = OverviewRoutes.ApiRecordFolderFile)] HttpRequest request,
        string association, string folder, string file) => pages.ReplaceFileAsync(request, association, folder + "/" + file);

    [Function("ApiChanges")]
    public Task<IResult> Changes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.ApiChanges)] HttpRequest request, string association) =>
        pages.ChangesAsync(request, association);

    [Function("Changes")]
    public Task<IResult> ChangesPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.Changes)] HttpRequest request, string association) =>
        pages.ChangesPageAsync(request, association);
}
