namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>The answers as they are read before they are sent.</summary>
[Collection(AllKindsInstance.Tests)]
public sealed class ReviewTests(AllKindsInstance opened)
{
    [Fact]
    public async Task The_review_shows_the_sums_and_shares_that_the_form_shows()
    {
        using var owner = await opened.OpenAsync();
        await owner.SaveAsync(
            "deltagare", 0,
            ("klasser.unga.kvinna", "1"), ("klasser.unga.man", "2"), ("klasser.aldre.kvinna", "3"), ("klasser.aldre.man", "6"));

        var table = (await owner.GetAsync("granska")).Document.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent.StartsWith("Ålder", StringComparison.Ordinal));
        Assert.Equal(
            ["Under 30 år|1|2|3|25\u00A0%", "30 år och äldre|3|6|9|75\u00A0%", "Summa|4|8|12|"],
            table.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("th, td").Select(c => (c.QuerySelector(".value") ?? c).TextContent.Trim()))));
    }

    [Fact]
    public async Task Means_are_a_table_in_the_review()
    {
        using var owner = await opened.OpenAsync();
        await owner.SaveAsync("deltagare", 0, ("medel.alder.kvinna.antal", "4"), ("medel.alder.kvinna.medel", "31,5"));

        var table = (await owner.GetAsync("granska")).Document.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent.StartsWith("Medelålder", StringComparison.Ordinal));
        Assert.Equal(
            ["Ålder: antal personer|4|ej\u00A0ifyllt", "Ålder: medelvärde, år|31,5|ej\u00A0ifyllt"],
            table.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("th, td").Select(c => (c.QuerySelector(".value") ?? c).TextContent.Trim()))));
    }

    [Fact]
    public async Task A_part_is_done_by_its_answers_and_not_by_being_saved()
    {
        using var owner = await opened.OpenAsync();
        await owner.SaveAsync("deltagare", 0);
        Assert.Equal("Inte påbörjad", await StateAsync("deltagare"));
        await owner.SaveAsync("deltagare", 1, ("deltagare.deltagit.kvinna", "3"));
        Assert.Equal("Påbörjad – 1 fält kvar", await StateAsync("deltagare"));
        await owner.SaveAsync("deltagare", 2, ("deltagare.deltagit.kvinna", "3"), ("deltagare.deltagit.man", "2"));
        Assert.Equal("Ifylld", await StateAsync("deltagare"));
        Assert.Equal("Frivillig", await StateAsync("bilagor"));
        Assert.Contains("Ifyllda delar: 1 av 5", (await owner.GetAsync()).Text, StringComparison.Ordinal);

        async Task<string> StateAsync(string part) =>
            (await owner.GetAsync()).Document.QuerySelector($".tasks a[href$='/del/{part}']")!.ParentElement!.QuerySelector(".tag")!.TextContent.Trim();
    }
}
