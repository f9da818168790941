using System.Collections.Immutable;
using Finsam.App.Forms;
using Finsam.App.Reports;
using Finsam.App.Storage;
using Finsam.Cli.Demo;
using Finsam.Domain.Answers;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;

namespace Finsam.App.Tests.Forms.Pdfs;

/// <summary>A sample's report as its owner has filled it in and sent it.</summary>
internal static class SampleForm
{
    public static Sample Gavleborg { get; } = Sample.Read("gavleborg-2023");

    public static DateTimeOffset SentAt { get; } = new(2024, 1, 15, 9, 42, 0, TimeSpan.Zero);

    public static FormView Blank(Sample sample, string initiative, string? contact = null)
    {
        var asked = sample.Record.FindInitiative(initiative)!;
        var template = sample.Record.Templates.Single(t => t.Id == sample.Period.Template);
        var blank = FormView.Blank(sample.Record, sample.Period, asked, template, FormReader.Office);
        return contact is null ? blank : blank with { Reader = FormReader.Find(asked, blank.Report, contact)! };
    }

    public static FormView Sent(Sample sample, string initiative, string? contact = null) => Answered(Blank(sample, initiative, contact), Written(sample, initiative));

    /// <summary>The form when it has been sent with these answers.</summary>
    public static FormView Answered(FormView form, AnswerSheet answers) => form with
    {
        Answers = form.Template.WithSums(form.Initiative, answers),
        Saved = new ReportInProgress(
            new Stored<Report>(form.Report.WithSubmission(SentAt, new string('a', 64)), ""), ImmutableDictionary<string, SavedPart>.Empty),
    };

    public static ReportSnapshot Snapshot(FormView form, params ExplainedWarning[] warnings) => new()
    {
        Key = form.Report.Key,
        SubmittedAt = SentAt,
        SubmittedBy = form.Initiative.Contacts[0].Id,
        TemplateHash = "",
        Initiative = form.Initiative,
        Answers = form.Answers,
        ExplainedWarnings = [.. warnings],
    };

    private static AnswerSheet Written(Sample sample, string initiative)
    {
        var form = Blank(sample, initiative);
        var fields = form.Template.FieldsFor(form.Initiative).ToDictionary(f => f.Key);
        return AnswerSheet.Of(
            from entry in sample.Answers[initiative]
            let read = (FieldEntry.Accepted)FieldEntry.Read(fields[entry.Key], entry.Value)
            where read.Answer is not null
            select KeyValuePair.Create(entry.Key, read.Answer!));
    }
}
