using System.IO.Compression;

namespace Finsam.Documents.Excel;

/// <summary>A part of the file while it is unpacked: bytes are counted as they come, and at the end their checksum must be the file's.</summary>
internal sealed class GuardedStream(ZipArchiveEntry entry, ReadingBudget budget) : Stream
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(TableEntry)];

    private readonly Stream _inner = entry.Open();
    private readonly uint _expected = entry.Crc32;
    private readonly long _declared = entry.Length;
    private uint _checksum = uint.MaxValue;
    private long _total;
    private int _sinceNode;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _total;
        set => throw new NotSupportedException();
    }

    /// <summary>Something whole has been read, so that its memory can be used again.</summary>
    public void NodeRead() => _sinceNode = 0;

    public override int Read(Span<byte> buffer)
    {
        var count = _inner.Read(buffer);
        if (count == 0)
        {
            if (!buffer.IsEmpty && (_total != _declared || ~_checksum != _expected))
            {
                throw new InvalidDataException("The part is cut, or its checksum is another.");
            }

            return 0;
        }

        budget.UseBytes(count);
        _total += count;
        _sinceNode += count;
        if (_sinceNode > ReadingLimits.NodeBytes)
        {
            throw ReadingBudget.TooMuchContent();
        }

        foreach (var value in buffer[..count])
        {
            _checksum = Table[(_checksum ^ value) & 0xFF] ^ (_checksum >> 8);
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // CRC-32 as zip files have it (ISO 3309).
    private static uint TableEntry(int index)
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320u;
        }

        return value;
    }
}
