using CsCheck;
using Finsam.Domain.Answers;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Rules;

/// <summary>What holds for every template and whatever is answered.</summary>
public sealed class AnyReportTests
{
    private const int Many = 500;

    [Fact]
    public void The_worlds_have_findings_of_every_rule_and_every_demand()
    {
        var seen = Enumerable.Range(0, 300).SelectMany(seed => World.Of(seed).Check()).Select(f => f.Rule?.Split('-')[0] ?? (f.IsIdentity ? "identitet" : f.Severity.ToString())).ToHashSet();
        Assert.Equal(["Error", "Warning", "andring", "identitet", "inom", "jamfor", "kravs", "minskar", "text"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_finding_is_at_fields_that_are_asked_or_at_sums_over_parties() => World.Any.Sample(
        world =>
        {
            var asked = world.Template.FieldsFor(world.Initiative).Concat(world.Asked.Where(b => b.IsSharedFor(world.Initiative)).SelectMany(b => b.OwnFields(world.Initiative)))
                .Select(f => f.Key).ToHashSet();
            Assert.All(world.Check(), f => Assert.All(f.Fields.Append(f.Fields[0]), key => Assert.Contains(key, asked)));
        }, iter: Many);

    [Fact]
    public void Errors_come_before_warnings_and_checking_again_says_the_same() => World.Any.Sample(
        world =>
        {
            var findings = world.Check();
            Assert.Equal(findings.OrderBy(f => f.Severity), findings);
            Assert.Equal(findings, world.Check(world.WithSums));
        }, iter: Many);

    [Fact]
    public void No_message_has_a_word_in_braces_left_unless_somebody_wrote_it() => World.Any.Sample(
        world => Assert.All(world.Check(), f => Assert.DoesNotContain('{', f.Message)), iter: Many);

    [Fact]
    public void Answering_a_blank_required_field_takes_away_that_demand_and_no_other() => World.Any.Sample(
        world =>
        {
            var required = world.Template.FieldsFor(world.Initiative).Where(f => f.Required && world.Answers[f.Key] is null).ToArray();
            Assert.Equal(required.Select(f => f.Key), Demands(world, world.Answers));
            foreach (var field in required)
            {
                var answered = world.Answers.With(field.Key, World.AnyAnswer(new Random(world.Seed), field));
                Assert.Equal(required.Where(f => f != field).Select(f => f.Key), Demands(world, answered));
            }
        }, iter: Many);

    [Fact]
    public void Only_sums_with_every_part_given_are_compared() => World.Any.Sample(
        world => Assert.All(
            world.Check().Where(f => f.Rule?.StartsWith("jamfor", StringComparison.Ordinal) == true),
            f => Assert.All(f.Fields, key => Assert.NotNull(world.WithSums.Number(key)))),
        iter: Many);

    [Fact]
    public void Parts_and_overlapping_rows_are_held_against_their_wholes() => World.Any.Sample(
        world =>
        {
            var findings = world.Check();
            foreach (var matrix in world.Asked.OfType<MatrixBlock>().Where(m => m.Id.StartsWith("matris", StringComparison.Ordinal)))
            {
                var said = findings.Where(f => f.Rule is null && !f.IsIdentity && f.Fields[0].StartsWith(matrix.Id + ".", StringComparison.Ordinal))
                    .Select(f => $"{f.Severity} {string.Join(' ', f.Fields)}");
                Assert.Equal(Wholes.Expected(world, matrix).Order(StringComparer.Ordinal), said.Where(s => !IsDemand(world, s)).Order(StringComparer.Ordinal));
            }
        }, iter: Many);

    [Fact]
    public void A_sum_over_parties_is_there_when_all_have_answered_with_numbers_and_unknown_when_one_does_not_know() => World.Any.Sample(
        world =>
        {
            var sums = world.WithSums;
            foreach (var block in world.Asked.Where(b => b.IsSharedFor(world.Initiative)))
            {
                foreach (var field in block.OwnFields(world.Initiative).Where(f => f.IsNumber && !(block is MeansBlock && f.Kind == FieldKind.Quantity)))
                {
                    var parts = world.Initiative.Parties.Select(p => world.Answers[$"{block.Id}@{p.Id}{field.Key[block.Id.Length..]}"]).ToArray();
                    var total = parts.Aggregate((Answer?)new Answer.Number(0), (sum, part) => (sum, part) switch
                    {
                        (null, _) or (_, null) => null,
                        (Answer.Number(var a), Answer.Number(var b)) => new Answer.Number(a + b),
                        _ => Answer.Unknown.Instance,
                    });
                    Assert.Equal(total, sums[field.Key]);
                }
            }
        }, iter: Many);

    [Fact]
    public void What_was_answered_before_there_were_parties_is_no_sum_of_theirs() => World.Any.Sample(
        world =>
        {
            var plain = world.Template.FieldsFor(world.Initiative with { Parties = [] });
            var before = AnswerSheet.Of(plain.Select(f => KeyValuePair.Create(f.Key, World.AnyAnswer(new Random(1), f))));
            var shared = world.Asked.Where(b => b.IsSharedFor(world.Initiative)).SelectMany(b => b.OwnFields(world.Initiative)).Select(f => f.Key);
            var alone = world.WithSums;
            var mixed = world.Template.WithSums(world.Initiative, before.With(world.Answers));
            Assert.All(shared, key => Assert.Equal(alone[key], mixed[key]));
        }, iter: Many);

    private static string[] Demands(World world, AnswerSheet answers) =>
        [.. world.Check(answers).Where(f => f.Rule is null && f.Fields.Length == 1 && Demands(f.Message)).Select(f => f.Fields[0])];

    private static bool Demands(string said) => said.Contains(" saknas. ", StringComparison.Ordinal) || said.EndsWith(": välj ett svar.", StringComparison.Ordinal);

    private static bool IsDemand(World world, string said) =>
        world.Template.FieldsFor(world.Initiative).Any(f => f.Required && world.Answers[f.Key] is null && said == $"{Severity.Error} {f.Key}");
}
