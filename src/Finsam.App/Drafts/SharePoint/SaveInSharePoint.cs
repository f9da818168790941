using Finsam.App.Records;
using Finsam.App.Storage;
using Finsam.Domain.Associations;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Drafts.SharePoint;

/// <summary>Saves a draft's Word file in the association's SharePoint, by the queue: Microsoft 365 may ask us to wait longer than a person does.
/// The file's name holds the draft's version, and a file that is there is never written over. So no edit is ever lost, whoever has made it and whatever
/// SharePoint itself has changed in the file; each new version of the draft is a file of its own beside the earlier; and to save twice does no harm.</summary>
public sealed partial class SaveInSharePoint(
    IRecordStore records, IDraftStore drafts, ISharePoint sharePoint, IWorkQueue queue, TimeProvider clock, ILogger<SaveInSharePoint> log)
{
    /// <summary>How many times it is tried by itself.</summary>
    public const int MostTries = 6;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Asks for it.</summary>
    /// <returns>False when there is no such draft, or no place to save it in.</returns>
    public async Task<bool> RequestAsync(DraftKey key, CancellationToken cancellation)
    {
        if (await PlaceAsync(key, cancellation) is null)
        {
            return false;
        }

        while (await drafts.FindAsync(key, cancellation) is { Value: { State: DraftState.Ready, File: not null } draft } stored)
        {
            var saving = new DraftSaving
            {
                Round = (draft.Saving?.Round ?? 0) + 1,
                State = DraftSavingState.Requested,
                Since = clock.GetUtcNow(),
                Address = draft.Saving?.Address,
            };
            if (await drafts.UpdateAsync(stored, draft with { Saving = saving }, cancellation))
            {
                await queue.SaveDraftAsync(new SaveDraftMessage(key, saving.Round, 1), TimeSpan.Zero, cancellation);
                return true;
            }
        }

        return false;
    }

    /// <summary>Does it, if it is still to be done.</summary>
    public async Task HandleAsync(SaveDraftMessage message, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(message.Draft, cancellation) is not { Value: { File: { } file, Saving: { State: DraftSavingState.Requested } saving } } stored
            || saving.Round != message.Round)
        {
            return;
        }

        var (done, wait) = await TryAsync(message, stored.Value, saving, file, cancellation);
        if (await drafts.UpdateAsync(stored, stored.Value with { Saving = done }, cancellation) && wait is { } delay)
        {
            await queue.SaveDraftAsync(message with { Try = message.Try + 1 }, delay, cancellation);
        }
    }

    private async Task<(DraftSaving Saving, TimeSpan? Wait)> TryAsync(SaveDraftMessage message, Draft draft, DraftSaving saving, string file, CancellationToken cancellation)
    {
        try
        {
            if (await PlaceAsync(message.Draft, cancellation) is not { } place)
            {
                return (saving with { State = DraftSavingState.Refused, Since = clock.GetUtcNow(), Reason = SharePointTexts.NoPlace }, null);
            }

            var content = await drafts.ReadAsync(draft, file, cancellation) ?? throw new InvalidOperationException("The draft's file is gone.");
            var saved = await sharePoint.SaveAsync(place, file, content, cancellation);
            LogSaved(message.Draft.Period.Association, message.Draft.Period.Period, message.Draft.Kind, message.Draft.Version, saved.WasThere);
            return (
                saving with
                {
                    State = saved.WasThere ? DraftSavingState.WasThere : DraftSavingState.Saved,
                    Since = clock.GetUtcNow(),
                    Address = saved.Address,
                    Reason = null,
                },
                null);
        }
        catch (SharePointException e) when (e.IsPassing && message.Try < MostTries)
        {
            LogWaits(e, message.Draft.Period.Association, message.Try);
            return (saving with { Reason = e.Message }, Wait(e.After, message.Try));
        }
        catch (SharePointException e)
        {
            LogRefused(e, message.Draft.Period.Association, message.Try);
            return (saving with { State = DraftSavingState.Refused, Since = clock.GetUtcNow(), Reason = e.Message }, null);
        }
    }

    // As long as we are asked to; otherwise twice as long each time.
    private static TimeSpan Wait(TimeSpan? asked, int tries)
    {
        var wait = asked ?? FirstWait * Math.Pow(2, tries - 1);
        return wait > LongestWait ? LongestWait : wait;
    }

    private async Task<SharePointPlace?> PlaceAsync(DraftKey key, CancellationToken cancellation) =>
        (await records.FindAsync(key.Period.Association, cancellation))?.Record.Association.Settings.SharePoint;

    [LoggerMessage(Level = LogLevel.Information, Message = "Saved {Association} {Period} {Kind} version {Version} in SharePoint; it was there before: {WasThere}")]
    private partial void LogSaved(string association, string period, string kind, int version, bool wasThere);

    [LoggerMessage(Level = LogLevel.Information, Message = "A draft of {Association} waits to be saved in SharePoint, after {Tries} tries")]
    private partial void LogWaits(Exception e, string association, int tries);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A draft of {Association} was not saved in SharePoint, after {Tries} tries")]
    private partial void LogRefused(Exception e, string association, int tries);
}
