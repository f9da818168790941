using Finsam.App.Lists;
using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.Cli.Hosting;
using Finsam.Cli.Lists;
using Finsam.Documents.Excel;
using Finsam.Testing;

namespace Finsam.Cli.Tests;

/// <summary>finsam excel-export and excel-import, against a running instance.</summary>
public sealed class ExcelCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_are_sent_out_changed_tried_and_taken_in()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await Assert.ThrowsAsync<UserException>(() => ApiClient.AssociationAsync(instance.Chef, null, Cancellation));
        await instance.ImportAsync(Cancellation);
        Assert.Equal("gavleborg", await ApiClient.AssociationAsync(instance.Chef, null, Cancellation));

        var all = await ListClient.ExportAsync(instance.Chef, "gavleborg", null, Cancellation);
        Assert.Equal(RecordLists.All.Length, WorkbookReader.Read(all).Sheets.Length);
        var unknown = await Assert.ThrowsAsync<UserException>(() => ListClient.ExportAsync(instance.Chef, "gavleborg", "nej", Cancellation));
        Assert.Contains("insatser, kontakter", unknown.Message, StringComparison.Ordinal);

        var own = WorkbookWriter.Write(
        [
            new SheetTable(
                "Blad1", [new("Begrepp", ColumnFormat.Text, 10), new("Vad=Hur", ColumnFormat.Text, 10)], [[new CellValue.Text("IPS"), new CellValue.Text("Stöd till arbete")]]),
        ]);
        var options = new ListOptions { List = "ordlista", Columns = ExcelImportCommand.Columns(["Vad=Hur=forklaring"]) };
        var before = await TextAsync(instance);

        var refused = await ListClient.ImportAsync(instance.Chef, "gavleborg", own, options with { Columns = [] }, preview: false, Cancellation);
        Assert.False(refused.Imported);
        Assert.Equal(["A1", "B1"], refused.Findings.Select(f => f.Cell));
        var preview = await ListClient.ImportAsync(instance.Chef, "gavleborg", own, options, preview: true, Cancellation);
        Assert.False(preview.Imported);
        Assert.NotEmpty(preview.Changes);
        Assert.Equal("Detta skulle ändras. Inget är ändrat än.", ExcelImportCommand.Lines(preview).Last());
        Assert.DoesNotContain(ExcelImportCommand.Lines(preview), l => l.Contains('{', StringComparison.Ordinal));
        Assert.Equal(before, await TextAsync(instance));

        var answer = await ListClient.ImportAsync(instance.Chef, "gavleborg", own, options, preview: false, Cancellation);
        Assert.True(answer.Imported);
        Assert.Equal(preview.Changes, answer.Changes);
        Assert.NotEqual(before, await TextAsync(instance));

        // Without --replace nothing is taken away; with it, what was sent out before is what stands.
        var same = await ListClient.ImportAsync(instance.Chef, "gavleborg", all, new ListOptions(), preview: true, Cancellation);
        Assert.Empty(same.Changes);
        Assert.Equal("Allt i listorna finns redan. Inget skulle ändras.", ExcelImportCommand.Lines(same).Last());
        Assert.NotEmpty((await ListClient.ImportAsync(instance.Chef, "gavleborg", all, new ListOptions { Replace = true }, preview: true, Cancellation)).Changes);
    }

    [Fact]
    public async Task The_commands_say_what_is_missing()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), "finsam-ingen");
        Assert.Contains("finsam serve", (await Assert.ThrowsAsync<UserException>(() => ExcelExportCommand.RunAsync("x.xlsx", null, null, new ChosenService(nowhere), Cancellation))).Message, StringComparison.Ordinal);
        Assert.Contains("finns inte", (await Assert.ThrowsAsync<UserException>(
            () => ExcelImportCommand.RunAsync("/finns/inte.xlsx", new ListOptions(), false, null, new ChosenService(nowhere), Cancellation))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rubrik")]
    [InlineData("=kolumn")]
    [InlineData("Rubrik=")]
    public void A_column_that_is_not_matched_with_anything_is_told(string written) =>
        Assert.Throws<UserException>(() => ExcelImportCommand.Columns([written]));

    private static async Task<string> TextAsync(TestInstance instance) =>
        RecordJson.Text((await instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!.Record);
}
