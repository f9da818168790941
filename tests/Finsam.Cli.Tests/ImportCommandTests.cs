using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.Cli.Hosting;
using Finsam.Cli.Packages;
using Finsam.Testing;

namespace Finsam.Cli.Tests;

/// <summary>finsam import, against a running instance.</summary>
public sealed class ImportCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_with_errors_tells_them_all_with_file_and_path_and_changes_nothing()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.ImportAsync(Cancellation);
        var before = RecordJson.Text((await instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!.Record);

        var folder = Directory.CreateTempSubdirectory("finsam-package-");
        foreach (var file in Directory.EnumerateFiles(TestInstance.Gavleborg.RecordFolder, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder.FullName, Path.GetRelativePath(TestInstance.Gavleborg.RecordFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var text = await File.ReadAllTextAsync(file, Cancellation);
            await File.WriteAllTextAsync(
                target,
                text.Replace("2025-06-30", "2025-06-31", StringComparison.Ordinal).Replace("\"due\": \"2024-01-31\"", "\"due\": \"2024-01-32\"", StringComparison.Ordinal),
                Cancellation);
        }

        var answer = await ImportCommand.ImportAsync(instance.Chef, folder.FullName, Cancellation);
        folder.Delete(recursive: true);
        Assert.False(answer.Imported);
        Assert.Contains(answer.Findings, f => f.File == "initiatives.json" && f.Path == "$.initiatives[11].end" && f.Message.Contains("2025-06-31", StringComparison.Ordinal));
        Assert.Contains(answer.Findings, f => f.File == "periods.json" && f.Path == "$.periods[0].due");
        Assert.Equal(before, RecordJson.Text((await instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!.Record));
    }

    [Theory]
    [InlineData(true, 0, "Registret lades upp.")]
    [InlineData(false, 0, "Allt i paketet fanns redan. Inget är ändrat.")]
    [InlineData(false, 1, "Paketet är inläst: 1 ändring. Se den med: finsam changes")]
    [InlineData(false, 3, "Paketet är inläst: 3 ändringar. Se dem med: finsam changes")]
    public void What_came_of_it_is_told(bool isFirst, int changes, string told) => Assert.Equal(
        [told],
        ImportCommand.Lines(new ImportAnswer(true, []) { IsFirst = isFirst, Changes = [.. Enumerable.Repeat(new RecordChange("f.json", "a", "A", null, "1"), changes)] }));

    [Fact]
    public async Task The_first_package_makes_the_record()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        var answer = await ImportCommand.ImportAsync(instance.Chef, TestInstance.Gavleborg.RecordFolder, Cancellation);
        Assert.Equal("Registret lades upp.", ImportCommand.Lines(answer).Last());
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_told() =>
        await Assert.ThrowsAsync<UserException>(() => PackageFolder.ZipAsync("/finns/inte", Cancellation));

    [Fact]
    public async Task Importing_where_nothing_is_served_says_how_to_start_it()
    {
        var told = await Assert.ThrowsAsync<UserException>(() => ImportCommand.RunAsync("x", new ChosenService(Path.Combine(Path.GetTempPath(), "finsam-ingen")), Cancellation));
        Assert.Contains("finsam serve", told.Message, StringComparison.Ordinal);
    }
}
