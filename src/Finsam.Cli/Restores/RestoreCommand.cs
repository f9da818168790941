using System.Globalization;
using Azure;
using Azure.Identity;
using Finsam.Adapters;
using Finsam.Adapters.Exports;
using Finsam.Adapters.Tables;
using Finsam.App.Exports;
using Finsam.Cli.Hosting;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Finsam.LocalWorker.LocalStorage;
using Microsoft.Extensions.Configuration;

namespace Finsam.Cli.Restores;

/// <summary>finsam restore: puts a night's export back into the tables of a storage account, or of the data folder.</summary>
public static class RestoreCommand
{
    private const string MissingFile = "saknade-filer.txt";

    /// <summary>Runs it.</summary>
    /// <exception cref="UserException">There is no such export, it is damaged, or it would be written over something.</exception>
    public static async Task<int> RunAsync(RestoreOptions options, CancellationToken cancellation)
    {
        if (options.Folder is null == options.Date is null)
        {
            throw new UserException(CliTexts.RestoreFromWhat);
        }

        await using var azurite = options.Storage is null ? await StartAsync(options.DataFolder, cancellation) : null;
        try
        {
            var account = Account(options.Storage ?? azurite!.ConnectionString);
            return await RestoreAsync(options, account, cancellation);
        }
        catch (ExportDamagedException e)
        {
            throw new UserException(Say(CliTexts.RestoreDamaged, e.File));
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException { InnerException: RequestFailedException })
        {
            throw new UserException(Say(CliTexts.RestoreStorage, e.Message));
        }
    }

    private static async Task<int> RestoreAsync(RestoreOptions options, StorageAccount account, CancellationToken cancellation)
    {
        var exports = new BlobExportStore(account);
        var files = options.Folder is { } folder ? new FolderExport(folder) : exports.Files(options.Date!.Value);
        await RequireAsync(files, exports, cancellation);

        var tables = new StoredTables(account, new RowDocuments(account), TimeProvider.System);
        var restore = new RestoreTables(tables);
        var manifest = await restore.CheckAsync(files, cancellation);
        Console.WriteLine(Say(CliTexts.RestoreFrom, SwedishFormat.Date(manifest.Night), SwedishTime.Local(manifest.Started)));
        if (await tables.HasRowsAsync(cancellation) && options is { IsReplacing: false, IsTrial: false })
        {
            throw new UserException(CliTexts.RestoreNotEmpty);
        }

        foreach (var table in await restore.HandleAsync(files, options.IsTrial, cancellation))
        {
            Console.WriteLine(Say(CliTexts.RestoreTable, table.Table, table.Written, table.Kept, table.Removed));
        }

        var missing = await restore.MissingBlobsAsync(files, cancellation);
        if (missing.Length > 0)
        {
            await File.WriteAllLinesAsync(MissingFile, missing, cancellation);
            Console.WriteLine(Say(CliTexts.RestoreBlobsMissing, missing.Length, Path.GetFullPath(MissingFile)));
        }

        Console.WriteLine(options.IsTrial ? CliTexts.RestoreTried : CliTexts.RestoreDone);
        return 0;
    }

    // Before anything else: a wrong day is the commonest mistake, and is told with the day that there is.
    private static async Task RequireAsync(IExportFiles files, BlobExportStore exports, CancellationToken cancellation)
    {
        await using var manifest = await files.OpenAsync(ExportManifest.FileName, cancellation);
        if (manifest is null)
        {
            throw new UserException(files is not FolderExport && await exports.LastNightAsync(cancellation) is { } last
                ? Say(CliTexts.RestoreNoExport, SwedishFormat.Date(last))
                : CliTexts.RestoreNoExportAtAll);
        }
    }

    private static async Task<Azurite> StartAsync(string dataFolder, CancellationToken cancellation)
    {
        try
        {
            return await Azurite.StartAsync(Path.Combine(Directory.CreateDirectory(dataFolder).FullName, "azurite"), Console.WriteLine, cancellation: cancellation);
        }
        catch (InvalidOperationException e)
        {
            // Its message is for people: an instance runs with the folder.
            throw new UserException(e.Message);
        }
    }

    private static StorageAccount Account(string storage) => new(new ConfigurationBuilder().AddInMemoryCollection([LocalInstance.StorageSetting(storage)]).Build());

    private static string Say(string text, params object[] arguments) => string.Format(CultureInfo.GetCultureInfo("sv-SE"), text, arguments);
}
