using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Finsam.Adapters.Mail;
using Finsam.Adapters.Mail.SendGrid;
using Finsam.App.Reminders;
using Finsam.App.Reminders.Deliveries;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Finsam.Adapters.Tests.Mail.SendGrid;

/// <summary>Only what SendGrid has signed is read, and only what is told of our mails is kept.</summary>
public sealed class SendGridEventsTests
{
    // A published example: signed with a key that is not ours.
    internal const string PublicKey =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEDr2LjtURuePQzplybdC+u4CwrqDqBaWjcMMsTbhdbcwHBcepxo7yAQGhHPTnlvFYPAZFceEu/1FwCM/QmGUhA==";

    private const string PublicSignature = "MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH2j/0=";
    private const long PublicTimestamp = 1588788367;
    private const string PublicBody = """{"category":"example_payload","event":"test_event","message_id":"message_id"}""";

    private static readonly MailKey Key = new MailKey(new ReportKey("gavleborg", "2023-helar", "hofors"), "inbjudan", "ekonom").Masked();
    private static readonly ECDsa Signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly DateTimeOffset Now = new(2024, 1, 8, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_published_example_is_genuine() => Assert.NotNull(ReadPublic(PublicKey, PublicSignature, PublicBody));

    [Theory]
    [InlineData("""{"category":"example_payload","event":"test_event","message_id":"message_ie"}""")]
    [InlineData(PublicBody + "\n")]
    [InlineData("")]
    public void One_byte_changed_is_not(string body) => Assert.Null(ReadPublic(PublicKey, PublicSignature, body));

    [Theory]
    [InlineData("")]
    [InlineData("MEUC")]
    [InlineData("ej base64")]
    [InlineData("MAYCAQECAQE=")]
    public void Another_signature_is_not(string signature) => Assert.Null(ReadPublic(PublicKey, signature, PublicBody));

    [Fact]
    public void Without_a_key_nothing_is() => Assert.Null(ReadPublic("", PublicSignature, PublicBody));

    [Fact]
    public void While_the_key_is_changed_both_hold()
    {
        var ours = Convert.ToBase64String(Signer.ExportSubjectPublicKeyInfo());
        Assert.NotNull(ReadPublic(ours + ";" + PublicKey, PublicSignature, PublicBody));
        Assert.NotNull(ReadPublic(PublicKey + "; " + ours, PublicSignature, PublicBody));
        Assert.Null(ReadPublic(ours, PublicSignature, PublicBody));
    }

    [Theory]
    [InlineData(47 * 60, true)]
    [InlineData(49 * 60, false)]
    [InlineData(-9, true)]
    [InlineData(-11, false)]
    public void It_must_have_been_signed_in_the_last_two_days(int minutesAgo, bool genuine) =>
        Assert.Equal(genuine, Read(Signed("[]", Now.AddMinutes(-minutesAgo).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))) is not null);

    [Theory]
    [InlineData("")]
    [InlineData("nu")]
    [InlineData("-1")]
    [InlineData(" 1704697200")]
    [InlineData("99999999999999999999")]
    public void When_must_be_a_number(string timestamp) => Assert.Null(Read(Signed("[]", timestamp)));

    [Fact]
    public void Each_kind_of_event_is_understood()
    {
        var told = Read(Signed($$"""
            [
              {"email":"e@example.org","timestamp":1704697100,"event":"processed","sg_event_id":"1","finsam_mail":"{{Key}}"},
              {"email":"e@example.org","timestamp":1704697101,"event":"deferred","response":"400 try again later","attempt":"5","sg_event_id":"2","finsam_mail":"{{Key}}"},
              {"email":"e@example.org","timestamp":1704697102,"event":"delivered","response":"250 OK","sg_event_id":"3","finsam_mail":"{{Key}}"},
              {"email":"e@example.org","timestamp":1704697103,"event":"bounce","type":"bounce","reason":"550 no such user","status":"5.1.1","sg_event_id":"4","finsam_mail":"{{Key}}"},
              {"email":"e@example.org","timestamp":1704697104,"event":"bounce","type":"blocked","reason":"550 listed","sg_event_id":"5","finsam_mail":"{{Key}}"},
              {"email":"e@example.org","timestamp":1704697105,"event":"dropped","reason":"Bounced Address","sg_event_id":"6","finsam_mail":"{{Key}}"},
              {"email":"e@example.org","timestamp":1704697106,"event":"spamreport","sg_event_id":"7","finsam_mail":"{{Key}}"},
              {"email":"e@example.org","timestamp":1704697107,"event":"open","sg_event_id":"8","finsam_mail":"{{Key}}"},
              {"email":"e@example.org","timestamp":1704697108,"event":"click","url":"https://example.org","sg_event_id":"9","finsam_mail":"{{Key}}"},
              {"email":"e@example.org","timestamp":1704697109,"event":"group_unsubscribe","sg_event_id":"10","finsam_mail":"{{Key}}"}
            ]
            """));
        MailEvent[] expected =
        [
            new(Key, At(1704697100)),
            new(Key, At(1704697101), DeliveryKind.Deferred, "400 try again later"),
            new(Key, At(1704697102), DeliveryKind.Delivered),
            new(Key, At(1704697103), DeliveryKind.Bounced, "550 no such user"),
            new(Key, At(1704697104), DeliveryKind.Blocked, "550 listed"),
            new(Key, At(1704697105), DeliveryKind.Blocked, "Bounced Address"),
            new(Key, At(1704697106), DeliveryKind.Reported),
        ];
        Assert.Equal(expected, told!.Value);
    }

    [Theory]
    [InlineData("""[{"email":"e@example.org","timestamp":1704697100,"event":"bounce"}]""")]
    [InlineData("""[{"timestamp":1704697100,"event":"bounce","finsam_mail":"någon annans"}]""")]
    [InlineData("""[{"timestamp":1704697100,"event":"bounce","finsam_mail":"a.b.c.d"}]""")]
    [InlineData("""[{"timestamp":1704697100,"event":"bounce","finsam_mail":7}]""")]
    [InlineData("""[{"timestamp":"i går","event":"bounce","finsam_mail":"a.b.c.d.e"}]""")]
    [InlineData("""[{"timestamp":99999999999999,"event":"bounce","finsam_mail":"a.b.c.d.e"}]""")]
    [InlineData("""[{"event":"bounce","finsam_mail":"a.b.c.d.e"}]""")]
    [InlineData("""[null,1,"bounce",[]]""")]
    [InlineData("""{"event":"bounce","timestamp":1704697100,"finsam_mail":"a.b.c.d.e"}""")]
    [InlineData("bounce")]
    [InlineData("")]
    public void What_is_not_about_a_mail_of_ours_is_passed_over(string body) => Assert.Empty(Read(Signed(body))!.Value);

    [Fact]
    public void Bytes_that_are_no_text_lose_only_the_words()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes($$"""[{"timestamp":1704697103,"event":"bounce","finsam_mail":"{{Key}}","reason":"550 """), 0xE5, .. "\"}]"u8];
        Assert.Equal(new MailEvent(Key, At(1704697103), DeliveryKind.Bounced), Assert.Single(Read(Signed(body))!.Value));
    }

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    private static (IHeaderDictionary Headers, byte[] Body) Signed(string body, string? timestamp = null) => Signed(Encoding.UTF8.GetBytes(body), timestamp);

    private static (IHeaderDictionary Headers, byte[] Body) Signed(byte[] body, string? timestamp = null)
    {
        timestamp ??= Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Signer.SignData([.. Encoding.UTF8.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return (Headers(Convert.ToBase64String(signature), timestamp), body);
    }

    private static ImmutableArray<MailEvent>? Read((IHeaderDictionary Headers, byte[] Body) request) =>
        Events(Convert.ToBase64String(Signer.ExportSubjectPublicKeyInfo()), Now).Read(request.Headers, request.Body);

    private static ImmutableArray<MailEvent>? ReadPublic(string keys, string signature, string body) => Events(keys, At(PublicTimestamp).AddMinutes(3))
        .Read(Headers(signature, PublicTimestamp.ToString(CultureInfo.InvariantCulture)), Encoding.UTF8.GetBytes(body));

    private static HeaderDictionary Headers(string signature, string timestamp) => new()
    {
        [SendGridEvents.SignatureHeader] = signature,
        [SendGridEvents.TimestampHeader] = timestamp,
    };

    private static SendGridEvents Events(string keys, DateTimeOffset now) => new(
        Options.Create(new MailSettings { SendGrid = new SendGridSettings { WebhookKey = keys } }), new FakeTimeProvider(now), NullLogger<SendGridEvents>.Instance);
}
