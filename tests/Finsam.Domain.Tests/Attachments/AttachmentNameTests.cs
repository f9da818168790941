using System.Globalization;
using System.Text;
using CsCheck;
using Finsam.Domain.Attachments;

namespace Finsam.Domain.Tests.Attachments;

public sealed class AttachmentNameTests
{
    private static readonly AttachmentType.Accepted Pdf = new("application/pdf", ".pdf", "PDF");
    private static readonly AttachmentType.Accepted Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", "Word-dokument");

    [Theory]
    [InlineData("Årsrapport 2023 – Kärnhuset.pdf", "Årsrapport 2023 Kärnhuset.pdf")]
    [InlineData("rapport (1).PDF", "rapport 1.pdf")]
    [InlineData("Bokslut_2023-12-31.pdf", "Bokslut_2023-12-31.pdf")]
    [InlineData("möte 2023.08", "möte 2023.08.pdf")]
    [InlineData("Hofors m.fl.pdf", "Hofors m.fl.pdf")]
    [InlineData("rapport", "rapport.pdf")]
    public void A_name_is_kept_as_far_as_it_is_safe(string given, string safe) => Assert.Equal(safe, AttachmentName.Of(given, Pdf));

    [Theory]
    [InlineData("rapport.exe", "rapport.pdf")]
    [InlineData("rapport.pdf.exe", "rapport.pdf")]
    [InlineData("rapport.docx", "rapport.pdf")]
    [InlineData("rapport.pdf .exe. ", "rapport.pdf")]
    public void The_extension_is_what_the_file_is(string given, string safe) => Assert.Equal(safe, AttachmentName.Of(given, Pdf));

    [Fact]
    public void Another_kind_has_another_extension() => Assert.Equal("rapport.docx", AttachmentName.Of("rapport.pdf", Word));

    [Theory]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Users\\anna\\rapport.pdf", "rapport.pdf")]
    [InlineData("/rapport.pdf/", "bilaga.pdf")]
    [InlineData("..", "bilaga.pdf")]
    [InlineData(".htaccess", "htaccess.pdf")]
    [InlineData("-rf", "rf.pdf")]
    public void Folders_and_leading_points_and_hyphens_are_no_part_of_it(string given, string safe) => Assert.Equal(safe, AttachmentName.Of(given, Pdf));

    [Theory]
    [InlineData("rapport\u202Efdp.exe", "rapportfdp.pdf")]
    [InlineData("rap\u2066p\u2069ort\u200B\uFEFF.pdf", "rapport.pdf")]
    [InlineData("rap\0port\r\n.pdf", "rapport.pdf")]
    [InlineData("a\"; filename=\"b.exe", "a filename b.pdf")]
    [InlineData("<img src=x>.pdf", "img src x.pdf")]
    [InlineData("50 % av 3:e* |?.pdf", "50 av 3 e.pdf")]
    [InlineData("\uD83D\uDCA9 rapport \uD83D.pdf", "rapport.pdf")]
    public void What_could_deceive_a_reader_or_a_program_goes(string given, string safe) => Assert.Equal(safe, AttachmentName.Of(given, Pdf));

    [Theory]
    [InlineData("CON", "bilaga-CON.pdf")]
    [InlineData("nul.pdf", "bilaga-nul.pdf")]
    [InlineData("com1.rapport.pdf", "bilaga-com1.rapport.pdf")]
    [InlineData("LPT9 .x", "bilaga-LPT9 .x.pdf")]
    [InlineData("konto.pdf", "konto.pdf")]
    public void A_name_that_Windows_keeps_for_a_device_is_not_used(string given, string safe) => Assert.Equal(safe, AttachmentName.Of(given, Pdf));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(".pdf")]
    [InlineData("???.pdf")]
    public void A_file_without_a_name_is_called_bilaga(string? given) => Assert.Equal("bilaga.pdf", AttachmentName.Of(given, Pdf));

    [Fact]
    public void A_long_name_is_cut_between_letters_and_keeps_its_extension()
    {
        Assert.Equal(new string('å', 96) + ".pdf", AttachmentName.Of(new string('å', 300) + ".pdf", Pdf));
        Assert.Equal(new string('a', 94) + ".pdf", AttachmentName.Of(new string('a', 94) + " .bcd.pdf", Pdf));
        Assert.Equal(new string('a', 95) + ".pdf", AttachmentName.Of(new string('a', 95) + "x\u0323\u0323\u0323.pdf", Pdf));
    }

    [Fact]
    public void Any_name_becomes_a_safe_one_which_is_safe_already() =>
        Gen.OneOf(Gen.String, Gen.Char.Array[0, 200].Select(c => new string(c)), Gen.String[Gen.Char["conaux1./\\- \u202E\u0301\uD83D\uDCA9åxe"], 0, 150])
            .Sample(given =>
            {
                var safe = AttachmentName.Of(given, Pdf);

                Assert.InRange(safe.Length, 5, AttachmentName.LongestName);
                Assert.EndsWith(".pdf", safe, StringComparison.Ordinal);
                Assert.False(safe[0] is '.' or '-' or ' ');
                Assert.All(safe.EnumerateRunes(), r => Assert.False(Rune.IsControl(r) || Rune.IsSymbol(r) || Rune.GetUnicodeCategory(r) == UnicodeCategory.Format));
                Assert.DoesNotContain('/', safe);
                Assert.DoesNotContain('\\', safe);
                Assert.Equal(safe, AttachmentName.Of(safe, Pdf));
            }, iter: 20_000);
}
