using System.Buffers.Binary;

namespace Finsam.Domain.Associations;

/// <summary>An association's logo, looked into before it is shown: a PNG from its first byte to its last, so that nothing else can come along in it.
/// Only PNG: a picture of drawing commands (SVG) may hold scripts.</summary>
/// <param name="Content">The file.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
public sealed record Logo(ReadOnlyMemory<byte> Content, int Width, int Height)
{
    /// <summary>The most bytes it may be: 100 kB.</summary>
    public const int LargestFile = 100 * 1024;

    /// <summary>The fewest pixels of a side.</summary>
    public const int ShortestSide = 16;

    /// <summary>The most pixels of a side.</summary>
    public const int LongestSide = 2000;

    // A chunk: four bytes of length, four of name, what it holds, four of checksum.
    private const int AroundChunk = 12;
    private const int HeadLength = 13;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A logo, or what is wrong with it.</summary>
    /// <param name="base64">The file in base64.</param>
    public static (Logo? Logo, LogoFault? Fault) Read(string base64)
    {
        var file = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, file, out var length))
        {
            return (null, LogoFault.NotPng);
        }

        if (length > LargestFile)
        {
            return (null, LogoFault.TooLarge);
        }

        var content = file.AsMemory(0, length);
        return Sides(content.Span) switch
        {
            null => (null, LogoFault.NotPng),
            var (width, height) when !IsSide(width) || !IsSide(height) => (null, LogoFault.OddSize),
            var (width, height) => (new Logo(content, (int)width, (int)height), null),
        };
    }

    private static bool IsSide(uint pixels) => pixels is >= ShortestSide and <= LongestSide;

    // Null when the chunks do not run from a head to an end that is the file's.
    private static (uint Width, uint Height)? Sides(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
        {
            return null;
        }

        (uint Width, uint Height)? sides = null;
        var hasPicture = false;
        for (var rest = file[Signature.Length..]; rest.Length >= AroundChunk;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - AroundChunk)
            {
                return null;
            }

            var name = rest[4..8];
            var holds = rest.Slice(8, (int)length);
            if (sides is null)
            {
                if (!name.SequenceEqual("IHDR"u8) || holds.Length != HeadLength)
                {
                    return null;
                }

                sides = (BinaryPrimitives.ReadUInt32BigEndian(holds), BinaryPrimitives.ReadUInt32BigEndian(holds[4..]));
            }

            hasPicture |= name.SequenceEqual("IDAT"u8);
            rest = rest[(AroundChunk + holds.Length)..];
            if (name.SequenceEqual("IEND"u8))
            {
                return rest.IsEmpty && hasPicture ? sides : null;
            }
        }

        return null;
    }
}

/// <summary>What can be wrong with a logo.</summary>
public enum LogoFault
{
    /// <summary>It is not a PNG, or not a whole one.</summary>
    NotPng,

    /// <summary>It is more than <see cref="Logo.LargestFile"/> bytes.</summary>
    TooLarge,

    /// <summary>A side has too few pixels or too many.</summary>
    OddSize,
}
