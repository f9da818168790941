using System.Net;
using System.Text;
using Finsam.App.Reports;
using Finsam.Domain.Answers;
using Finsam.Domain.Templates;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>Whatever is refused is shown again as it was written.</summary>
[Collection(AllKindsInstance.Tests)]
public sealed class NothingLostTests(AllKindsInstance opened)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_field_of_every_part_that_is_refused_stands_as_it_was_written()
    {
        using var owner = await opened.OpenAsync();
        foreach (var part in AllKinds.Template.PartsFor(AllKinds.Initiative("x")).Where(p => !p.Blocks.IsEmpty))
        {
            var fields = part.FieldsFor(AllKinds.Initiative("x")).Where(f => f.Kind is not (FieldKind.Flag or FieldKind.Choice or FieldKind.File)).ToArray();
            var written = fields.Select(f => (f.Key, f.Kind switch
            {
                FieldKind.Text or FieldKind.Line => "  <b>&\"' åäö 👩 " + new string('x', f.MaxLength),
                FieldKind.Date => "31 juni <",
                _ => "ca 1.5 & \"mer\"",
            })).ToArray();
            var refused = await owner.SaveAsync(part.Id, 0, written);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Equal(fields.Length, refused.Document.QuerySelectorAll(".summary a").Length);
            Assert.All(refused.Document.QuerySelectorAll(".summary a"), a => Assert.NotNull(refused.Document.QuerySelector(a.GetAttribute("href")!)));
            Assert.All(written, w => Assert.Equal(w.Item2, refused.ValueOf(w.Key)));
        }

        Assert.Equal(AnswerSheet.Empty, await opened.AnswersAsync(owner.Report));
    }

    [Fact]
    public async Task A_choice_that_is_none_is_refused_and_ticked_boxes_stay_ticked()
    {
        using var owner = await opened.OpenAsync();
        var refused = await owner.SaveAsync("mal", 0, ("val.val", "kanske"), ("flera.webb", "ja"), ("mal.samlad", "viss-del"), ("tal.grupper", "-1"));
        Assert.Equal(["Fortsätter insatsen?: välj ett av alternativen.", "Grupper: ett antal kan inte vara mindre än noll."], refused.Document.QuerySelectorAll(".summary a").Select(a => a.TextContent));
        Assert.Equal(("", "ja", "viss-del", "-1"), (refused.ValueOf("val.val"), refused.ValueOf("flera.webb"), refused.ValueOf("mal.samlad"), refused.ValueOf("tal.grupper")));
        var saved = await opened.AnswersAsync(owner.Report);
        Assert.Equal((null, "ja", "viss-del"), (saved["val.val"], saved.Text("flera.webb"), saved.Text("mal.samlad")));
    }

    [Fact]
    public async Task Totals_are_of_what_stands_in_the_fields_also_when_it_is_not_saved()
    {
        using var owner = await opened.OpenAsync();
        await owner.SaveAsync("deltagare", 0, ("deltagare.deltagit.kvinna", "7"), ("deltagare.deltagit.man", "7"));
        var conflict = await owner.SaveAsync("deltagare", 0, ("deltagare.deltagit.kvinna", "12"), ("deltagare.deltagit.man", "12"));
        Assert.Equal((HttpStatusCode.Conflict, "24"), (conflict.Status, conflict.Document.QuerySelector("[data-row-total='deltagit']")!.TextContent));
    }

    [Fact]
    public async Task A_section_of_20_000_characters_is_saved_shown_and_sent()
    {
        var text = string.Concat(Enumerable.Repeat("Åäö 👩‍👩‍👧 och \"mer\" <b>.\n", 1000))[..19_990].Trim();
        using var owner = await opened.OpenAsync();
        await owner.FillInAsync();
        (string, string)[] fields = [("mal.1.resultat", text[..4000].Trim()), ("mal.2.resultat", "Klart."), ("mal.1.bedomning", "uppfylld"), ("mal.2.bedomning", "uppfylld"), ("mal.samlad", "uppfylld")];
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SaveAsync("mal", 1, [("kommentar.text", text.Replace("\n", "\r\n", StringComparison.Ordinal)), .. fields])).Status);
        Assert.Equal(text, (await owner.GetAsync("del/mal")).ValueOf("kommentar.text"));
        var longer = await owner.SaveAsync("mal", 2, [("kommentar.text", text + "\n" + new string('x', 20)), .. fields]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, text + "\n" + new string('x', 20)), (longer.Status, longer.ValueOf("kommentar.text")));

        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SubmitAsync()).Status);
        var sent = await opened.Instance.Service<IReportStore>().SnapshotAsync("alla", (await opened.SavedAsync(owner.Report)).Head.Value.SnapshotHash!, Cancellation);
        Assert.Equal(text, sent.Answers.Text("kommentar.text"));
    }

    [Fact]
    public async Task A_body_of_1_MB_is_read_and_the_text_in_it_shown_again_and_more_is_too_much()
    {
        using var owner = await opened.OpenAsync();
        var text = new string('x', (1024 * 1024) - 100);
        var refused = await owner.SaveAsync("mal", 0, ("kommentar.text", text));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, text), (refused.Status, refused.ValueOf("kommentar.text")));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await owner.SaveAsync("mal", 0, ("kommentar.text", text + new string('x', 200)))).Status);
        using var content = new StringContent("kommentar.text=" + text + new string('x', 200), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var chunked = new HttpRequestMessage(HttpMethod.Post, owner.Home + "/del/mal") { Content = content };
        chunked.Headers.TransferEncodingChunked = true;
        using var answer = await owner.Http.SendAsync(chunked, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task An_explanation_that_is_refused_stands_there_again_and_nothing_is_sent()
    {
        const string key = "_forklaring.krav:ekonomi.kommentar";
        using var owner = await opened.OpenAsync();
        await owner.FillInAsync();
        await owner.SaveAsync("ekonomi", 1, ("ekonomi.utfall", "5"), ("ekonomi.prognos", "5"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.SubmitAsync()).Status);
        foreach (var text in new[] { "Gäller 19121212-1212.", new string('x', 1001) })
        {
            var refused = await owner.SubmitAsync((key, text));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Equal(text, refused.ValueOf(key));
            var error = Assert.Single(refused.Document.QuerySelectorAll(".summary a"));
            Assert.NotNull(refused.Document.QuerySelector(error.GetAttribute("href")!));
            Assert.EndsWith(refused.MessagesAt(key), error.TextContent, StringComparison.OrdinalIgnoreCase);
        }

        // One that was right before is not sent in the place of one that is refused now.
        await owner.AutoSaveAsync("granska", 0, (key, "", "Vakans."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.SubmitAsync((key, new string('x', 1001)))).Status);
        Assert.False((await opened.SavedAsync(owner.Report)).Head.Value.IsSent);

        var asked = await owner.SubmitAsync((key, "Gäller 19121212-1212."));
        Assert.NotNull(asked.Document.QuerySelector($".choice:not([hidden]) [name='_spara-anda.{key}']"));
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SubmitAsync((key, "Gäller 19121212-1212."), ("_spara-anda." + key, "ja"))).Status);
        var sent = await opened.Instance.Service<IReportStore>().SnapshotAsync("alla", (await opened.SavedAsync(owner.Report)).Head.Value.SnapshotHash!, Cancellation);
        Assert.Equal("Gäller 19121212-1212.", Assert.Single(sent.ExplainedWarnings).Comment);
    }

    // Digits of another script, and more of them than a number holds, once made every page of the report fail.
    [Theory]
    [InlineData("٣٤ deltagare")]
    [InlineData("1 000 000 000 000 000 000 000 000 000 000 000 000 deltagare")]
    [InlineData("{0} {field} {{")]
    [InlineData("\u202e\u200b\u0001\uffff")]
    [InlineData("\n\n<script>alert(1)</script></textarea>")]
    public async Task Odd_texts_are_answers_like_others(string text)
    {
        using var owner = await opened.OpenAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SaveAsync("mal", 0, ("kommentar.text", text), ("mal.1.resultat", text))).Status);
        await owner.SaveAsync("deltagare", 0, ("deltagare.deltagit.kvinna", "3"), ("deltagare.deltagit.man", "2"));
        foreach (var page in new[] { "", "del/mal", "granska", "utskrift" })
        {
            Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(page)).Status);
        }

        Assert.Equal(text.Trim(), (await owner.GetAsync("del/mal")).ValueOf("kommentar.text"));
    }
}
