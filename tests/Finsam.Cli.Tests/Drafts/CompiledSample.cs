using Finsam.Cli.Demo;
using Finsam.Cli.Tests.Samples;
using Finsam.Documents;
using Finsam.Documents.Word;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Periods;

namespace Finsam.Cli.Tests.Drafts;

/// <summary>A document that a sample ships, compiled of the reports of a period that has it.</summary>
internal static class CompiledSample
{
    /// <summary>The documents: the sample's name, the period's and the outline's.</summary>
    public static TheoryData<string, string, string> All
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var name in Sample.Names)
            {
                var sample = Sample.Read(name);
                foreach (var outline in sample.Record.Outlines)
                {
                    all.Add(name, PeriodOf(sample, outline.Id), outline.Id);
                }
            }

            return all;
        }
    }

    /// <summary>The document's content.</summary>
    public static DraftDocument Content(PeriodMaterial material, string outline) =>
        BuildDraft.From(material, material.Record.Outline(outline), "Utkast version 1");

    /// <summary>The document in Word.</summary>
    public static byte[] Word(string sample, string period, string outline) =>
        WordWriter.Write(Content(FilledSample.Of(sample, period).Material(), outline), new DraftIdentity($"{sample}/{period}/{outline}", 1));

    // A document that no period with answers is set to make is made of the first.
    private static string PeriodOf(Sample sample, string outline) =>
        sample.Period.Outline == outline ? sample.Period.Id : AnsweredPeriods(sample).FirstOrDefault(p => p.Outline == outline)?.Id ?? sample.Period.Id;

    // Also final reports, which are periods of their own.
    private static IEnumerable<ReportingPeriod> AnsweredPeriods(Sample sample) => Directory.Exists(AnswersOf(sample))
        ? Directory.EnumerateDirectories(AnswersOf(sample)).Select(f => sample.Record.FindPeriod(Path.GetFileName(f)!)).OfType<ReportingPeriod>().OrderBy(p => p.Id, StringComparer.Ordinal)
        : [];

    private static string AnswersOf(Sample sample) => Path.Combine(sample.RecordFolder, "..", "answers");
}
