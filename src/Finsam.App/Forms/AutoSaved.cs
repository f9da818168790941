using Finsam.Domain.Periods;
using Finsam.Domain.Rules;

namespace Finsam.App.Forms;

/// <summary>What the script that saves while one writes is told.</summary>
/// <param name="Revision">The part's revision, to send with the next save.</param>
/// <param name="At">When it was saved, Swedish time: "10:42".</param>
/// <param name="Errors">What could not be read, said at its field.</param>
/// <param name="Asked">The texts that are saved only when the writer says so, by pressing a button.</param>
/// <param name="Conflicts">What somebody else has saved in the fields that were sent.</param>
/// <param name="By">Who that was.</param>
/// <param name="Theirs">The other fields as they are stored, when somebody has saved since the form was shown.</param>
/// <param name="Advice">What does not hold among the part's answers, by field.</param>
/// <param name="Lines">The same as it is listed above the form.</param>
internal sealed record AutoSaved(
    int Revision, string At, IReadOnlyDictionary<string, string> Errors, IReadOnlyList<string> Asked, IReadOnlyDictionary<string, string> Conflicts, string? By,
    IReadOnlyDictionary<string, string> Theirs, IReadOnlyDictionary<string, IReadOnlyList<AutoSaved.Said>> Advice, IReadOnlyList<AutoSaved.Line> Lines)
{
    public static AutoSaved Of(AutoSaveOutcome.Saved saved, string part) =>
        Of(saved, part, [.. saved.Form.Findings.Where(f => saved.Form.PartOf(f.Fields[0])?.Id == part)]);

    private static AutoSaved Of(AutoSaveOutcome.Saved saved, string part, Finding[] advice)
    {
        var fields = saved.Form.FieldsOf(part)!.ToDictionary(f => f.Key, StringComparer.Ordinal);
        string AtField(Finding finding) => fields.TryGetValue(finding.Fields[0], out var field) ? PartPageModel.AtField(field, finding) : finding.Message;
        return new(
            saved.Revision,
            $"{SwedishTime.Local(saved.At):HH':'mm}",
            saved.Errors.DistinctBy(e => e.Fields[0]).ToDictionary(e => e.Fields[0], AtField, StringComparer.Ordinal),
            saved.Asked,
            saved.Conflicts.ToDictionary(c => c.Key, c => c.Theirs, StringComparer.Ordinal),
            saved.By,
            saved.Theirs.ToDictionary(c => c.Key, c => c.Theirs, StringComparer.Ordinal),
            advice
                .GroupBy(f => f.Fields[0], StringComparer.Ordinal)
                .ToDictionary(g => g.Key, IReadOnlyList<Said> (g) => [.. g.Select(f => new Said(f.Severity == Severity.Error, f.Message, AtField(f)))], StringComparer.Ordinal),
            [.. FindingLine.Of(saved.Form, advice).Select(l => new Line(l.Id, l.Message, PartPageModel.IdOf(l.Field)))]);
    }

    /// <summary>A line of the list above the form.</summary>
    /// <param name="Id">The line's id.</param>
    /// <param name="Message">What it says.</param>
    /// <param name="Element">The id of the field's element.</param>
    public sealed record Line(string Id, string Message, string Element);

    /// <summary>What does not hold at a field.</summary>
    /// <param name="Stops">True when it stops the sending.</param>
    /// <param name="Message">What it says in the list at the top.</param>
    /// <param name="AtField">What it says at the field.</param>
    public sealed record Said(bool Stops, string Message, string AtField);
}
