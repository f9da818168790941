using Finsam.Cli.Demo;
using Finsam.Domain.Answers;
using Finsam.Domain.Privacy;
using Finsam.Domain.Rules;

namespace Finsam.Cli.Tests;

/// <summary>The samples add up to what was published, and every field they fill in exists.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_initiative_has_answers_and_every_answer_a_field_that_takes_it(string name)
    {
        var sample = Sample.Read(name);
        if (sample.Answers.IsEmpty)
        {
            return;
        }

        var period = sample.Period;
        var template = sample.Record.Templates.Single(t => t.Id == period.Template);
        Assert.Equal(sample.Record.Initiatives.Initiatives.Select(i => i.Id).Order(StringComparer.Ordinal), sample.Answers.Keys);
        foreach (var initiative in sample.Record.Initiatives.Initiatives)
        {
            var fields = template.FieldsFor(initiative).ToDictionary(f => f.Key);
            Assert.All(sample.Answers[initiative.Id], answer => Assert.IsType<FieldEntry.Accepted>(FieldEntry.Read(fields[answer.Key], answer.Value)));
        }
    }

    [Fact]
    public void Gavleborgs_thirteen_outcomes_are_11_779_tkr_and_the_booked_11_773()
    {
        var sample = Sample.Read("gavleborg-2023");
        var reported = sample.Answers.Where(a => a.Key != "valfardsguiden").Sum(a => ((NumberEntry.Value)NumberEntry.Read(a.Value["ekonomi.utfall"])).Number);
        Assert.Equal(11_779_000m, reported);
        Assert.Equal(11_773_000m, sample.Record.Booked.Booked.Where(b => b.Row != "valfardsguiden").Sum(b => b.Kronor));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_answer_asks_about_personal_data(string name) =>
        Assert.All(Sample.Read(name).Answers.SelectMany(a => a.Value), answer => Assert.Null(PersonalData.Question(answer.Value)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Addresses_are_example_addresses(string name) => Assert.All(
        Sample.Read(name).Record.Initiatives.Initiatives.SelectMany(i => i.Contacts),
        contact => Assert.EndsWith("example.org", contact.Email, StringComparison.Ordinal));

    [Fact]
    public void A_sample_that_does_not_exist_is_told_with_those_that_do()
    {
        var told = Assert.Throws<UserException>(() => Sample.Read("ingen"));
        Assert.Contains("gavleborg-2023", told.Message, StringComparison.Ordinal);
    }
}
