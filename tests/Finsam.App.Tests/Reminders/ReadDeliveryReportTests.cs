using Finsam.App.Reminders;
using Finsam.Domain.Reports;

namespace Finsam.App.Tests.Reminders;

public sealed class ReadDeliveryReportTests
{
    private static readonly DateTimeOffset Now = new(2024, 1, 8, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("failed", "5.1.1", DeliveryKind.Bounced)]
    [InlineData("failed", "5.1.10", DeliveryKind.Bounced)]
    [InlineData("failed", "5.2.2", DeliveryKind.Bounced)]
    [InlineData("failed", "4.4.7", DeliveryKind.Bounced)]
    [InlineData("failed", null, DeliveryKind.Bounced)]
    [InlineData("Failed", "5.7.1", DeliveryKind.Blocked)]
    [InlineData("failed", "5.7.705", DeliveryKind.Blocked)]
    [InlineData("delayed", "4.4.1", DeliveryKind.Deferred)]
    [InlineData("delayed", "5.7.1", DeliveryKind.Deferred)]
    [InlineData("delivered", "2.1.5", DeliveryKind.Delivered)]
    [InlineData(null, "5.1.1", DeliveryKind.Bounced)]
    [InlineData(null, "5.7.1", DeliveryKind.Blocked)]
    [InlineData(null, "4.2.2", DeliveryKind.Deferred)]
    public void The_servers_action_and_status_tell_what_became_of_the_mail(string? action, string? status, DeliveryKind kind) =>
        Assert.Equal(kind, Report(action, status).ToDelivery()!.Kind);

    [Theory]
    [InlineData("relayed", "2.0.0")]
    [InlineData("expanded", "2.0.0")]
    [InlineData(null, null)]
    public void A_report_that_the_mail_went_on_its_way_tells_nothing(string? action, string? status) => Assert.Null(Report(action, status).ToDelivery());

    [Theory]
    [InlineData("smtp; 550 5.1.1 <anna.berg@hofors.example.org>: Recipient address rejected", "550 5.1.1 …: Recipient address rejected")]
    [InlineData("smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient anna@hofors.example.org not found by SMTP address lookup",
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient … not found by SMTP address lookup")]
    [InlineData("X-Postfix; host mx[192.0.2.1] said:\r\n   552 Mailbox full (in reply to RCPT)", "host mx[192.0.2.1] said: 552 Mailbox full (in reply to RCPT)")]
    [InlineData(null, "5.1.1")]
    [InlineData("  ", "5.1.1")]
    public void The_reason_is_what_the_server_said_without_addresses(string? said, string reason) =>
        Assert.Equal(reason, (Report("failed", "5.1.1") with { Diagnostic = said }).ToDelivery()!.Reason);

    [Fact]
    public void A_server_that_says_much_is_cut_short()
    {
        var reason = (Report("failed", "5.1.1") with { Diagnostic = "smtp; " + new string('x', 5000) }).ToDelivery()!.Reason!;
        Assert.Equal(200, reason.Length);
        Assert.EndsWith("…", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mails_id_is_known_again_and_nobody_elses_is_taken_for_it()
    {
        var key = new MailKey(new ReportKey("gavleborg", "2023-helar", "hofors"), "inbjudan", "ekonom");
        Assert.Equal(MailId.Of(key), MailId.In($"<{MailId.Of(key)}@gavleborg.example.org>"));
        Assert.NotEqual(MailId.Of(key), MailId.Of(key with { Contact = "annan" }));
        Assert.Null(MailId.In("<AM9PR01MB1234567890ABCDEF@AM9PR01MB1234.eurprd01.prod.exchangelabs.com>"));
        Assert.Null(MailId.In(""));
    }

    private static DeliveryReport Report(string? action, string? status) => new() { MessageIds = [], At = Now, Action = action, Status = status };
}
