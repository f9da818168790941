using System.Net;
using Finsam.App.Reports;
using Finsam.Domain.Answers;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>A part of the form that each of two parties answers for itself.</summary>
[Collection(AllKindsInstance.Tests)]
public sealed class PartyTests(AllKindsInstance opened)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_party_sees_and_saves_its_own_part()
    {
        using var party = await opened.OpenAsync(opened.Next(), AllKinds.PartyA);
        var home = await party.GetAsync();
        Assert.Equal([party.Home + "/del/timmar@a"], home.Document.QuerySelectorAll(".tasks a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Ägaren och Andra ägaren", home.Text, StringComparison.Ordinal);

        Assert.Equal("", (await party.GetAsync("del/timmar@a")).ValueOf("timmar@a.avtalade"));
        Assert.Equal(HttpStatusCode.SeeOther, (await party.SaveAsync("timmar@a", 0, ("timmar@a.avtalade", "10,25"), ("delmal@a.1.resultat", "Bra."))).Status);
        Assert.Equal("10,25", (await party.GetAsync("del/timmar@a")).ValueOf("timmar@a.avtalade"));
        Assert.Equal("Bra.", (await opened.AnswersAsync(party.Report)).Text("delmal@a.1.resultat"));
        Assert.Equal(AllKinds.PartyA, (await opened.SavedAsync(party.Report)).Parts["timmar@a"].SavedBy);
    }

    [Theory]
    [InlineData("del/deltagare")]
    [InlineData("del/timmar")]
    [InlineData("del/timmar@b")]
    [InlineData("del/ekonomi")]
    [InlineData("del/bilagor")]
    [InlineData("del/granska")]
    [InlineData("del/timmar@c")]
    [InlineData("bilaga/bilaga.1")]
    public async Task Other_parts_are_not_there_for_a_party(string page)
    {
        var report = opened.Next();
        using (var owner = await opened.OpenAsync(report))
        {
            await owner.SaveFilesAsync("bilagor", 0, [], ("a.pdf", "%PDF-1.7"u8.ToArray()));
        }

        using var party = await opened.OpenAsync(report, AllKinds.PartyA);
        Assert.Equal(HttpStatusCode.NotFound, (await party.GetAsync(page)).Status);
        if (page.StartsWith("del/", StringComparison.Ordinal))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await party.PostAsync(page, ("ekonomi.utfall", "5"), ("timmar@b.avtalade", "5"))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await party.PostAsync(page + "/spara", ("ekonomi.utfall", "5"), ("timmar@b.avtalade", "5"))).Status);
        }

        Assert.Equal(["bilaga.1"], (await opened.AnswersAsync(report)).Entries.Select(e => e.Key));
    }

    [Fact]
    public async Task A_party_that_writes_other_parts_fields_in_its_own_saves_nothing_of_them()
    {
        using var party = await opened.OpenAsync(opened.Next(), AllKinds.PartyA);
        await party.SaveAsync("timmar@a", 0, ("timmar@a.avtalade", "1"), ("timmar@b.avtalade", "2"), ("timmar.avtalade", "3"), ("ekonomi.utfall", "4"));
        await party.AutoSaveAsync("timmar@a", 1, ("timmar@a.anvanda", "", "1"), ("timmar@b.anvanda", "", "2"), ("ekonomi.utfall", "", "4"));
        await party.SaveAsync("timmar@a", 2, ("_gor", "noll:timmar"), ("timmar@a.avtalade", "1"), ("timmar@a.anvanda", "1"), ("timmar@b.personer", ""));
        Assert.Equal(["timmar@a.anvanda", "timmar@a.avtalade"], (await opened.AnswersAsync(party.Report)).Entries.Select(e => e.Key));
    }

    [Fact]
    public async Task A_party_neither_reviews_nor_sends_nor_passes_on()
    {
        using var party = await opened.OpenAsync(opened.Next(), AllKinds.PartyA);
        using (var owner = await opened.OpenAsync(party.Report))
        {
            await owner.FillInAsync();
        }

        foreach (var page in new[] { "granska", "skicka-vidare" })
        {
            Assert.Equal((HttpStatusCode.SeeOther, party.Home), ((await party.GetAsync(page)).Status, (await party.GetAsync(page)).Location));
            Assert.Equal(HttpStatusCode.NotFound, (await party.PostAsync(page, ("namn", "X"), ("epost", "x@exempel.se"), ("del.timmar@a", "ja"))).Status);
        }

        var report = (await opened.SavedAsync(party.Report)).Head.Value;
        Assert.False(report.IsSent);
        Assert.Empty(report.PassedOn);
    }

    [Fact]
    public async Task A_party_reads_and_prints_only_what_it_has_answered_itself()
    {
        using var party = await opened.OpenAsync(opened.Next(), AllKinds.PartyA);
        using var owner = await opened.OpenAsync(party.Report);
        await owner.FillInAsync();
        await owner.SaveAsync("mal", 1, ("kommentar.text", "Ägarens ord."), ("mal.1.resultat", "Klart."));
        await owner.SaveAsync("timmar@b", 1, ("timmar@b.avtalade", "4711"));

        foreach (var page in new[] { "", "utskrift", "del/timmar@a" })
        {
            var text = (await party.GetAsync(page)).Text;
            Assert.DoesNotContain("Ägarens ord.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("4 711", text, StringComparison.Ordinal);
            Assert.DoesNotContain("50 000", text, StringComparison.Ordinal);
        }

        Assert.Contains("10,5", (await party.GetAsync("utskrift")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_sees_who_is_missing_and_the_sum_so_far()
    {
        using var owner = await opened.OpenAsync();
        Assert.Contains("0 av 2 parter", (await owner.GetAsync()).Text, StringComparison.Ordinal);
        using var party = await opened.OpenAsync(owner.Report, AllKinds.PartyA);
        await party.SaveAsync("timmar@a", 0, ("timmar@a.avtalade", "10,5"), ("timmar@a.anvanda", "0"));

        Assert.Contains("1 av 2 parter", (await owner.GetAsync()).Text, StringComparison.Ordinal);
        var rows = (await owner.GetAsync("del/timmar")).Document.QuerySelectorAll(".parties tbody tr")
            .Select(r => string.Join(" | ", r.QuerySelectorAll("th, td").Select(c => (c.QuerySelector(".value") ?? c).TextContent.Trim()))).ToArray();
        Assert.StartsWith("Arbetsförmedlingen | 10,5 | 0 | ej\u00A0ifyllt | Ifylld", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("Bollnäs kommun | ej\u00A0ifyllt | ej\u00A0ifyllt | ej\u00A0ifyllt | Inte påbörjad", rows[1], StringComparison.Ordinal);
        Assert.Equal("Summa | 10,5\u00A0hittills | 0\u00A0hittills |  | 1 av 2 ifyllda", rows[2]);
        Assert.Contains("10,5 hittills", (await owner.GetAsync("granska")).Text, StringComparison.Ordinal);
        Assert.Null((await opened.AnswersAsync(owner.Report))["timmar.avtalade"]);
    }

    [Fact]
    public async Task When_all_parties_have_answered_the_sum_is_sent_under_the_plain_key()
    {
        using var owner = await opened.OpenAsync();
        await owner.FillInAsync();
        await owner.SaveAsync("timmar@b", 1, ("timmar@b.avtalade", "20"), ("timmar@b.anvanda", "uppgift saknas"));
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SubmitAsync()).Status);

        var store = opened.Instance.Service<IReportStore>();
        var sent = await store.SnapshotAsync("alla", (await opened.SavedAsync(owner.Report)).Head.Value.SnapshotHash!, Cancellation);
        Assert.Equal(30.5m, sent.Answers.Number("timmar.avtalade"));
        Assert.Equal(10.5m, sent.Answers.Number("timmar@a.avtalade"));
        Assert.Same(Answer.Unknown.Instance, sent.Answers["timmar.anvanda"]);
        Assert.Null(sent.Answers["timmar.personer"]);
    }

    [Fact]
    public async Task A_report_is_not_sent_while_a_party_is_missing_and_says_which()
    {
        using var owner = await opened.OpenAsync();
        await owner.FillInAsync();
        await owner.SaveAsync("timmar@b", 1, ("timmar@b.anvanda", "20"));
        var stopped = await owner.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stopped.Status);
        var link = Assert.Single(stopped.Document.QuerySelectorAll(".summary a"));
        Assert.Contains("Bollnäs kommun saknas", link.TextContent, StringComparison.Ordinal);
        Assert.Equal(owner.Home + "/del/timmar@b#f-timmar_b-avtalade", link.GetAttribute("href"));
        Assert.NotNull((await owner.GetAsync("del/timmar@b")).Document.GetElementById("f-timmar_b-avtalade"));
    }

    [Fact]
    public async Task A_contact_of_one_section_sees_only_that()
    {
        using var accountant = await opened.OpenAsync(opened.Next(), AllKinds.Accountant);
        Assert.Equal(HttpStatusCode.OK, (await accountant.GetAsync("del/ekonomi")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await accountant.GetAsync("del/deltagare")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await accountant.SubmitAsync()).Status);
        Assert.Equal(accountant.Home, (await accountant.SaveAsync("ekonomi", 0, ("ekonomi.utfall", "5"))).Location);
    }
}
