using System.Net;
using Finsam.App.Reports;
using Finsam.Domain.Answers;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>Zero, blank and "uppgift saknas" are three different things wherever they are stored and shown, and three buttons write the first and the last.</summary>
[Collection(AllKindsInstance.Tests)]
public sealed class ThreeKindsTests(AllKindsInstance opened)
{
    private const string Women = "deltagare.deltagit.kvinna";
    private const string Men = "deltagare.deltagit.man";

    private static readonly string[] Cells = [Women, Men, "deltagare.nya.kvinna", "deltagare.nya.man"];
    private static readonly string[] Means = ["medel.alder.kvinna.antal", "medel.alder.kvinna.medel", "medel.alder.man.antal", "medel.alder.man.medel"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_stored_shown_again_reviewed_sent_and_printed_as_what_they_are()
    {
        using var owner = await opened.OpenAsync();
        await owner.FillInAsync();
        await owner.SaveAsync("deltagare", 1, (Women, "0"), (Men, "Uppgift saknas."));
        var saved = await opened.AnswersAsync(owner.Report);
        Assert.Equal((new Answer.Number(0m), Answer.Unknown.Instance, null), (saved[Women], saved[Men], saved["deltagare.nya.kvinna"]));

        var page = await owner.GetAsync("del/deltagare");
        Assert.Equal(("0", "uppgift saknas", ""), (page.ValueOf(Women), page.ValueOf(Men), page.ValueOf("deltagare.nya.kvinna")));
        Assert.Equal("0 uppgift saknas 0\u00A0hittills | ej\u00A0ifyllt ej\u00A0ifyllt", Matrix(await owner.GetAsync("granska")));

        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SubmitAsync()).Status);
        Assert.Equal("0 uppgift saknas 0\u00A0hittills | ej\u00A0ifyllt ej\u00A0ifyllt", Matrix(await owner.GetAsync()));
        Assert.Equal("0 uppgift saknas 0\u00A0hittills | ej\u00A0ifyllt ej\u00A0ifyllt", Matrix(await owner.GetAsync("utskrift")));
        var sent = await opened.Instance.Service<IReportStore>().SnapshotAsync("alla", (await opened.SavedAsync(owner.Report)).Head.Value.SnapshotHash!, Cancellation);
        Assert.Equal((new Answer.Number(0m), Answer.Unknown.Instance, null), (sent.Answers[Women], sent.Answers[Men], sent.Answers["deltagare.nya.kvinna"]));
    }

    [Fact]
    public async Task The_rest_is_zero()
    {
        using var owner = await opened.OpenAsync();
        var answered = await owner.SaveAsync("deltagare", 0, [("_gor", "noll:deltagare"), (Women, "5"), (Men, ""), ("deltagare.nya.kvinna", "uppgift saknas"), ("deltagare.nya.man", " "), .. Blank(Means)]);
        Assert.Equal(owner.Home + "/del/deltagare#b-deltagare", answered.Location);
        var saved = await opened.AnswersAsync(owner.Report);
        Assert.Equal([new Answer.Number(5), new Answer.Number(0), Answer.Unknown.Instance, new Answer.Number(0)], Cells.Select(c => saved[c]));
        Assert.All(Means, m => Assert.Null(saved[m]));
    }

    [Fact]
    public async Task The_rest_is_unknown()
    {
        using var owner = await opened.OpenAsync();
        await owner.SaveAsync("deltagare", 0, [("_gor", "saknas:deltagare"), (Women, "0"), .. Blank(Cells[1..]), .. Blank(Means)]);
        var saved = await opened.AnswersAsync(owner.Report);
        Assert.Equal([new Answer.Number(0), Answer.Unknown.Instance, Answer.Unknown.Instance, Answer.Unknown.Instance], Cells.Select(c => saved[c]));
        Assert.All(Means, m => Assert.Null(saved[m]));
    }

    [Fact]
    public async Task Nobody_took_part_and_so_they_are_nobody_in_each_class_either_and_have_no_mean()
    {
        string[] classes = ["klasser.unga.kvinna", "klasser.unga.man", "klasser.aldre.kvinna", "klasser.aldre.man"];
        using var owner = await opened.OpenAsync();
        await owner.SaveAsync("deltagare", 0, [("_gor", "inga:deltagare"), .. Blank(Cells), .. Blank(classes), .. Blank(Means)]);
        var saved = await opened.AnswersAsync(owner.Report);
        Assert.All(Cells.Concat(classes), c => Assert.Equal(new Answer.Number(0), saved[c]));
        Assert.All(Means, c => Assert.Null(saved[c]));
    }

    [Fact]
    public async Task What_could_not_be_read_is_not_filled_and_what_was_filled_is_shown_beside_it()
    {
        using var owner = await opened.OpenAsync();
        var refused = await owner.SaveAsync("deltagare", 0, [("_gor", "noll:deltagare"), (Women, "fem"), .. Blank(Cells[1..]), .. Blank(Means)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(("fem", "0", ""), (refused.ValueOf(Women), refused.ValueOf(Men), refused.ValueOf(Means[0])));
        Assert.Equal((null, 0m), ((await opened.AnswersAsync(owner.Report))[Women], (await opened.AnswersAsync(owner.Report)).Number(Men)));
    }

    [Theory]
    [InlineData("noll:ingen")]
    [InlineData("noll:ekonomi")]
    [InlineData("noll")]
    [InlineData("noll:a:b")]
    [InlineData("noll:å\r\nSet-Cookie: a=b")]
    [InlineData("stanna:å\u0001\r\nX: y")]
    [InlineData("okänd:deltagare")]
    public async Task A_button_that_no_page_has_fills_in_nothing(string action)
    {
        using var owner = await opened.OpenAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SaveAsync("deltagare", 0, [("_gor", action), (Women, "5"), (Men, ""), ("ekonomi.utfall", "")])).Status);
        Assert.Equal([Women], (await opened.AnswersAsync(owner.Report)).Entries.Select(e => e.Key));
    }

    [Fact]
    public async Task A_party_fills_in_its_own_blanks()
    {
        using var party = await opened.OpenAsync(opened.Next(), AllKinds.PartyA);
        await party.SaveAsync("timmar@a", 0, ("_gor", "noll:timmar"), ("timmar@a.avtalade", "5"), ("timmar@a.anvanda", ""), ("timmar@a.personer", ""), ("timmar@b.avtalade", ""));
        var saved = await opened.AnswersAsync(party.Report);
        Assert.Equal((5m, 0m, 0m), (saved.Number("timmar@a.avtalade"), saved.Number("timmar@a.anvanda"), saved.Number("timmar@a.personer")));
        Assert.Equal(3, saved.Count);
    }

    private static (string Name, string Value)[] Blank(IEnumerable<string> keys) => [.. keys.Select(k => (k, ""))];

    // The participants' cells as they are read, row by row.
    private static string Matrix(Answered page) => string.Join(" | ", page.Document.QuerySelector("table.matrix")!.QuerySelectorAll("tbody tr")
        .Select(row => string.Join(' ', row.QuerySelectorAll(".value").Select(v => v.TextContent.Trim()).Where(v => v.Length > 0))));
}
