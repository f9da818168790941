using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Finsam.App.Forms;

/// <summary>A posted form, read within its limits.</summary>
internal static class FormBody
{
    // Fields alone stay far below this; a form with files holds at most one of the largest, or several smaller ones.
    private const long LargestFields = 1024 * 1024;
    private const long LargestWithFiles = 25 * 1024 * 1024;

    /// <summary>What was written; null when the body is no form.</summary>
    /// <param name="request">The request.</param>
    /// <param name="largestWithFiles">The most bytes of a form that may have files.</param>
    /// <exception cref="BadHttpRequestException">It is larger than we take in.</exception>
    public static async Task<PartEntry?> ReadAsync(HttpRequest request, long largestWithFiles = LargestWithFiles)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        var isMultipart = request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
        var largest = isMultipart ? largestWithFiles : LargestFields;
        if (request.ContentLength > largest)
        {
            throw TooLarge(null);
        }

        // Whoever does not say how much it is gets no further either.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = largest;
        }

        try
        {
            var form = await request.ReadFormAsync(
                new FormOptions { BufferBodyLengthLimit = largest, MultipartBodyLengthLimit = largest, ValueLengthLimit = (int)LargestFields, ValueCountLimit = 4000 },
                request.HttpContext.RequestAborted);
            return new PartEntry
            {
                Written = form.ToDictionary(f => f.Key, f => f.Value[^1] ?? "", StringComparer.Ordinal),
                Files = [.. await Task.WhenAll(form.Files.Where(f => f.Length > 0 && f.Name.StartsWith(PartEntry.FilePrefix, StringComparison.Ordinal)).Select(ReadAsync))],
            };
        }
        catch (InvalidDataException e)
        {
            // More or longer fields than we take in ("Form value count limit 4000 exceeded."), or no form at all.
            throw e.Message.Contains("limit", StringComparison.Ordinal) ? TooLarge(e) : new BadHttpRequestException("The form cannot be read.", e);
        }
        catch (Exception e) when (e is NotSupportedException or (IOException and not BadHttpRequestException))
        {
            // In an encoding that .NET no longer reads (UTF-7), or a multipart form that ends in the middle of a part.
            throw new BadHttpRequestException("The form cannot be read.", e);
        }
    }

    private static async Task<NewFile> ReadAsync(IFormFile file)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return new NewFile(file.Name[PartEntry.FilePrefix.Length..], file.FileName, bytes.ToArray());
    }

    private static BadHttpRequestException TooLarge(Exception? inner) =>
        new("The form is too large.", StatusCodes.Status413PayloadTooLarge, inner!);
}
