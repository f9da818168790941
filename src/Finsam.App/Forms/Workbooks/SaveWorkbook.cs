using System.Collections.Immutable;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Workbooks;

/// <summary>Saves what a person has seen would change, part by part, as the form itself saves changed fields: what somebody else has changed meanwhile is
/// not written over, and a text that is asked about is not saved this way.</summary>
public sealed class SaveWorkbook(LoadForm load, SavePart save)
{
    /// <summary>Saves the fields.</summary>
    /// <param name="key">The report.</param>
    /// <param name="entry">The fields, each also as it was shown.</param>
    /// <param name="who">The contact whose link was used.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<WorkbookSaved?> HandleAsync(ReportKey key, PartEntry entry, string who, CancellationToken cancellation)
    {
        if (await load.HandleAsync(key, who, cancellation) is not { } form)
        {
            return null;
        }

        var saved = new WorkbookSaved(form);
        foreach (var part in form.Parts)
        {
            // Without what was shown there is nothing to hold against what is stored, and so nothing is saved.
            var fields = part.FieldsFor(form.Initiative)
                .Where(f => entry.Written.ContainsKey(f.Key) && entry.Written.ContainsKey(PartEntry.ShownPrefix + f.Key)).ToDictionary(f => f.Key, StringComparer.Ordinal);
            if (fields.Count == 0)
            {
                continue;
            }

            var own = new PartEntry
            {
                Written = fields.Keys.SelectMany(k => new[] { k, PartEntry.ShownPrefix + k }).ToDictionary(k => k, k => entry.Written[k], StringComparer.Ordinal),
            };
            saved = await save.ChangesAsync(key, part.Id, own, who, cancellation) switch
            {
                AutoSaveOutcome.Saved outcome => saved.With(outcome, fields),
                AutoSaveOutcome.AlreadySent => saved with { IsTooLate = true },
                _ => saved with { NotSaved = saved.NotSaved.Add(part) },
            };
        }

        return saved;
    }
}

/// <summary>What saving came to.</summary>
/// <param name="Form">The form as it was before.</param>
public sealed record WorkbookSaved(FormView Form)
{
    /// <summary>How many answers were saved.</summary>
    public int Count { get; init; }

    /// <summary>The fields that somebody else has changed meanwhile, with what is stored.</summary>
    public ImmutableArray<(Field Field, string Theirs)> Conflicts { get; init; } = [];

    /// <summary>What could not be read or is asked about.</summary>
    public ImmutableArray<Finding> Errors { get; init; } = [];

    /// <summary>The parts that could not be saved just then.</summary>
    public ImmutableArray<FormPart> NotSaved { get; init; } = [];

    /// <summary>True when the report was sent before it could be saved.</summary>
    public bool IsTooLate { get; init; }

    /// <summary>True when all of it was saved.</summary>
    public bool IsWhole => Conflicts.IsEmpty && Errors.IsEmpty && NotSaved.IsEmpty && !IsTooLate;

    /// <summary>What it comes to with a part more.</summary>
    public WorkbookSaved With(AutoSaveOutcome.Saved part, IReadOnlyDictionary<string, Field> fields) => this with
    {
        Count = Count + fields.Count - part.Errors.Length - part.Conflicts.Length,
        Conflicts = Conflicts.AddRange(part.Conflicts.Select(c => (fields[c.Key], c.Theirs))),
        Errors = Errors.AddRange(part.Errors),
    };
}
