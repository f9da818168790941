using System.Net;
using System.Text;
using Finsam.Domain.Answers;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>What the script sends while one writes.</summary>
[Collection(AllKindsInstance.Tests)]
public sealed class AutoSaveTests(AllKindsInstance opened)
{
    private const string Women = "deltagare.deltagit.kvinna";
    private const string Men = "deltagare.deltagit.man";

    [Fact]
    public async Task Changed_fields_are_saved_and_the_others_left_as_they_are()
    {
        using var owner = await opened.OpenAsync();
        var first = await owner.AutoSaveAsync("deltagare", 0, (Women, "", "5"), (Men, "", "uppgift saknas"));
        Assert.Equal(1, (int)first["revision"]!);
        Assert.Equal("09:00", (string?)first["at"]);
        var second = await owner.AutoSaveAsync("deltagare", 1, (Women, "5", "0"));
        Assert.Equal(2, (int)second["revision"]!);
        Assert.Empty(second["theirs"]!.AsObject());
        var answers = await opened.AnswersAsync(owner.Report);
        Assert.Equal((0m, true), (answers.Number(Women), answers.IsUnknown(Men)));

        // Blanked it is blank, and saving the same again is no new revision.
        Assert.Equal(3, (int)(await owner.AutoSaveAsync("deltagare", 2, (Women, "0", "")))["revision"]!);
        Assert.Equal(3, (int)(await owner.AutoSaveAsync("deltagare", 3, (Women, "", "")))["revision"]!);
        Assert.Null((await opened.AnswersAsync(owner.Report))[Women]);
    }

    [Fact]
    public async Task Two_who_change_different_fields_both_get_theirs_saved_and_see_the_others()
    {
        using var one = await opened.OpenAsync();
        using var two = await opened.OpenAsync(one.Report, AllKinds.OtherOwner);
        await one.AutoSaveAsync("deltagare", 0, (Women, "", "5"));
        var merged = await two.AutoSaveAsync("deltagare", 0, (Men, "", "7"));
        Assert.Empty(merged["conflicts"]!.AsObject());
        Assert.Equal("5", (string?)merged["theirs"]![Women]);
        Assert.Equal(2, (int)merged["revision"]!);
        var answers = await opened.AnswersAsync(one.Report);
        Assert.Equal((5m, 7m), (answers.Number(Women), answers.Number(Men)));
    }

    [Fact]
    public async Task Two_who_change_the_same_field_are_told_and_nothing_is_written_over()
    {
        using var one = await opened.OpenAsync();
        using var two = await opened.OpenAsync(one.Report, AllKinds.OtherOwner);
        await one.AutoSaveAsync("deltagare", 0, (Women, "", "5"));
        var told = await two.AutoSaveAsync("deltagare", 0, (Women, "", "6"), (Men, "", "7"));
        Assert.Equal("5", (string?)told["conflicts"]![Women]);
        Assert.Equal("Ägaren", (string?)told["by"]);
        Assert.Equal((5m, 7m), ((await opened.AnswersAsync(one.Report)).Number(Women), (await opened.AnswersAsync(one.Report)).Number(Men)));

        // Having seen it, one may say what holds.
        await two.AutoSaveAsync("deltagare", (int)told["revision"]!, (Women, "5", "6"));
        Assert.Equal(6m, (await opened.AnswersAsync(one.Report)).Number(Women));
    }

    [Fact]
    public async Task Two_who_want_the_same_have_no_conflict_however_each_wrote_it()
    {
        using var one = await opened.OpenAsync();
        using var two = await opened.OpenAsync(one.Report, AllKinds.OtherOwner);
        await one.AutoSaveAsync("ekonomi", 0, ("ekonomi.utfall", "", "5 000"));
        Assert.Empty((await two.AutoSaveAsync("ekonomi", 0, ("ekonomi.utfall", "", "5 tkr")))["conflicts"]!.AsObject());
    }

    [Fact]
    public async Task What_was_shown_unreadable_is_not_written_over_what_somebody_else_saved_since()
    {
        using var one = await opened.OpenAsync();
        using var two = await opened.OpenAsync(one.Report, AllKinds.OtherOwner);
        await one.SaveAsync("deltagare", 0, (Women, "fem"), (Men, "1"));
        await two.AutoSaveAsync("deltagare", 1, (Women, "", "7"));
        var told = await one.AutoSaveAsync("deltagare", 1, (Women, "fem", "5"));
        Assert.Equal("7", (string?)told["conflicts"]![Women]);
        Assert.Equal(7m, (await opened.AnswersAsync(one.Report)).Number(Women));
    }

    [Fact]
    public async Task Where_nobody_has_saved_anything_there_is_no_conflict_whatever_was_shown()
    {
        using var owner = await opened.OpenAsync();
        Assert.Empty((await owner.AutoSaveAsync("deltagare", 3, (Women, "4", "5")))["conflicts"]!.AsObject());
        Assert.Equal(5m, (await opened.AnswersAsync(owner.Report)).Number(Women));
    }

    [Fact]
    public async Task A_fill_button_does_not_fill_what_somebody_else_has_just_blanked_or_what_stands_elsewhere()
    {
        using var one = await opened.OpenAsync();
        using var two = await opened.OpenAsync(one.Report, AllKinds.OtherOwner);
        await one.AutoSaveAsync("deltagare", 0, (Women, "", "5"));
        await two.AutoSaveAsync("deltagare", 1, (Women, "5", ""));
        await one.PostAsync("del/deltagare/spara", ("_revision", "1"), (Women, "7"), ("_visade." + Women, "5"), ("_gor", "noll:deltagare"));
        Assert.Null((await opened.AnswersAsync(one.Report))[Women]);

        await one.AutoSaveAsync("ekonomi", 0, ("ekonomi.utfall", "", "5"));
        await one.PostAsync("del/granska/spara", ("_gor", "noll:ekonomi"), ("ekonomi.utfall", "9"), ("ekonomi.prognos", ""));
        var saved = await opened.SavedAsync(one.Report);
        Assert.Equal((5m, null), (saved.Answers.Number("ekonomi.utfall"), saved.Answers["ekonomi.prognos"]));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_at_its_field_and_the_rest_is_saved()
    {
        using var owner = await opened.OpenAsync();
        await owner.AutoSaveAsync("deltagare", 0, (Women, "", "5"));
        var told = await owner.AutoSaveAsync("deltagare", 1, (Women, "5", "fem"), (Men, "", "3"));
        Assert.Equal("”fem” är inget tal. Skriv det med siffror, till exempel 12.", (string?)told["errors"]![Women]);
        var answers = await opened.AnswersAsync(owner.Report);
        Assert.Equal((5m, 3m), (answers.Number(Women), answers.Number(Men)));
    }

    [Fact]
    public async Task What_does_not_hold_is_said_while_one_writes()
    {
        using var owner = await opened.OpenAsync();
        var told = await owner.AutoSaveAsync("deltagare", 0, (Women, "", "2"), (Men, "", "1"), ("deltagare.nya.kvinna", "", "3"));
        Assert.Contains(told["advice"]!["deltagare.nya.kvinna"]!.AsArray(), a => (string?)a!["message"] == "Varav nya, kvinna: 3 av 2." && (string?)a["atField"] == "3 av 2." && (bool)a["stops"]!);
    }

    [Fact]
    public async Task A_text_that_tells_of_a_person_is_asked_about_and_saved_only_when_the_writer_says_so()
    {
        const string text = "Gäller 19121212-1212.";
        using var owner = await opened.OpenAsync();
        var told = await owner.AutoSaveAsync("mal", 0, ("kommentar.text", "", text));
        Assert.Equal("kommentar.text", (string?)Assert.Single(told["asked"]!.AsArray()));
        Assert.DoesNotContain("121212-1212", (string?)told["errors"]!["kommentar.text"], StringComparison.Ordinal);
        Assert.Equal(0, (int)told["revision"]!);

        var page = await owner.SaveAsync("mal", 0, ("kommentar.text", text), ("mal.1.resultat", "Klart."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(text, page.ValueOf("kommentar.text"));
        Assert.NotNull(page.Document.QuerySelector(".choice:not([hidden]) [name='_spara-anda.kommentar.text']"));
        Assert.Equal((null, "Klart."), ((await opened.AnswersAsync(owner.Report)).Text("kommentar.text"), (await opened.AnswersAsync(owner.Report)).Text("mal.1.resultat")));

        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SaveAsync("mal", 1, ("kommentar.text", text), ("mal.1.resultat", "Klart."), ("_spara-anda.kommentar.text", "ja"))).Status);
        Assert.Equal(text, (await opened.AnswersAsync(owner.Report)).Text("kommentar.text"));

        // Said once, it is not asked about again as long as the text is the same.
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SaveAsync("mal", 2, ("kommentar.text", text), ("mal.1.resultat", "Klart och bra."))).Status);
    }

    [Fact]
    public async Task After_sending_nothing_more_is_saved()
    {
        using var owner = await opened.OpenAsync();
        await owner.FillInAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SubmitAsync()).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await owner.PostAsync("del/ekonomi/spara", ("ekonomi.utfall", "9"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await owner.PostAsync("del/granska/spara", ("_forklaring.x", "9"))).Status);
        var late = await owner.SaveAsync("mal", 1, ("kommentar.text", "För sent."), ("mal.samlad", "viss-del"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("För sent.", late.Text, StringComparison.Ordinal);
        Assert.Contains("Till viss del", late.Text, StringComparison.Ordinal);
        Assert.Equal(50_000m, (await opened.AnswersAsync(owner.Report)).Number("ekonomi.utfall"));
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "ekonomi.utfall=5")]
    [InlineData("application/octet-stream", "")]
    public async Task A_body_that_is_no_form_is_refused(string type, string body)
    {
        using var owner = await opened.OpenAsync();
        foreach (var page in new[] { "del/ekonomi", "del/ekonomi/spara", "granska", "skicka-vidare", "mottagare" })
        {
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await owner.PostAsync(page, new StringContent(body, Encoding.UTF8, type))).Status);
        }

        Assert.Equal(AnswerSheet.Empty, await opened.AnswersAsync(owner.Report));
    }
}
