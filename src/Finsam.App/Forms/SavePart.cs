using System.Globalization;
using Finsam.App.Reports;
using Finsam.Domain.Answers;
using Finsam.Domain.Attachments;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms;

/// <summary>Saves one part. What can be read is saved; what cannot is shown again as it was written. Nobody's answers are written over unseen.</summary>
public sealed class SavePart(LoadForm load, IReportStore reports, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Saves a part that was sent in whole.</summary>
    /// <param name="key">The report.</param>
    /// <param name="partId">The part.</param>
    /// <param name="entry">What was written.</param>
    /// <param name="who">The contact whose link was used.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SaveOutcome> HandleAsync(ReportKey key, string partId, PartEntry entry, string who, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await load.HandleAsync(key, who, cancellation) is not { } form || form.Parts.FirstOrDefault(p => p.Id == partId) is not { } part)
            {
                return new SaveOutcome.Unknown();
            }

            if (form.Report.IsSent || !form.Report.IsOpenAt(clock.GetUtcNow()))
            {
                return new SaveOutcome.AlreadySent(form);
            }

            var before = form.Saved.Parts.GetValueOrDefault(partId);
            var stored = before?.Answers ?? AnswerSheet.Empty;
            var fields = part.FieldsFor(form.Initiative).ToArray();
            var read = ReadPart.From(form, fields, entry, stored);
            var page = new PartPageModel
            {
                Form = form,
                Part = part,
                Revision = before?.Revision ?? 0,
                Written = Shown(fields, entry, read.Answers),
                Errors = read.Errors,
                Asked = read.Asked,
            };
            if (before is not null && before.Revision != entry.Revision && !stored.Equals(read.Answers))
            {
                return new SaveOutcome.Conflict(page with { Theirs = before });
            }

            var (answers, refused) = await WithFilesAsync(form, part, entry, read.Answers, cancellation);
            var errors = read.Errors.AddRange(refused);
            var unchanged = before is not null && stored.Equals(answers);
            if (unchanged || await StoreAsync(form, partId, answers, before, who, cancellation))
            {
                return errors.IsEmpty
                    ? new SaveOutcome.Saved(form)
                    : new SaveOutcome.Refused(page with
                    {
                        Form = form with { Answers = form.Template.WithSums(form.Initiative, form.Answers.With(answers)) },
                        Revision = (before?.Revision ?? 0) + (unchanged ? 0 : 1),
                        Errors = errors,
                    });
            }

            // The head or the part changed between reading and writing: look again, and save over what is there now.
        }

        return new SaveOutcome.Busy();
    }

    /// <summary>Saves the fields that have changed since they were shown, as a script sends them while one writes. A field that somebody else has changed
    /// meanwhile is not saved; both values are told.</summary>
    /// <param name="key">The report.</param>
    /// <param name="partId">The part; <see cref="FormView.ReviewPart"/> for the explanations of warnings.</param>
    /// <param name="entry">The changed fields, each also as it was shown.</param>
    /// <param name="who">The contact whose link was used.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<AutoSaveOutcome> ChangesAsync(ReportKey key, string partId, PartEntry entry, string who, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await load.HandleAsync(key, who, cancellation) is not { } form || form.FieldsOf(partId) is not { } fields)
            {
                return new AutoSaveOutcome.Unknown();
            }

            if (form.Report.IsSent || !form.Report.IsOpenAt(clock.GetUtcNow()))
            {
                return new AutoSaveOutcome.AlreadySent();
            }

            var before = form.Saved.Parts.GetValueOrDefault(partId);
            var stored = before?.Answers ?? AnswerSheet.Empty;
            var changed = fields.Where(f => entry.Written.ContainsKey(f.Key)).ToArray();
            var conflicts = before is null ? [] : changed.Where(f => IsChangedMeanwhile(f, entry, stored, before.Revision)).ToArray();
            var read = ReadPart.From(form, changed.Except(conflicts).ToArray(), entry, stored);
            if (stored.Equals(read.Answers) || await StoreAsync(form, partId, read.Answers, before, who, cancellation))
            {
                var revision = (before?.Revision ?? 0) + (stored.Equals(read.Answers) ? 0 : 1);
                var after = form with { Answers = form.Template.WithSums(form.Initiative, form.Saved.Answers.With(read.Answers)) };
                return new AutoSaveOutcome.Saved(after, revision, clock.GetUtcNow())
                {
                    Errors = read.Errors,
                    Asked = read.Asked,
                    Conflicts = [.. conflicts.Select(f => (f.Key, PartPageModel.Entry(f, stored[f.Key])))],
                    By = conflicts.Length == 0 ? null : form.ContactName(before!.SavedBy),
                    Theirs = before is null || before.Revision == entry.Revision
                        ? []
                        : [.. fields.Except(changed).Where(f => f.Kind != FieldKind.File).Select(f => (f.Key, PartPageModel.Entry(f, stored[f.Key])))],
                };
            }
        }

        return new AutoSaveOutcome.Busy();
    }

    // What is stored is neither what the writer saw nor what they now want. What could not be read was never stored: to show it again is no change of
    // somebody else's, as long as nobody has saved the part since.
    private static bool IsChangedMeanwhile(Field field, PartEntry entry, AnswerSheet stored, int revision) =>
        entry.Written.TryGetValue(PartEntry.ShownPrefix + field.Key, out var shown)
        && (FieldEntry.Read(field, shown) is FieldEntry.Accepted(var seen) ? !Equals(seen, stored[field.Key]) : revision != entry.Revision && stored[field.Key] is not null)
        && !(FieldEntry.Read(field, entry.Written[field.Key]) is FieldEntry.Accepted(var wanted) && Equals(wanted, stored[field.Key]));

    // What was written, with the blanks that a button has filled in: shown again blank, they would be blanked by the next save.
    private static Dictionary<string, string> Shown(IEnumerable<Field> fields, PartEntry entry, AnswerSheet answers)
    {
        var shown = entry.Written.ToDictionary(StringComparer.Ordinal);
        foreach (var field in fields.Where(f => f.IsNumber && answers[f.Key] is not null && shown.TryGetValue(f.Key, out var written) && string.IsNullOrWhiteSpace(written)))
        {
            shown[field.Key] = PartPageModel.Entry(field, answers[field.Key]);
        }

        return shown;
    }

    // The files that are left are numbered from 1 again, so that the first place is empty only when there is none.
    private static AnswerSheet Renumbered(IEnumerable<Field> places, AnswerSheet answers)
    {
        var all = places.Select(f => f.Key).ToArray();
        var files = all.Select(key => answers[key]).OfType<Answer.File>().ToArray();
        return all.Index().Aggregate(answers, (sheet, place) => sheet.With(place.Item, place.Index < files.Length ? files[place.Index] : null));
    }

    private async Task<(AnswerSheet Answers, Finding[] Refused)> WithFilesAsync(
        FormView form, FormPart part, PartEntry entry, AnswerSheet answers, CancellationToken cancellation)
    {
        var refused = new List<Finding>();
        answers = part.Blocks.OfType<AttachmentBlock>().Aggregate(answers, (sheet, block) => Renumbered(part.FieldsOf(block, form.Initiative), sheet));
        foreach (var file in entry.Files)
        {
            if (part.Blocks.OfType<AttachmentBlock>().FirstOrDefault(b => b.Id == file.Block) is not { } block)
            {
                continue;
            }

            var free = part.FieldsOf(block, form.Initiative).ToArray();
            var slot = free.FirstOrDefault(f => answers[f.Key] is null);
            var type = slot is null
                ? new AttachmentType.Refused(string.Format(CultureInfo.InvariantCulture, FormTexts.TooManyFiles, block.Most))
                : AttachmentType.Of(file.Content);
            switch (type)
            {
                case AttachmentType.Accepted accepted:
                    var hash = await reports.KeepFileAsync(form.Report.Key.Association, file.Content, cancellation);
                    answers = answers.With(slot!.Key, new Answer.File(hash, AttachmentName.Of(file.Name, accepted), accepted.MediaType, file.Content.LongLength));
                    break;
                case AttachmentType.Refused(var message):
                    refused.Add(new Finding(Severity.Error, $"{file.Name}: {message}", [free[0].Key]));
                    break;
            }
        }

        return (answers, [.. refused]);
    }

    private async Task<bool> StoreAsync(FormView form, string part, AnswerSheet answers, SavedPart? before, string who, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var changed = AnswerSheet.Of(answers.DifferencesFrom(before?.Answers ?? AnswerSheet.Empty)
            .Select(k => KeyValuePair.Create(k, answers[k] ?? new Answer.Text(""))));
        return await reports.SavePartAsync(
            form.Saved.Head,
            new SavedPart(part, (before?.Revision ?? 0) + 1, answers, who, now, before?.Version),
            form.Report.WithSaved(part),
            new ReportEvent(now, who, ReportEventKind.Saved, changed),
            cancellation);
    }
}
