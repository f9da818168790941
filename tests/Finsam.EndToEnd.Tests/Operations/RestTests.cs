using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Finsam.App.Overview;
using Finsam.Domain.Periods;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Operations;

/// <summary>What is over costs nothing: an hour looks at what is due, and a period that has been is not due for ever.</summary>
public sealed class RestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_a_period_is_over_an_hour_has_nothing_to_look_at(bool isAnswered)
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        foreach (var initiative in isAnswered ? TestInstance.Gavleborg.Record.Initiatives.Initiatives.Select(i => i.Id) : [])
        {
            await instance.SendReportAsync(initiative, Cancellation);
        }

        // Days go by; what an hour puts in a queue is done before the next.
        for (var day = 1; day <= 5; day++)
        {
            instance.Clock.Set(SwedishTime.At(TestInstance.Period.Closes.AddDays(day * 20), new TimeOnly(9, 30)));
            await LookAsync(instance);
            await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        }

        instance.Clock.Set(instance.Clock.GetUtcNow().AddDays(1));
        await LookAsync(instance);
        Assert.Equal(0, await LookAsync(instance));
    }

    private static async Task<int> LookAsync(TestInstance instance)
    {
        using var answer = await instance.Chef.PostAsync(new Uri("/" + OverviewRoutes.ApiTick, UriKind.Relative), null, Cancellation);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["looked"]!.GetValue<int>();
    }
}
