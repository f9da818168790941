using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Pages;

/// <summary>A style sheet, a script or a picture.</summary>
public sealed class Asset
{
    private readonly ReadOnlyMemory<byte> _content;
    private readonly Lazy<ReadOnlyMemory<byte>> _brotli;
    private readonly Lazy<ReadOnlyMemory<byte>> _gzip;

    private Asset(string name, byte[] content)
    {
        var extension = Path.GetExtension(name);
        Name = name;
        HashedName = $"{Path.GetFileNameWithoutExtension(name)}.{HashOf(content)}{extension}";
        MediaType = MediaTypeOf(extension);
        _content = content;

        // Compressed when first asked for: an instance that only sends mail has no use for it, and the browser keeps what it got.
        _brotli = new(() => Compressed(content, to => new BrotliStream(to, CompressionLevel.Optimal)));
        _gzip = new(() => Compressed(content, to => new GZipStream(to, CompressionLevel.Optimal)));
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The name it is served under.</summary>
    public string HashedName { get; }

    /// <summary>What it is.</summary>
    public string MediaType { get; }

    /// <summary>The hash in the names of what is kept for ever.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];

    /// <summary>It as an answer, compressed in the way the request accepts. Everything here is text, so compressing always pays.</summary>
    public IResult Answer(HttpRequest request)
    {
        var response = request.HttpContext.Response;
        response.Headers.Vary = "Accept-Encoding";
        var (encoding, content) = Accepts(request, "br") ? ("br", _brotli.Value) : Accepts(request, "gzip") ? ("gzip", _gzip.Value) : (null, _content);
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        return Kept(response, content, MediaType);
    }

    /// <summary>Bytes as an answer that the browser may keep for ever, since the address holds their hash.</summary>
    public static IResult Kept(HttpResponse response, ReadOnlyMemory<byte> content, string mediaType)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(content, mediaType);
    }

    internal static Asset Of(string name, byte[] content) => new(name, content);

    // "br;q=0" says that it is not wanted. "*" is left alone: it is said by programs that may not mean it.
    private static bool Accepts(HttpRequest request, string encoding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && e.Quality is not 0);

    private static ReadOnlyMemory<byte> Compressed(byte[] content, Func<Stream, Stream> to)
    {
        using var bytes = new MemoryStream();
        using (var compression = to(bytes))
        {
            compression.Write(content);
        }

        return bytes.ToArray();
    }

    private static string MediaTypeOf(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new ArgumentOutOfRangeException(nameof(extension), extension, null),
    };
}
