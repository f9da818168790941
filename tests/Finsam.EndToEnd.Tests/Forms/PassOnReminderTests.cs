using Finsam.Domain.Periods;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>Who is reminded of a report that several answer.</summary>
public sealed class PassOnReminderTests(AllKindsInstance opened) : IClassFixture<AllKindsInstance>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_are_missing_are_reminded_and_those_who_are_done_are_not()
    {
        var instance = opened.Instance;
        using var owner = await opened.OpenAsync();
        await PassOnTests.PassOnAsync(owner, "Klar", "klar@exempel.se", "", "mal");
        await PassOnTests.PassOnAsync(owner, "Sen", "sen@exempel.se", "", "mal", "bilagor");
        await PassOnTests.PassOnAsync(owner, "Borta", "borta@exempel.se", "", "deltagare");
        await owner.PostAsync("skicka-vidare", ("ta-tillbaka", "vidare-3"));
        using (var party = await opened.OpenAsync(owner.Report, AllKinds.PartyA))
        {
            await party.SaveAsync("timmar@a", 0, ("timmar@a.avtalade", "1"));
        }

        await owner.SaveAsync("mal", 0, ("kommentar.text", "Klart."));
        instance.Clock.Set(SwedishTime.At(AllKinds.Period.Due, new TimeOnly(8, 0, 5)));
        await instance.TickAsync(Cancellation);

        string[] Reminded() => [.. instance.Mails("sista-dagen").Select(f => Path.GetFileNameWithoutExtension(f).Split('.')).Where(f => f[2] == owner.Report.Initiative).Select(f => f[4]).Order(StringComparer.Ordinal)];
        string[] expected = [AllKinds.Owner, AllKinds.OtherOwner, AllKinds.Accountant, AllKinds.PartyB, "vidare-2"];
        await TestInstance.WaitAsync(() => Task.FromResult(Reminded().Length >= expected.Length), Cancellation);
        await instance.TickAsync(Cancellation);
        Assert.Equal(expected, Reminded());
    }
}
