using System.Globalization;
using System.IO.Compression;
using Azure;
using Azure.Identity;
using Finsam.Adapters;
using Finsam.Adapters.Exports;
using Finsam.Adapters.Tables;
using Finsam.Cli.Hosting;
using Microsoft.Extensions.Configuration;

namespace Finsam.Cli.Moves;

/// <summary>finsam move-out and move-in: an association with all it has, from one storage account to another by way of a zip.</summary>
public static class MoveCommand
{
    /// <summary>Writes an association to a zip, and then takes it away if that is asked for.</summary>
    /// <exception cref="UserException">It is not there, or the file is there already.</exception>
    public static Task<int> OutAsync(string association, string path, string storage, bool isRemoved, CancellationToken cancellation) => ToldAsync(async () =>
    {
        var there = Open(storage);
        if (!await there.IsThereAsync(association, cancellation))
        {
            throw new UserException(Say(CliTexts.MoveNotThere, association));
        }

        if (File.Exists(path))
        {
            throw new UserException(Say(CliTexts.MoveFileThere, path));
        }

        await using (var file = new FileStream(path, FileMode.CreateNew))
        {
            var (rows, files) = await MovedAssociation.WriteAsync(file, there, association, cancellation);
            Console.WriteLine(Say(CliTexts.MovedOut, association, rows, files, Path.GetFullPath(path)));
        }

        if (isRemoved)
        {
            await using var archive = await ZipFile.OpenReadAsync(path, cancellation);
            await MovedAssociation.CheckAsync(archive, cancellation);
            await there.RemoveAsync(association, cancellation);
            Console.WriteLine(Say(CliTexts.MoveRemoved, association));
        }
    });

    /// <summary>Writes the association in a zip to a storage account that has it not.</summary>
    /// <exception cref="UserException">It is there already, or the zip is damaged.</exception>
    public static Task<int> InAsync(string path, string storage, CancellationToken cancellation) => ToldAsync(async () =>
    {
        await using var archive = await ZipFile.OpenReadAsync(path, cancellation);
        var association = await MovedAssociation.CheckAsync(archive, cancellation);
        var there = Open(storage);
        if (await there.IsThereAsync(association, cancellation))
        {
            throw new UserException(Say(CliTexts.MoveThere, association));
        }

        var (rows, files) = await MovedAssociation.ReadAsync(archive, there, cancellation);
        Console.WriteLine(Say(CliTexts.MovedIn, association, rows, files));
    });

    private static async Task<int> ToldAsync(Func<Task> move)
    {
        try
        {
            await move();
            return 0;
        }
        catch (InvalidDataException)
        {
            throw new UserException(CliTexts.MoveDamaged);
        }
        catch (Exception e) when (e is RequestFailedException or AuthenticationFailedException or AggregateException { InnerException: RequestFailedException })
        {
            throw new UserException(Say(CliTexts.RestoreStorage, e.Message));
        }
    }

    private static AssociationStorage Open(string storage)
    {
        var account = new StorageAccount(new ConfigurationBuilder().AddInMemoryCollection([LocalInstance.StorageSetting(storage)]).Build());
        return new AssociationStorage(account, new RowDocuments(account), TimeProvider.System);
    }

    private static string Say(string text, params object[] arguments) => string.Format(CultureInfo.GetCultureInfo("sv-SE"), text, arguments);
}
