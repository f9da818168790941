using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Cli.Tests.Samples;

/// <summary>The reports of the samples can be sent: nothing stops them, and each warning is one that the sample's README explains.</summary>
public sealed class FilledReportTests
{
    private static readonly Dictionary<string, string[]> Explained = new(StringComparer.Ordinal)
    {
        ["gavleborg-2023"] =
        [
            "hofors krav:ekonomi.kommentar",
            "ovanaker krav:ekonomi.kommentar",
            "utvecklingsinsatser krav:ekonomi.kommentar",
        ],
    };

    public static TheoryData<string, string> Filled => new()
    {
        { "gavleborg-2023", "2023-helar" },
        { "harnosand-timra-2022", "2022-helar" },
        { "jamtland-2023", "2023-helar" },
        { "standard", "2026-t1" },
        { "standard", "2026-delar" },
        { "standard", "2026-helar" },
        { "standard", "slut-kartlaggning" },
    };

    [Theory]
    [MemberData(nameof(Filled))]
    public void No_report_is_stopped_and_every_warning_is_explained(string name, string period)
    {
        var sample = FilledSample.Of(name, period);
        var found = sample.Initiatives.SelectMany(i => sample.Check(i).Select(f => (i.Id, Finding: f))).ToArray();
        Assert.Equal([], found.Where(f => f.Finding.Severity == Severity.Error).Select(f => $"{f.Id}: {f.Finding.Message}"));
        Assert.Equal(Explained.GetValueOrDefault(name, []), found.Select(f => $"{f.Id} {f.Finding.Id}"));
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public void Every_block_that_an_owner_can_be_asked_is_answered_by_somebody(string name, string period)
    {
        // A file is nothing one writes, and nobody has printed the hours that Trisam's parties gave.
        var sample = FilledSample.Of(name, period);
        var asked = sample.Initiatives.SelectMany(i => sample.Template.SectionsFor(i)).SelectMany(s => s.Blocks).Where(b => b is not AttachmentBlock).Select(b => b.Id);
        var answered = sample.Answers.Values.SelectMany(a => a.Entries).Select(e => sample.Template.BlockOf(e.Key)!.Id);
        Assert.Equal(name == "gavleborg-2023" ? ["timmar"] : [], asked.Except(answered, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public void A_draft_is_made_of_the_reports_without_a_contradiction(string name, string period)
    {
        var material = FilledSample.Of(name, period).Material();
        var outline = material.Record.Outline(material.Period.Outline);
        Assert.Empty(outline.Parts.OfType<ParticipantsPart>().SelectMany(p => ParticipantsTable.Contradictions(material, p)));
        Assert.Contains(BuildDraft.From(material, outline, "Arbetsversion 1").Parts, p => p is DraftPart.Table { Rows.IsEmpty: false });
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public void Nobody_is_asked_for_per_cent(string name, string period)
    {
        var sample = FilledSample.Of(name, period);
        Assert.DoesNotContain(sample.Template.Blocks.SelectMany(b => b.OwnFields(sample.Initiatives.First())), f => f.IsNumber && (f.Unit?.Contains('%', StringComparison.Ordinal) == true || f.Label.StartsWith("Andel", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_contact_of_a_party_answers_its_hours_and_nothing_else_and_the_sum_is_there_when_all_have_answered()
    {
        var sample = FilledSample.Of("gavleborg-2023");
        var trisam = sample.Sample.Record.FindInitiative("trisam-handlaggartid")!;
        Assert.Equal(13, trisam.Parties.Length);
        var parts = sample.Template.PartsFor(trisam).ToArray();
        Assert.All(
            trisam.Contacts.Where(c => c.Party is not null),
            contact => Assert.Equal(["timmar@" + contact.Party], parts.Where(contact.Answers).Select(p => p.Id)));
        Assert.Equal(2, trisam.Contacts.Count(c => c.Party is not null));
        Assert.Equal(26, parts.Where(p => p.Party is not null).SelectMany(p => p.FieldsFor(trisam)).Count());

        // None of it is required: the report can be sent while hours are missing.
        Assert.DoesNotContain(parts.Where(p => p.Party is not null).SelectMany(p => p.FieldsFor(trisam)), f => f.Required);
    }

    [Theory]
    [InlineData("deltagare.nya.kvinna", "8", "nya-ryms:deltagare.nya.kvinna")]
    [InlineData("avslut.studier.antal", "4", "avslut-ryms:avslut.arbete.antal")]
    [InlineData("mal.1.resultat", "År 2023 har totalt 15 deltagare skrivits in.", "text-mot-antal:mal.1.resultat")]
    [InlineData("mal.samlad", "ej-uppfylld", null)]
    public void A_slip_in_a_report_is_told(string field, string written, string? finding)
    {
        var sample = FilledSample.Of("gavleborg-2023");
        var initiative = sample.Sample.Record.FindInitiative(field.StartsWith("deltagare", StringComparison.Ordinal) ? "connect-bollnas" : "karnhuset-sandviken")!;
        var read = (FieldEntry.Accepted)FieldEntry.Read(sample.Template.FieldsFor(initiative).Single(f => f.Key == field), written);
        var findings = CheckReport.Run(sample.Template, initiative, sample.Answers[initiative.Id].With(field, read.Answer), sample.Period);
        Assert.Equal(finding is null ? [] : [finding], findings.Where(f => f.Rule is not null).Select(f => f.Id));
    }

    [Fact]
    public void A_goal_that_is_not_met_asks_for_a_comment()
    {
        var sample = FilledSample.Of("gavleborg-2023");
        var ljusdal = sample.Sample.Record.FindInitiative("ljusdal")!;
        var findings = CheckReport.Run(sample.Template, ljusdal, sample.Answers["ljusdal"].With("kommentar.text", null), sample.Period);
        Assert.Equal(["ej-uppfylld-kommentar:kommentar.text"], findings.Select(f => f.Id));
    }
}
