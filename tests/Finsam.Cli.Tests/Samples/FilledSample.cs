using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Finsam.Cli.Demo;
using Finsam.Domain.Answers;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Cli.Tests.Samples;

/// <summary>A sample's reports of a period as they are when each owner has written what the sample says. The first period's answers are what the
/// demo fills in; those of other periods lie in folders of the period's name.</summary>
internal sealed class FilledSample
{
    private FilledSample(Sample sample, ReportingPeriod period, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> written)
    {
        (Sample, Period, Written) = (sample, period, written);
        Template = sample.Record.Templates.Single(t => t.Id == period.Template);
        Answers = written.ToImmutableSortedDictionary(w => w.Key, w => Read(sample.Record.FindInitiative(w.Key)!, w.Value), StringComparer.Ordinal);
    }

    public Sample Sample { get; }

    public ReportingPeriod Period { get; }

    public FormTemplate Template { get; }

    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Written { get; }

    public ImmutableSortedDictionary<string, AnswerSheet> Answers { get; }

    /// <summary>The first period's.</summary>
    public static FilledSample Of(string name)
    {
        var sample = Sample.Read(name);
        return new FilledSample(sample, sample.Period, sample.Answers);
    }

    /// <summary>Another period's, also a final report's.</summary>
    public static FilledSample Of(string name, string period)
    {
        var sample = Sample.Read(name);
        if (sample.Period.Id == period)
        {
            return Of(name);
        }

        var files = Directory.EnumerateFiles(Path.Combine(sample.RecordFolder, "..", "answers", period), "*.json");
        return new FilledSample(sample, sample.Record.FindPeriod(period)!, files.ToImmutableSortedDictionary(
            f => Path.GetFileNameWithoutExtension(f)!,
            f => JsonNode.Parse(File.ReadAllText(f))!["fields"]!.AsObject().ToImmutableSortedDictionary(a => a.Key, a => (string)a.Value!, StringComparer.Ordinal),
            StringComparer.Ordinal));
    }

    /// <summary>The initiatives that have a report.</summary>
    public IEnumerable<Initiative> Initiatives => Sample.Record.Initiatives.Initiatives.Where(i => Answers.ContainsKey(i.Id));

    /// <summary>What does not hold in a report.</summary>
    public ImmutableArray<Finding> Check(Initiative initiative, EarlierAnswers? earlier = null) =>
        CheckReport.Run(Template, initiative, Answers[initiative.Id], Period, earlier);

    /// <summary>The sum of some cells over the reports that are asked them; fails where one is blank or unknown.</summary>
    public decimal Sum(params IEnumerable<string> cells)
    {
        var asked = Initiatives.SelectMany(i => Template.FieldsFor(i).Select(f => f.Key).Intersect(cells).Select(key => (i.Id, key))).ToArray();
        return asked.Length == 0 ? throw new InvalidOperationException("No report is asked any of the cells.") : asked.Sum(a => Answers[a.Id].Number(a.key) ?? throw new InvalidOperationException($"{a.Id} has no {a.key}"));
    }

    /// <summary>The sum of a matrix's row: all, women and men, as the reports print them.</summary>
    public decimal[] Row(string row) => [Sum(Cells(row)), Sum(row + ".kvinna"), Sum(row + ".man")];

    /// <summary>The cells of a row by kön.</summary>
    public static IEnumerable<string> Cells(string row) => new[] { "kvinna", "man", "annat", "okant" }.Select(column => $"{row}.{column}");

    /// <summary>What the period's draft is made from when every report has been sent.</summary>
    public PeriodMaterial Material()
    {
        var association = Sample.Record.Association.Id;
        return new PeriodMaterial
        {
            Record = Sample.Record,
            Period = Period,
            Template = Template,
            Initiatives = Answers.IsEmpty ? Unanswered : [.. Initiatives.Select(i => new ReportKey(association, Period.Id, i.Id)).Select(key => new InitiativeMaterial(key, Sample.Record.FindInitiative(key.Initiative)!, Sent(key)))],
        };
    }

    // A sample that is only a record: what a plan is made of.
    private ImmutableArray<InitiativeMaterial> Unanswered =>
    [
        .. Sample.Record.Initiatives.Initiatives.Where(i => i.Overlaps(Period.Start, Period.End))
            .Select(i => new InitiativeMaterial(new ReportKey(Sample.Record.Association.Id, Period.Id, i.Id), i, null)),
    ];

    private ReportSnapshot Sent(ReportKey key) => new()
    {
        Key = key,
        SubmittedAt = SwedishTime.At(Period.Due, new TimeOnly(12, 0)),
        SubmittedBy = "insatsagare",
        TemplateHash = "",
        Initiative = Sample.Record.FindInitiative(key.Initiative)!,
        Answers = Template.WithSums(Sample.Record.FindInitiative(key.Initiative)!, Answers[key.Initiative]),
        ExplainedWarnings = [],
    };

    private AnswerSheet Read(Initiative initiative, ImmutableSortedDictionary<string, string> written)
    {
        var fields = Template.FieldsFor(initiative).ToDictionary(f => f.Key);
        return AnswerSheet.Of(
            from entry in written
            let read = fields.TryGetValue(entry.Key, out var field)
                ? FieldEntry.Read(field, entry.Value)
                : throw new InvalidOperationException($"{initiative.Id} is not asked {entry.Key}")
            select KeyValuePair.Create(entry.Key, read is FieldEntry.Accepted { Answer: { } answer } ? answer : throw new InvalidOperationException($"{initiative.Id} {entry.Key}: {read}")));
    }
}
