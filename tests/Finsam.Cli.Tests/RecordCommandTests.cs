using Finsam.App.Overview;
using Finsam.App.Records;
using Finsam.Cli.Hosting;
using Finsam.Cli.Packages;
using Finsam.Cli.Records;
using Finsam.Domain.Periods;
using Finsam.Testing;

namespace Finsam.Cli.Tests;

/// <summary>finsam export, changes and year, against a running instance.</summary>
public sealed class RecordCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_sent_out_to_a_folder_and_taken_in_again_changes_nothing()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.ImportAsync(Cancellation);
        var folder = Directory.CreateTempSubdirectory("finsam-export-");
        try
        {
            var package = await ExportCommand.ReadAsync(instance.Chef, "gavleborg", null, Cancellation);
            await ExportCommand.WriteAsync(folder.FullName, package, Cancellation);
            Assert.True(File.Exists(Path.Combine(folder.FullName, "templates", "helar.json")));

            var again = await ImportCommand.ImportAsync(instance.Chef, folder.FullName, Cancellation);
            Assert.True(again.Imported);
            Assert.Equal("Allt i paketet fanns redan. Inget är ändrat.", ImportCommand.Lines(again).Last());
            Assert.Equal(package, await ExportCommand.ReadAsync(instance.Chef, "gavleborg", null, Cancellation));
            Assert.Single(await instance.Service<IRecordStore>().VersionsAsync("gavleborg", Cancellation));

            // What is there already is never mixed with it.
            var refused = await Assert.ThrowsAsync<UserException>(() => ExportCommand.WriteAsync(folder.FullName, package, Cancellation));
            Assert.Contains("inte tom", refused.Message, StringComparison.Ordinal);
            var zip = Path.Combine(folder.FullName, "ny", "mapp", "register.zip");
            await ExportCommand.WriteAsync(zip, package, Cancellation);
            Assert.Equal(package, await File.ReadAllBytesAsync(zip, Cancellation));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_days_of_the_year_are_printed_with_the_law_that_sets_them()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.ImportAsync(Cancellation);
        var route = OverviewRoutes.ApiYearCycle.Replace("{year}", "2024", StringComparison.Ordinal);
        var lines = YearCommand.Lines(await ApiClient.ReadAsync<YearCycleEntry[]>(instance.Chef, ApiClient.Address(route, "gavleborg"), Cancellation)).ToArray();

        // 31 March 2024 was Easter Day.
        Assert.Contains(lines, l => l.StartsWith("2024-04-02  Sista dag att lämna årsredovisningen för 2023 (24 § lagen (2003:1210)", StringComparison.Ordinal));
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);

        // Without a year it is the year of the instance's clock, 2024, and not of this machine's.
        Assert.Equal(lines, YearCommand.Lines(await YearCommand.ReadAsync(instance.Chef, null, "gavleborg", Cancellation)));
        Assert.NotEqual(lines, YearCommand.Lines(await YearCommand.ReadAsync(instance.Chef, 2025, "gavleborg", Cancellation)));
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_told_in_words_about_the_record()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.ImportAsync(Cancellation);
        var told = await Assert.ThrowsAsync<UserException>(() => ExportCommand.ReadAsync(instance.Chef, "gavleborg", new DateOnly(2020, 1, 1), Cancellation));
        Assert.Contains("--association", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_are_printed_with_what_became_of_what_and_who_did_it()
    {
        var lines = ChangesCommand.Lines(
        [
            new()
            {
                Number = 2, At = new DateTimeOffset(2024, 1, 9, 7, 30, 0, TimeSpan.Zero), Who = "id", Name = "Åsa Chef", Source = ChangeSource.Excel,
                Changes = [new("initiatives.json", "initiatives[hofors].end", "Insatser › Hofors › Slutdatum", "\"2023-12-31\"", null)],
            },
            new() { Number = 1, At = new DateTimeOffset(2024, 1, 8, 7, 0, 0, TimeSpan.Zero), Who = "id", Source = ChangeSource.Package },
        ]);

        Assert.Equal(
            ["Version 2, 2024-01-09 kl. 08:30, Åsa Chef:", "  Insatser › Hofors › Slutdatum: 2023-12-31 → –", "Version 1, 2024-01-08 kl. 08:00, id:", "  Registret lades upp."], lines);
    }
}
