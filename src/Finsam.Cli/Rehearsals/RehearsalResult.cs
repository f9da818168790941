using System.Collections.Immutable;
using Finsam.App.Reminders;

namespace Finsam.Cli.Rehearsals;

/// <summary>What came of a rehearsal.</summary>
internal sealed record RehearsalResult
{
    /// <summary>How many mails ought to go out.</summary>
    public required int Planned { get; init; }

    /// <summary>How many of them came, once each, and are said to have gone.</summary>
    public required int Delivered { get; init; }

    /// <summary>How many are said to be uncertain.</summary>
    public required int Uncertain { get; init; }

    /// <summary>How many of the uncertain ones came.</summary>
    public required int UncertainDelivered { get; init; }

    /// <summary>How many the mail server refused for good, and are said to have failed.</summary>
    public required int Refused { get; init; }

    /// <summary>The mails that came more than once.</summary>
    public required ImmutableArray<string> Doubles { get; init; }

    /// <summary>The mails that did not come, and are not said to be in doubt.</summary>
    public required ImmutableArray<string> Lost { get; init; }

    /// <summary>What is otherwise wrong: mail that ought not to be, mail to the wrong address, something said that is not so.</summary>
    public required ImmutableArray<string> Wrong { get; init; }

    /// <summary>True when nothing is wrong.</summary>
    public bool IsGood => Doubles.IsEmpty && Lost.IsEmpty && Wrong.IsEmpty;

    /// <summary>Compares what came with what ought to come.</summary>
    /// <param name="expected">The mails that ought to come, each with who gets it.</param>
    /// <param name="said">What the product says of its mails.</param>
    /// <param name="arrivals">What the server took: to whom, and the Message-ID.</param>
    /// <param name="isRefused">Whether the server has refused mail to an address for good.</param>
    /// <param name="doubtful">How many mails may at most be uncertain: as many as there were kills and cut connections.</param>
    public static RehearsalResult Of(
        IReadOnlyDictionary<MailKey, StoryContact> expected, IReadOnlyDictionary<MailKey, MailState> said, IEnumerable<(string To, string MessageId)> arrivals,
        Func<string, bool> isRefused, int doubtful)
    {
        var came = arrivals.ToLookup(a => MailId.In(a.MessageId) ?? "", a => a.To, StringComparer.Ordinal);
        var known = expected.Keys.ToDictionary(MailId.Of, StringComparer.Ordinal);
        var mails = expected.Select(e => (e.Key, e.Value.Address, Came: came[MailId.Of(e.Key)].Count(), Said: said.TryGetValue(e.Key, out var state) ? state : (MailState?)null)).ToArray();
        var uncertain = mails.Count(m => m.Said == MailState.Uncertain);
        bool IsRefused((MailKey, string Address, int Came, MailState? Said) mail) => mail.Said == MailState.Failed && mail.Came == 0 && isRefused(mail.Address);
        return new RehearsalResult
        {
            Planned = expected.Count,
            Delivered = mails.Count(m => m is { Came: 1, Said: MailState.Sent }),
            Uncertain = uncertain,
            UncertainDelivered = mails.Count(m => m is { Came: 1, Said: MailState.Uncertain }),
            Refused = mails.Count(IsRefused),
            Doubles = [.. mails.Where(m => m.Came > 1).Select(m => $"{m.Key} × {m.Came}")],
            Lost = [.. mails.Where(m => m.Came == 0 && m.Said != MailState.Uncertain && !IsRefused(m)).Select(m => $"{m.Key}: {m.Said}")],
            Wrong =
            [
                .. mails.Where(m => m.Came == 1 && m.Said is not (MailState.Sent or MailState.Uncertain)).Select(m => $"{m.Key}: {m.Said}"),
                .. said.Keys.Where(k => !expected.ContainsKey(k)).Select(k => $"{k}: {said[k]}"),
                .. came.Where(a => !known.ContainsKey(a.Key)).Select(a => a.Key),
                .. came.Where(a => known.TryGetValue(a.Key, out var key) && a.Any(to => to != expected[key].Address)).Select(a => $"{known[a.Key]} → {string.Join(", ", a)}"),
                .. uncertain > doubtful ? [$"{uncertain} > {doubtful}"] : Array.Empty<string>(),
            ],
        };
    }
}
