using System.Globalization;
using System.Text.Json;
using Finsam.App.Telemetry;
using Finsam.Domain.Periods;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Operations;

/// <summary>What a use case may ask of storage, each call costing time and money: storage-budget.json. A use case that asks more has to be made better, or its
/// budget raised by somebody who says why. The margin is two per cent, rounded down: one call for every fifty, since mail and drafts are made on the side and a
/// loaded machine may ask twice. A use case of fewer than fifty calls has none. FINSAM_BUDGET=write writes what is measured.</summary>
[Collection(nameof(TelemetryTests))]
public sealed class StorageBudgetTests
{
    private const int CallsForOneMore = 50;

    private static string BudgetFile => Repository.PathOf("tests/Finsam.EndToEnd.Tests/Operations/storage-budget.json");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_use_case_asks_more_of_storage_than_its_budget()
    {
        var measured = await MeasureAsync();
        if (Environment.GetEnvironmentVariable("FINSAM_BUDGET") == "write")
        {
            await File.WriteAllTextAsync(BudgetFile, JsonSerializer.Serialize(measured, Indented) + "\n", Cancellation);
        }

        var budget = JsonSerializer.Deserialize<SortedDictionary<string, int>>(await File.ReadAllTextAsync(BudgetFile, Cancellation))!;
        Assert.Equal(budget.Keys, measured.Keys);
        Assert.Empty(measured.Where(m => m.Value > budget[m.Key] + (budget[m.Key] / CallsForOneMore)).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key}: {m.Value} calls, budget {budget[m.Key]}")));
    }

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };

    private static async Task<SortedDictionary<string, int>> MeasureAsync()
    {
        var measured = new SortedDictionary<string, int>(StringComparer.Ordinal);
        using var listening = new Listening();
        await using var instance = await TestInstance.StartAsync(Cancellation);
        async Task CountAsync(string useCase, Func<Task> work)
        {
            using var trace = Traces.Begin("measured")!;
            await work();

            // What the work has put in a queue is done a moment later, and belongs to it.
            var (before, after) = (-1, 0);
            while (before != after)
            {
                before = after;
                await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
                after = listening.Steps.Count(s => s.TraceId == trace.TraceId && $"{s.GetTagItem("url.full")}".Contains("/devstoreaccount1", StringComparison.Ordinal));
            }

            measured[useCase] = after;
        }

        Task GetAsync(string page) => instance.Chef.GetAsync(new Uri(page, UriKind.Relative), Cancellation);
        await CountAsync("import a package of 14 initiatives", () => instance.ImportAsync(Cancellation));
        await CountAsync("the first hour of a package of 14 initiatives", () => instance.TickAsync(Cancellation));

        // Before eight, when the timer would do it.
        await CountAsync("open a period of 14 reports", async () => await instance.Chef.PostAsync(new Uri("/oversikt/gavleborg/2023-helar/oppna", UriKind.Relative), null, Cancellation));
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Opens, new TimeOnly(8, 0, 5)));
        await instance.TickAsync(Cancellation);
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("inbjudan").Length == TestInstance.Gavleborg.Record.Initiatives.Initiatives.Sum(i => i.Contacts.Length)), Cancellation);

        await CountAsync("an owner fills in a report and sends it", () => instance.SendReportAsync("hofors", Cancellation));
        var (browser, home) = await instance.OpenFormAsync("ljusdal", Cancellation);
        using (browser)
        {
            await CountAsync("an owner opens the first page of a report", () => browser.GetAsync(home.Address.AbsolutePath, Cancellation));
        }

        // A morning between two reminders: what was to be done is done.
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Opens.AddDays(1), new TimeOnly(11, 0)));
        await instance.TickAsync(Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
        await instance.TickAsync(Cancellation);
        await CountAsync("an hour in which nothing is due", () => instance.TickAsync(Cancellation));

        await CountAsync("the overview", () => GetAsync("/oversikt"));
        await CountAsync("an association", () => GetAsync("/oversikt/gavleborg"));
        await CountAsync("a period", () => GetAsync("/oversikt/gavleborg/2023-helar"));
        await CountAsync("a report", () => GetAsync("/oversikt/gavleborg/2023-helar/hofors"));
        await CountAsync("a draft", async () => await instance.Chef.PostAsync(new Uri("/api/forbund/gavleborg/perioder/2023-helar/utkast", UriKind.Relative), null, Cancellation));
        return measured;
    }
}
