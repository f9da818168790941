using CsCheck;
using Finsam.Domain.Participants;

namespace Finsam.Domain.Tests.Participants;

public sealed class UniquePersonsTests
{
    [Theory]
    [InlineData(853)]
    [InlineData(900)]
    [InlineData(1253)]
    public void Between_the_largest_part_and_the_sum_it_may_be_true(int entered) =>
        Assert.Equal(new UniquePersonsCheck.Possible(), UniquePersons.Check(entered, [853, 400]));

    [Fact]
    public void More_than_the_sum_cannot_be_true()
    {
        var check = UniquePersons.Check(1254, [853, 400]);

        Assert.Equal(new UniquePersonsCheck.AboveSum(1254, 1253), check);
        Assert.Equal("Unika personer (1 254) kan inte vara fler än summan av delarna (1 253).", Some.Spaced(check.Sentence!));
    }

    [Fact]
    public void Fewer_than_the_largest_part_cannot_be_true()
    {
        var check = UniquePersons.Check(852, [853, 400]);

        Assert.Equal(new UniquePersonsCheck.BelowLargest(852, 853), check);
        Assert.Equal("Unika personer (852) kan inte vara färre än den största delen (853).", check.Sentence);
    }

    [Fact]
    public void Without_parts_there_is_nothing_to_say() =>
        Assert.Equal(new UniquePersonsCheck.NothingToCompare(), UniquePersons.Check(5, []));

    [Fact]
    public void The_true_number_of_persons_in_any_overlapping_parts_is_never_called_false() =>
        Gen.Int[0, 20].HashSet[0, 12].Array[1, 5].Sample(parts =>
            Assert.Null(UniquePersons.Check(parts.SelectMany(p => p).Distinct().Count(), [.. parts.Select(p => (decimal)p.Count)]).Sentence));
}
