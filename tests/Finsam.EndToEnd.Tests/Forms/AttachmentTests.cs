using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Finsam.App.Reports;
using Finsam.Domain.Answers;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>Files that go with a report.</summary>
[Collection(AllKindsInstance.Tests)]
public sealed class AttachmentTests(AllKindsInstance opened)
{
    private static readonly byte[] Pdf = "%PDF-1.7\n%%EOF"u8.ToArray();
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0];
    private static readonly byte[] Exe = "MZ\u0090\0"u8.ToArray();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_kept_as_what_its_content_says_and_downloaded_as_a_file()
    {
        using var owner = await opened.OpenAsync();
        var answered = await owner.SaveFilesAsync("bilagor", 0, [("not.text", "Utvärderingen.")], ("../Utvärdering åäö.exe", Pdf), ("bild.pdf", Png), ("rapport.zip", Word()));
        Assert.Equal(HttpStatusCode.SeeOther, answered.Status);
        var page = await owner.GetAsync("del/bilagor");
        Assert.Equal(["Utvärdering åäö.pdf (1 kB)", "bild.png (1 kB)", "rapport.docx (1 kB)"], page.Document.QuerySelectorAll(".files li > a").Select(a => a.TextContent.Replace('\u00A0', ' ')));
        Assert.Equal("Utvärderingen.", page.ValueOf("not.text"));

        foreach (var (number, type, content) in new[] { (1, "application/pdf", Pdf), (2, "image/png", Png), (3, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Word()) })
        {
            var file = await owner.GetAsync($"bilaga/bilaga.{number}");
            Assert.Equal((HttpStatusCode.OK, type, "nosniff"), (file.Status, file.MediaType, file.ContentTypeOptions));
            Assert.StartsWith("attachment;", file.Disposition, StringComparison.Ordinal);
            Assert.Equal(content, file.Body);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("bilaga/bilaga.4")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("bilaga/not.text")).Status);
        Assert.Contains("Utvärdering åäö.pdf", (await owner.GetAsync("granska")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_reports_link_cannot_fetch_it()
    {
        using var owner = await opened.OpenAsync();
        await owner.SaveFilesAsync("bilagor", 0, [], ("a.pdf", Pdf));
        using var other = await opened.OpenAsync();
        using var answer = await other.Http.GetAsync(owner.Home + "/bilaga/bilaga.1", Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("bilaga/bilaga.1")).Status);
    }

    [Fact]
    public async Task A_renamed_program_is_refused_at_the_field_and_the_rest_is_saved()
    {
        using var owner = await opened.OpenAsync();
        var refused = await owner.SaveFilesAsync("bilagor", 0, [("not.text", "Kvar.")], ("rapport.pdf", Exe), ("bra.pdf", Pdf));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var error = Assert.Single(refused.Document.QuerySelectorAll(".summary a"));
        Assert.Contains("rapport.pdf: ", error.TextContent, StringComparison.Ordinal);
        Assert.Contains("rapport.pdf: ", refused.Document.QuerySelector(error.GetAttribute("href") + "-m")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Kvar.", refused.ValueOf("not.text"));
        Assert.Equal(["bra.pdf"], Files(await opened.AnswersAsync(owner.Report)));
    }

    [Fact]
    public async Task There_are_five_files_at_most_and_the_one_too_many_is_named()
    {
        using var owner = await opened.OpenAsync();
        await owner.SaveFilesAsync("bilagor", 0, [], [.. Enumerable.Range(1, 4).Select(n => ($"{n}.pdf", Pdf))]);
        var refused = await owner.SaveFilesAsync("bilagor", 1, [], ("5.pdf", Pdf), ("6.pdf", Pdf));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var error = Assert.Single(refused.Document.QuerySelectorAll(".summary a"));
        Assert.Equal("6.pdf: det får vara högst 5 filer. Ta bort en fil först.", error.TextContent);
        Assert.Contains(error.TextContent, refused.Document.QuerySelector(error.GetAttribute("href")!)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf"], Files(await opened.AnswersAsync(owner.Report)));
    }

    [Fact]
    public async Task A_file_is_taken_away_and_another_put_in_its_place_at_once()
    {
        using var owner = await opened.OpenAsync();
        await owner.SaveFilesAsync("bilagor", 0, [], ("1.pdf", Pdf), ("2.png", Png), ("3.pdf", Pdf));
        await owner.SaveFilesAsync("bilagor", 1, [("_ta-bort.bilaga.1", "ja"), ("_ta-bort.not.text", "ja"), ("_ta-bort.ekonomi.utfall", "ja")], ("4.pdf", Pdf));
        var saved = await opened.AnswersAsync(owner.Report);
        Assert.Equal(["2.png", "3.pdf", "4.pdf"], Files(saved));
        Assert.Equal("image/png", (await owner.GetAsync("bilaga/bilaga.1")).MediaType);
    }

    [Fact]
    public async Task Files_to_no_block_or_without_content_are_nothing()
    {
        using var owner = await opened.OpenAsync();
        using var content = new MultipartFormDataContent
        {
            { new StringContent("0"), "_revision" },
            { new ByteArrayContent(Pdf), "_fil.annat", "a.pdf" },
            { new ByteArrayContent(Pdf), "bilaga.1", "b.pdf" },
            { new ByteArrayContent([]), "_fil.bilaga", "tom.pdf" },
        };
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.PostAsync("del/bilagor", content)).Status);
        await owner.SaveAsync("bilagor", 1, ("bilaga.1", "inte en fil"));
        Assert.Equal(AnswerSheet.Empty, await opened.AnswersAsync(owner.Report));
    }

    [Fact]
    public async Task A_file_over_20_MB_is_refused_and_what_was_written_is_kept()
    {
        using var owner = await opened.OpenAsync();
        var refused = await owner.SaveFilesAsync("bilagor", 0, [("not.text", "Kvar.")], ("stor.pdf", [.. Pdf, .. new byte[20 * 1024 * 1024]]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("20 MB", Assert.Single(refused.Document.QuerySelectorAll(".summary a")).TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal("Kvar.", refused.ValueOf("not.text"));
        Assert.Equal(["not.text"], (await opened.AnswersAsync(owner.Report)).Entries.Select(e => e.Key));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_than_is_taken_in_is_refused_whether_or_not_its_length_is_said(bool isChunked)
    {
        using var owner = await opened.OpenAsync();
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent("Kvar."), "not.text");
        content.Add(new ByteArrayContent(new byte[13 * 1024 * 1024]), "_fil.bilaga", "a.pdf");
        content.Add(new ByteArrayContent(new byte[13 * 1024 * 1024]), "_fil.bilaga", "b.pdf");
        using var request = new HttpRequestMessage(HttpMethod.Post, owner.Home + "/del/bilagor") { Content = content };
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.ExpectContinue = true;
        using var answer = await owner.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("för stort", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(AnswerSheet.Empty, await opened.AnswersAsync(owner.Report));
    }

    [Fact]
    public async Task Two_who_save_at_once_see_both_texts_and_the_first_ones_file()
    {
        using var one = await opened.OpenAsync();
        using var two = await opened.OpenAsync(one.Report, AllKinds.OtherOwner);
        await one.SaveFilesAsync("bilagor", 0, [("not.text", "Den enas.")], ("en.pdf", Pdf));
        var conflict = await two.SaveFilesAsync("bilagor", 0, [("not.text", "Den andras.")], ("tva.pdf", Pdf));
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(("Den andras.", "1"), (conflict.ValueOf("not.text"), conflict.ValueOf("_revision")));
        Assert.Contains("Den enas.", conflict.MessagesAt("not.text"), StringComparison.Ordinal);
        Assert.Equal(["en.pdf"], Files(await opened.AnswersAsync(one.Report)));

        Assert.Equal(HttpStatusCode.SeeOther, (await two.SaveFilesAsync("bilagor", 1, [("not.text", "Den andras.")], ("tva.pdf", Pdf))).Status);
        Assert.Equal(["en.pdf", "tva.pdf"], Files(await opened.AnswersAsync(one.Report)));
    }

    [Fact]
    public async Task A_sent_reports_files_are_those_that_were_sent()
    {
        using var owner = await opened.OpenAsync();
        await owner.FillInAsync();
        await owner.SaveFilesAsync("bilagor", 0, [], ("en.pdf", Pdf));
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SubmitAsync()).Status);
        Assert.Equal(Pdf, (await owner.GetAsync("bilaga/bilaga.1")).Body);
        Assert.Equal(HttpStatusCode.Conflict, (await owner.SaveFilesAsync("bilagor", 1, [("_ta-bort.bilaga.1", "ja")])).Status);
        var sent = await opened.Instance.Service<IReportStore>().SnapshotAsync("alla", (await opened.SavedAsync(owner.Report)).Head.Value.SnapshotHash!, Cancellation);
        Assert.Equal(["en.pdf"], Files(sent.Answers));
    }

    [Fact]
    public async Task A_form_that_is_cut_off_or_has_no_boundary_is_a_bad_request()
    {
        using var owner = await opened.OpenAsync();
        foreach (var (type, body) in new[]
        {
            ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"not.text\"\r\n\r\nkort"),
            ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"_fil.bilaga\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7"),
            ("multipart/form-data; boundary=x", "--x\r\nutan huvud"),
            ("multipart/form-data", "--x--"),
            ("application/x-www-form-urlencoded", "not.text=a%00b"),
        })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            Assert.Equal((body, HttpStatusCode.BadRequest), (body, (await owner.PostAsync("del/bilagor", content)).Status));
        }

        Assert.Equal(AnswerSheet.Empty, await opened.AnswersAsync(owner.Report));
    }

    private static string[] Files(AnswerSheet answers) => [.. answers.Entries.Select(e => e.Value).OfType<Answer.File>().Select(f => f.Name)];

    private static byte[] Word()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "[Content_Types].xml", "word/document.xml" })
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var content = entry.Open();
                content.Write("<x/>"u8);
            }
        }

        return bytes.ToArray();
    }
}
