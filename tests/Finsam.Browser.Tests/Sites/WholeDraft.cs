using Finsam.Cli.Demo;
using Finsam.Domain.Answers;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;

namespace Finsam.Browser.Tests.Sites;

/// <summary>A sample's draft when every report has come in as the sample answers, compiled without an instance.</summary>
public static class WholeDraft
{
    /// <summary>Its content.</summary>
    public static DraftDocument Of(Sample sample)
    {
        var template = sample.Record.Templates.Single(t => t.Id == sample.Period.Template);
        var material = new PeriodMaterial
        {
            Record = sample.Record,
            Period = sample.Period,
            Template = template,
            Initiatives = [.. sample.Record.Initiatives.Initiatives.Where(i => sample.Answers.ContainsKey(i.Id)).Select(Sent)],
        };
        return BuildDraft.From(material, sample.Record.Outline(sample.Period.Outline), "Arbetsversion 1");

        InitiativeMaterial Sent(Initiative initiative)
        {
            var key = new ReportKey(sample.Record.Association.Id, sample.Period.Id, initiative.Id);
            var fields = template.FieldsFor(initiative).ToDictionary(f => f.Key);
            var answers = AnswerSheet.Of(
                from entry in sample.Answers[initiative.Id]
                let read = FieldEntry.Read(fields[entry.Key], entry.Value) as FieldEntry.Accepted
                where read?.Answer is not null
                select KeyValuePair.Create(entry.Key, read.Answer!));
            return new InitiativeMaterial(key, initiative, new ReportSnapshot
            {
                Key = key,
                SubmittedAt = SwedishTime.At(sample.Period.Due, new TimeOnly(12, 0)),
                SubmittedBy = "insatsagare",
                TemplateHash = "",
                Initiative = initiative,
                Answers = template.WithSums(initiative, answers),
                ExplainedWarnings = [],
            });
        }
    }
}
