using CsCheck;
using Finsam.App.Reminders;
using Finsam.App.Reminders.Deliveries;
using Finsam.Domain.Reports;

namespace Finsam.App.Tests.Reminders;

/// <summary>What is told of a mail comes out the same whatever order it is told in.</summary>
public sealed class MailEventTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 8, 7, 0, 0, TimeSpan.Zero);
    private static readonly MailKey Key = new(new ReportKey("gavleborg", "2023-helar", "hofors"), "inbjudan", "ekonom");

    // Every time another second, since two of one kind in the same second differ in nothing but their words.
    private static readonly Gen<MailEvent[]> Told = Gen.Int[-1, 4].Array[0, 8].Select(kinds => kinds.Select((kind, i) =>
        kind < 0 ? new MailEvent(Key, Start.AddSeconds(i)) : new MailEvent(Key, Start.AddSeconds(i), (DeliveryKind)kind, $"nr {i}")).ToArray());

    [Fact]
    public void The_order_does_not_matter() => Told.SelectMany(told => Gen.Shuffle(told.ToArray()).Select(other => (told, other)))
        .Sample(x => After(x.told).Delivery == After(x.other).Delivery && After(x.told).State == After(x.other).State);

    [Fact]
    public void Nor_does_how_many_times_each_comes() => Told.Sample(told => After(told) == After([.. told, .. told]));

    [Theory]
    [InlineData(DeliveryKind.Delivered, DeliveryKind.Deferred, DeliveryKind.Delivered)]
    [InlineData(DeliveryKind.Deferred, DeliveryKind.Delivered, DeliveryKind.Delivered)]
    [InlineData(DeliveryKind.Delivered, DeliveryKind.Reported, DeliveryKind.Reported)]
    [InlineData(DeliveryKind.Bounced, DeliveryKind.Delivered, DeliveryKind.Bounced)]
    [InlineData(DeliveryKind.Bounced, DeliveryKind.Blocked, DeliveryKind.Bounced)]
    public void What_is_worse_is_kept(DeliveryKind first, DeliveryKind then, DeliveryKind kept) =>
        Assert.Equal(kept, After([new MailEvent(Key, Start, first), new MailEvent(Key, Start.AddSeconds(1), then)]).Delivery!.Kind);

    [Fact]
    public void Of_two_of_a_kind_the_earlier_stays()
    {
        var late = new MailEvent(Key, Start.AddHours(2), DeliveryKind.Deferred, "451 later");
        var early = new MailEvent(Key, Start, DeliveryKind.Deferred, "451 first");
        Assert.Equal(new Delivery(DeliveryKind.Deferred, Start, "451 first"), After([late, early]).Delivery);
        Assert.Equal(new Delivery(DeliveryKind.Deferred, Start, "451 first"), After([early, late]).Delivery);
    }

    [Theory]
    [InlineData(MailState.Sending)]
    [InlineData(MailState.Uncertain)]
    [InlineData(MailState.Queued)]
    [InlineData(MailState.Failed)]
    public void Whatever_is_told_proves_that_the_mail_went_out(MailState state)
    {
        var sent = new MailEvent(Key, Start).ToldOf(Mail(state) with { Reason = "Osäkert.", NotBefore = Start.AddHours(1) });
        Assert.Equal((MailState.Sent, Start, null, null, null), (sent.State, sent.Since, sent.Reason, sent.NotBefore, sent.Delivery));
    }

    [Fact]
    public void A_mail_that_was_sent_has_been_so_since_then()
    {
        var mail = Mail(MailState.Sent);
        Assert.Equal(mail, new MailEvent(Key, Start.AddDays(1)).ToldOf(mail));
        Assert.Equal(mail.Since, new MailEvent(Key, Start.AddDays(1), DeliveryKind.Bounced).ToldOf(mail).Since);
    }

    [Fact]
    public void What_a_server_said_is_kept_without_addresses() =>
        Assert.Equal("550 <…> unknown", After([new MailEvent(Key, Start, DeliveryKind.Bounced, "550 <anna@hofors.se> unknown")]).Delivery!.Reason);

    private static OutgoingMail After(MailEvent[] told) => told.Aggregate(Mail(MailState.Sent), (mail, one) => one.ToldOf(mail));

    private static OutgoingMail Mail(MailState state) => new() { Key = Key, State = state, Since = Start.AddMinutes(-5) };
}
