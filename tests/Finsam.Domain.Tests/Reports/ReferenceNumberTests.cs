using System.Globalization;
using CsCheck;
using Finsam.Domain.Reports;

namespace Finsam.Domain.Tests.Reports;

public sealed class ReferenceNumberTests
{
    private static readonly ReportKey Key = new("gavleborg", "2023-helar", "hofors");

    [Theory]
    [InlineData("0000000000000000", "2023-0000-0000")]
    [InlineData("00000000000001ff", "2023-ZF00-0000")]
    [InlineData("ffffffffffffffff", "2023-ZZZZ-ZZZZ")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "2023-FFKQ-T4YC")]
    public void The_same_hash_gives_the_same_reference_for_ever(string hash, string reference) =>
        Assert.Equal(reference, ReferenceNumber.Of(Key, hash));

    [Fact]
    public void It_can_be_read_over_the_phone() =>
        Gen.ULong.Sample(bits => Assert.Matches("^2023-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", ReferenceNumber.Of(Key, bits.ToString("x16", CultureInfo.InvariantCulture))));
}
