using Microsoft.AspNetCore.Http;

namespace Finsam.App.Pages;

/// <summary>A request's body, read whole within a limit.</summary>
internal static class RequestBody
{
    /// <summary>The most a file that is sent in may be: 20 MB.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>The body, or null when it is larger than <paramref name="largest"/> bytes.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int largest = LargestFile)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (bytes.Length + read > largest)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
