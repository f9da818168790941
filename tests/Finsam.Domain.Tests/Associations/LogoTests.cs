using System.Buffers.Binary;
using System.Text;
using Finsam.Domain.Associations;

namespace Finsam.Domain.Tests.Associations;

public sealed class LogoTests
{
    private static readonly byte[] Small = Png(240, 80);

    [Fact]
    public void A_png_is_read_with_its_sides()
    {
        var (logo, fault) = Logo.Read(Convert.ToBase64String(Small));
        Assert.Null(fault);
        Assert.Equal((240, 80), (logo!.Width, logo.Height));
        Assert.Equal(Small, logo.Content.ToArray());
    }

    [Theory]
    [InlineData(16, 2000)]
    [InlineData(2000, 16)]
    public void The_outermost_sides_are_taken(uint width, uint height) => Assert.Null(Fault(Png(width, height)));

    [Theory]
    [InlineData(15, 80)]
    [InlineData(80, 15)]
    [InlineData(0, 80)]
    [InlineData(2001, 80)]
    [InlineData(80, 2001)]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    public void Other_sides_are_refused(uint width, uint height) => Assert.Equal(LogoFault.OddSize, Fault(Png(width, height)));

    [Fact]
    public void A_hundred_kilobytes_are_taken_and_a_byte_more_is_not()
    {
        var most = Png(100, 100, Logo.LargestFile - Png(100, 100, 0).Length);
        Assert.Equal(Logo.LargestFile, most.Length);
        Assert.Null(Fault(most));
        Assert.Equal(LogoFault.TooLarge, Fault(Png(100, 100, Logo.LargestFile + 1 - Png(100, 100, 0).Length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("GIF89a")]
    public void Something_else_is_refused(string text) => Assert.Equal(LogoFault.NotPng, Fault(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("inte base64!")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    public void What_is_no_base64_is_refused(string text) => Assert.Equal(LogoFault.NotPng, Logo.Read(text).Fault);

    [Fact]
    public void A_png_that_is_cut_off_anywhere_is_refused() =>
        Assert.All(Enumerable.Range(0, Small.Length), length => Assert.Equal(LogoFault.NotPng, Fault(Small[..length])));

    [Fact]
    public void A_png_that_something_follows_is_refused() => Assert.Equal(LogoFault.NotPng, Fault([.. Small, .. "<script>"u8]));

    [Fact]
    public void A_png_without_a_picture_or_without_its_head_is_refused()
    {
        Assert.Equal(LogoFault.NotPng, Fault([.. Signature, .. Chunk("IHDR", Head(20, 20)), .. Chunk("IEND", [])]));
        Assert.Equal(LogoFault.NotPng, Fault([.. Signature, .. Chunk("IDAT", [1]), .. Chunk("IHDR", Head(20, 20)), .. Chunk("IEND", [])]));
    }

    private static byte[] Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static LogoFault? Fault(byte[] file)
    {
        var (logo, fault) = Logo.Read(Convert.ToBase64String(file));
        Assert.Equal(logo is null, fault is not null);
        return fault;
    }

    private static byte[] Png(uint width, uint height, int picture = 50) =>
        [.. Signature, .. Chunk("IHDR", Head(width, height)), .. Chunk("IDAT", new byte[picture]), .. Chunk("IEND", [])];

    private static byte[] Head(uint width, uint height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(head, width);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4), height);
        return head;
    }

    private static byte[] Chunk(string name, byte[] holds)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, holds.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. holds, 0, 0, 0, 0];
    }
}
