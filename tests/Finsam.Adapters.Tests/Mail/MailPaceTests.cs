using Finsam.Adapters.Mail;
using Finsam.Adapters.Tables;
using Finsam.App.Reminders;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Finsam.Adapters.Tests.Mail;

/// <summary>A mail that has its turn and waits for it, while the provider says something to another instance.</summary>
public sealed class MailPaceTests(AzuriteStorage storage) : IClassFixture<AzuriteStorage>
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(3);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 1, 8, 7, 0, 0, TimeSpan.Zero));
    private readonly string _mailbox = $"{Guid.NewGuid():N}@example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_whose_turn_comes_while_the_mailbox_is_held_waits_on()
    {
        var (one, other) = (Pace(), Pace());
        Assert.Equal(TimeSpan.Zero, (await one.TakeAsync(_mailbox, Cancellation)).Wait);
        var waiting = other.WaitAsync(_mailbox, await other.TakeAsync(_mailbox, Cancellation), Cancellation);
        await one.HoldAsync(_mailbox, TimeSpan.FromSeconds(30), Cancellation);

        var begun = _clock.GetUtcNow();
        await AdvanceUntilAsync(waiting);
        Assert.True((await waiting).IsTaken);
        Assert.InRange(_clock.GetUtcNow() - begun, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(35));
    }

    [Fact]
    public async Task A_mail_whose_turn_comes_when_the_hold_is_over_keeps_it()
    {
        var pace = Pace();
        await pace.TakeAsync(_mailbox, Cancellation);
        var waiting = pace.WaitAsync(_mailbox, await pace.TakeAsync(_mailbox, Cancellation), Cancellation);
        await pace.HoldAsync(_mailbox, TimeSpan.FromSeconds(2), Cancellation);

        var begun = _clock.GetUtcNow();
        await AdvanceUntilAsync(waiting);
        Assert.InRange(_clock.GetUtcNow() - begun, Spacing, Spacing + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_mail_that_waits_does_not_knock_where_another_was_not_let_in()
    {
        var (one, other) = (Pace(), Pace());
        await one.TakeAsync(_mailbox, Cancellation);
        var waiting = other.WaitAsync(_mailbox, await other.TakeAsync(_mailbox, Cancellation), Cancellation);
        await one.StopAsync(_mailbox, "Be IT om hjälp.", Cancellation);

        await AdvanceUntilAsync(waiting);
        var turn = await waiting;
        Assert.False(turn.IsTaken);
        Assert.InRange(turn.Wait, TimeSpan.FromMinutes(59), MailPace.BetweenKnocks);
    }

    private async Task AdvanceUntilAsync(Task done)
    {
        for (var seconds = 0; !done.IsCompleted && seconds < 100; seconds++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));

            // What the mail does between two waits is real: it asks the storage.
            await Task.WhenAny(done, Task.Delay(300, Cancellation));
        }
    }

    private MailPace Pace() => new(
        new TableMailboxes(storage.Account, storage.Documents), new SmtpSender(Options.Create(new MailSettings { Spacing = Spacing })), _clock, NullLogger<MailPace>.Instance);
}
