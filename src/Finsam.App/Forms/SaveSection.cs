using System.Collections.Immutable;
using Finsam.App.Reports;
using Finsam.Domain.Answers;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms;

/// <summary>Saves one section. What can be read is saved; what cannot is shown again as it was written. Nobody's answers are written over unseen.</summary>
public sealed class SaveSection(LoadForm load, IReportStore reports, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Saves a section.</summary>
    /// <param name="key">The report.</param>
    /// <param name="sectionId">The section.</param>
    /// <param name="written">What was written, by field.</param>
    /// <param name="revision">The revision the form showed; 0 when nothing had been saved.</param>
    /// <param name="who">The contact whose link was used.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SaveOutcome> HandleAsync(
        ReportKey key, string sectionId, IReadOnlyDictionary<string, string> written, int revision, string who, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await load.HandleAsync(key, cancellation) is not { } form || form.Sections.FirstOrDefault(s => s.Id == sectionId) is not { } section)
            {
                return new SaveOutcome.Unknown();
            }

            if (form.Report.IsSent || !form.Report.IsOpenAt(clock.GetUtcNow()))
            {
                return new SaveOutcome.AlreadySent(form);
            }

            var before = form.Saved.Sections.GetValueOrDefault(sectionId);
            var (answers, errors) = Read(section, form, written, before?.Answers ?? AnswerSheet.Empty);
            var page = new SectionPageModel { Form = form, Section = section, Revision = before?.Revision ?? 0, Written = written, Errors = errors };
            if (before is not null && before.Revision != revision && !before.Answers.Equals(answers))
            {
                return new SaveOutcome.Conflict(page with { Theirs = before });
            }

            var saved = before is not null && before.Answers.Equals(answers)
                || await SaveAsync(form, sectionId, answers, before, who, cancellation);
            if (saved)
            {
                return errors.IsEmpty
                    ? new SaveOutcome.Saved(form)
                    : new SaveOutcome.Refused(page with { Revision = (before?.Revision ?? 0) + (before?.Answers.Equals(answers) == true ? 0 : 1) });
            }

            // The head or the section changed between reading and writing: look again, and save over what is there now.
        }

        return new SaveOutcome.Busy();
    }

    private async Task<bool> SaveAsync(FormView form, string section, AnswerSheet answers, SavedSection? before, string who, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var changed = AnswerSheet.Of(answers.DifferencesFrom(before?.Answers ?? AnswerSheet.Empty)
            .Select(k => KeyValuePair.Create(k, answers[k] ?? new Answer.Text(""))));
        return await reports.SaveSectionAsync(
            form.Saved.Head,
            new SavedSection(section, (before?.Revision ?? 0) + 1, answers, who, now, before?.Version),
            form.Report.WithSaved(section),
            new ReportEvent(now, who, ReportEventKind.Saved, changed),
            cancellation);
    }

    private static (AnswerSheet Answers, ImmutableArray<Finding> Errors) Read(
        Section section, FormView form, IReadOnlyDictionary<string, string> written, AnswerSheet before)
    {
        var answers = before;
        var errors = ImmutableArray.CreateBuilder<Finding>();
        foreach (var field in section.FieldsFor(form.Initiative))
        {
            switch (FieldEntry.Read(field, written.GetValueOrDefault(field.Key)))
            {
                case FieldEntry.Accepted(var answer):
                    answers = answers.With(field.Key, answer);
                    break;
                case FieldEntry.Refused(var message):
                    errors.Add(new Finding(Severity.Error, message, [field.Key]));
                    break;
            }
        }

        return (answers, errors.ToImmutable());
    }
}

/// <summary>What saving came to.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>All of it was saved.</summary>
    public sealed record Saved(FormView Form) : SaveOutcome;

    /// <summary>What could be read was saved; the rest is shown again.</summary>
    public sealed record Refused(SectionPageModel Page) : SaveOutcome;

    /// <summary>Somebody else has saved the section since the form was shown: nothing was saved, both versions are shown.</summary>
    public sealed record Conflict(SectionPageModel Page) : SaveOutcome;

    /// <summary>The report has been sent or the period closed; nothing was saved.</summary>
    public sealed record AlreadySent(FormView Form) : SaveOutcome;

    /// <summary>There is no such section.</summary>
    public sealed record Unknown : SaveOutcome;

    /// <summary>So many are saving at once that it did not get through; nothing was saved.</summary>
    public sealed record Busy : SaveOutcome;
}
