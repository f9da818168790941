using System.CommandLine;
using System.Globalization;
using Finsam.App.Lists;
using Finsam.Cli.Demo;
using Finsam.Cli.Hosting;
using Finsam.Cli.Lists;
using Finsam.Cli.Moves;
using Finsam.Cli.Operations;
using Finsam.Cli.Packages;
using Finsam.Cli.Pictures;
using Finsam.Cli.Records;
using Finsam.Cli.Rehearsals;
using Finsam.Cli.Restores;
using Finsam.Cli.Smoke;
using Finsam.Domain.Periods;
using Finsam.LocalWorker.LocalStorage;

namespace Finsam.Cli;

/// <summary>The command line: finsam.</summary>
public static class Program
{
    /// <summary>Runs a command. 0 when it went well.</summary>
    public static async Task<int> Main(string[] args)
    {
        // What we print is Swedish, whatever the terminal thinks.
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        try
        {
            return await Commands().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is ToolMissingException or UserException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, CliTexts.FileFailed, e.Message));
            return 1;
        }
        catch (HttpRequestException e)
        {
            await Console.Error.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, CliTexts.NoAnswer, e.Message));
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }

    private static RootCommand Commands()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = CliTexts.OptionData,
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "finsam", "data")),
        };
        var port = new Option<int>("--port") { Description = CliTexts.OptionPort, DefaultValueFactory = _ => 7071, CustomParser = Written.Port };
        var now = new Option<DateTime?>("--now") { Description = CliTexts.OptionNow };
        var storage = new Option<string?>("--storage") { Description = CliTexts.OptionStorage };
        var verbose = new Option<bool>("--verbose") { Description = CliTexts.OptionVerbose };
        var outFolder = new Option<DirectoryInfo>("--out") { Description = CliTexts.OptionOut, DefaultValueFactory = _ => new DirectoryInfo("out") };
        var sample = new Argument<string>("exempel") { Description = CliTexts.ArgumentSample, DefaultValueFactory = _ => "gavleborg-2023" };
        var package = new Argument<string>("paket") { Description = CliTexts.ArgumentPackage };
        var deployed = new Option<Uri?>("--service") { Description = CliTexts.OptionService, CustomParser = Written.Address };
        var registration = new Option<string?>("--sign-in") { Description = CliTexts.OptionSignIn };
        ChosenService Service(ParseResult parsed) => new(parsed.GetRequiredValue(data).FullName, parsed.GetValue(deployed), parsed.GetValue(registration));

        var steered = new Option<bool>("--steered") { Hidden = true };

        var serve = new Command("serve", CliTexts.DescriptionServe) { data, port, storage, now, verbose, steered };
        serve.SetAction((parsed, cancellation) => ServeCommand.RunAsync(
            new LocalInstanceOptions
            {
                DataFolder = parsed.GetRequiredValue(data).FullName,
                Port = parsed.GetValue(port),
                Storage = parsed.GetValue(storage),
                Clock = parsed.GetValue(now) is { } time
                    ? new AdjustableClock(SwedishTime.At(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)))
                    : TimeProvider.System,
                Verbose = parsed.GetValue(verbose),
                Progress = Console.WriteLine,
            },
            parsed.GetValue(steered),
            cancellation));

        var all = new Option<bool>("--all") { Description = CliTexts.OptionAll };
        var demo = new Command("demo", CliTexts.DescriptionDemo) { sample, all, outFolder, storage, verbose };
        demo.SetAction((parsed, cancellation) => parsed.GetValue(all)
            ? DemoCommand.RunAllAsync(parsed.GetRequiredValue(outFolder).FullName, parsed.GetValue(verbose), cancellation)
            : DemoCommand.RunAsync(
            parsed.GetRequiredValue(sample), parsed.GetRequiredValue(outFolder).FullName, parsed.GetValue(storage), parsed.GetValue(verbose), cancellation));

        var import = new Command("import", CliTexts.DescriptionImport) { package, data, deployed, registration };
        import.SetAction((parsed, cancellation) => ImportCommand.RunAsync(
            parsed.GetRequiredValue(package), Service(parsed), cancellation));

        var target = new Argument<string>("mål") { Description = CliTexts.ArgumentTarget };
        var date = new Option<DateOnly?>("--date") { Description = CliTexts.OptionDate, CustomParser = Written.Day };
        var year = new Argument<int?>("år") { Description = CliTexts.ArgumentYear, DefaultValueFactory = _ => null, CustomParser = Written.Year };
        var workbook = new Argument<FileInfo>("fil") { Description = CliTexts.ArgumentWorkbook };
        var association = new Option<string?>("--association") { Description = CliTexts.OptionAssociation };
        var list = new Option<string?>("--list") { Description = CliTexts.OptionList };
        var sheet = new Option<string?>("--sheet") { Description = CliTexts.OptionSheet };
        var column = new Option<string[]>("--column") { Description = CliTexts.OptionColumn, DefaultValueFactory = _ => [] };
        var replace = new Option<bool>("--replace") { Description = CliTexts.OptionReplace };
        var preview = new Option<bool>("--preview") { Description = CliTexts.OptionPreview };

        var export = new Command("export", CliTexts.DescriptionExport) { target, date, association, data, deployed, registration };
        export.SetAction((parsed, cancellation) => ExportCommand.RunAsync(
            parsed.GetRequiredValue(target), parsed.GetValue(date), parsed.GetValue(association), Service(parsed), cancellation));

        var exported = new Argument<DirectoryInfo?>("mapp") { Description = CliTexts.ArgumentExport, DefaultValueFactory = _ => null };
        var night = new Option<DateOnly?>("--date") { Description = CliTexts.OptionNight, CustomParser = Written.Day };
        var over = new Option<bool>("--replace") { Description = CliTexts.OptionOver };
        var trial = new Option<bool>("--preview") { Description = CliTexts.OptionTrial };
        var restore = new Command("restore", CliTexts.DescriptionRestore) { exported, night, over, trial, storage, data };
        restore.SetAction((parsed, cancellation) => RestoreCommand.RunAsync(
            new RestoreOptions
            {
                Folder = parsed.GetValue(exported)?.FullName,
                Date = parsed.GetValue(night),
                IsReplacing = parsed.GetValue(over),
                IsTrial = parsed.GetValue(trial),
                Storage = parsed.GetValue(storage),
                DataFolder = parsed.GetRequiredValue(data).FullName,
            },
            cancellation));

        var moved = new Argument<string>("förbund") { Description = CliTexts.ArgumentMoved };
        var zip = new Argument<FileInfo>("fil") { Description = CliTexts.ArgumentMoveFile };
        var movedStorage = new Option<string>("--storage") { Description = CliTexts.OptionMoveStorage, Required = true };
        var remove = new Option<bool>("--remove") { Description = CliTexts.OptionRemove };
        var moveOut = new Command("move-out", CliTexts.DescriptionMoveOut) { moved, zip, movedStorage, remove };
        moveOut.SetAction((parsed, cancellation) => MoveCommand.OutAsync(
            parsed.GetRequiredValue(moved), parsed.GetRequiredValue(zip).FullName, parsed.GetRequiredValue(movedStorage), parsed.GetValue(remove), cancellation));
        var moveIn = new Command("move-in", CliTexts.DescriptionMoveIn) { zip, movedStorage };
        moveIn.SetAction((parsed, cancellation) => MoveCommand.InAsync(
            parsed.GetRequiredValue(zip).FullName, parsed.GetRequiredValue(movedStorage), cancellation));

        var changes = new Command("changes", CliTexts.DescriptionChanges) { association, data, deployed, registration };
        changes.SetAction((parsed, cancellation) => ChangesCommand.RunAsync(parsed.GetValue(association), Service(parsed), cancellation));

        var cycle = new Command("year", CliTexts.DescriptionYear) { year, association, data, deployed, registration };
        cycle.SetAction((parsed, cancellation) => YearCommand.RunAsync(
            parsed.GetValue(year), parsed.GetValue(association), Service(parsed), cancellation));

        var excelExport = new Command("excel-export", CliTexts.DescriptionExcelExport) { workbook, list, association, data, deployed, registration };
        excelExport.SetAction((parsed, cancellation) => ExcelExportCommand.RunAsync(
            parsed.GetRequiredValue(workbook).FullName, parsed.GetValue(list), parsed.GetValue(association), Service(parsed), cancellation));

        var excelImport = new Command("excel-import", CliTexts.DescriptionExcelImport) { workbook, list, sheet, column, replace, preview, association, data, deployed, registration };
        excelImport.SetAction((parsed, cancellation) => ExcelImportCommand.RunAsync(
            parsed.GetRequiredValue(workbook).FullName,
            new ListOptions
            {
                List = parsed.GetValue(list),
                Sheet = parsed.GetValue(sheet),
                Columns = ExcelImportCommand.Columns(parsed.GetRequiredValue(column)),
                Replace = parsed.GetValue(replace),
            },
            parsed.GetValue(preview), parsed.GetValue(association), Service(parsed), cancellation));

        var functions = new Command("functions", CliTexts.DescriptionFunctions);
        functions.SetAction(_ => FunctionsCommand.Run());

        var documents = new Argument<FileInfo[]>("dokument") { Description = PicturesTexts.ArgumentDocuments, Arity = ArgumentArity.OneOrMore };
        var pictures = new Command("pictures", PicturesTexts.Description) { documents, outFolder };
        pictures.SetAction((parsed, cancellation) => PicturesCommand.RunAsync(
            [.. parsed.GetRequiredValue(documents).Select(document => document.FullName)], parsed.GetRequiredValue(outFolder).FullName, cancellation));

        var measuredPackage = new Option<string?>("--package") { Description = CliTexts.OptionPackage };
        var readyToRun = new Option<bool>("--ready-to-run") { Description = CliTexts.OptionReadyToRun };
        var root = new Option<DirectoryInfo>("--root") { Description = CliTexts.OptionRoot, DefaultValueFactory = _ => new DirectoryInfo(".") };
        var start = new Command("start", CliTexts.DescriptionStart) { measuredPackage, readyToRun, root };
        start.SetAction((parsed, cancellation) => StartCommand.RunAsync(
            parsed.GetValue(measuredPackage), parsed.GetValue(readyToRun) ? parsed.GetRequiredValue(root).FullName : null, cancellation));
        var arguments = new Argument<string[]>("argument");
        var measured = new Command(StartCommand.Measured) { Hidden = true, Arguments = { arguments } };
        measured.SetAction((parsed, cancellation) => parsed.GetRequiredValue(arguments) is [var account, var link, var folder]
            ? StartCommand.MeasuredAsync(account, link, folder, cancellation)
            : Task.FromResult(1));

        var notices = new Command("notices", CliTexts.DescriptionNotices) { root };
        notices.SetAction(parsed => NoticesCommand.Run(parsed.GetRequiredValue(root).FullName));

        var cost = new Command("cost", CliTexts.DescriptionCost) { sample, outFolder };
        cost.SetAction((parsed, cancellation) => CostCommand.RunAsync(parsed.GetRequiredValue(sample), parsed.GetRequiredValue(outFolder).FullName, cancellation));

        var associations = new Option<int>("--associations") { Description = RehearsalTexts.OptionAssociations, DefaultValueFactory = _ => 3, CustomParser = Written.Count };
        var initiatives = new Option<int>("--initiatives") { Description = RehearsalTexts.OptionInitiatives, DefaultValueFactory = _ => 5, CustomParser = Written.Count };
        var kills = new Option<int>("--kills") { Description = RehearsalTexts.OptionKills, DefaultValueFactory = _ => 50, CustomParser = Written.Count };
        var seed = new Option<int>("--seed") { Description = RehearsalTexts.OptionSeed, DefaultValueFactory = _ => 1, CustomParser = Written.Count };
        var rehearse = new Command("rehearse", RehearsalTexts.Description) { associations, initiatives, kills, seed, verbose };
        rehearse.SetAction((parsed, cancellation) => RehearseCommand.RunAsync(
            new RehearsalOptions
            {
                Associations = parsed.GetValue(associations),
                Initiatives = parsed.GetValue(initiatives),
                Kills = parsed.GetValue(kills),
                Seed = parsed.GetValue(seed),
                Verbose = parsed.GetValue(verbose),
            },
            cancellation));

        var service = new Argument<Uri>("adress") { Description = SmokeTexts.ArgumentService, CustomParser = Written.Address };
        var signIn = new Option<string>("--sign-in") { Description = SmokeTexts.OptionSignIn, Required = true };
        var account = new Option<string>("--storage") { Description = SmokeTexts.OptionStorage, Required = true };
        var receipt = new Option<string>("--mail") { Description = SmokeTexts.OptionMail, Required = true };
        var tokenFile = new Option<string?>("--token-file") { Description = SmokeTexts.OptionTokenFile };
        var smoke = new Command("smoke", SmokeTexts.Description) { service, signIn, account, receipt, tokenFile };
        smoke.SetAction((parsed, cancellation) => SmokeCommand.RunAsync(
            parsed.GetRequiredValue(service), parsed.GetRequiredValue(signIn), parsed.GetRequiredValue(account), parsed.GetRequiredValue(receipt),
            parsed.GetValue(tokenFile), cancellation));

        return new RootCommand(CliTexts.DescriptionRoot) { serve, demo, rehearse, import, export, excelExport, excelImport, changes, cycle, restore, moveOut, moveIn, pictures, smoke, functions, start, measured, notices, cost };
    }
}
