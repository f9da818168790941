using System.Text;
using System.Text.Json;

namespace Finsam.LocalWorker.Queues;

/// <summary>A message's text as a function's parameter.</summary>
internal static class MessageBody
{
    /// <exception cref="FormatException">The text is not Base64.</exception>
    /// <exception cref="JsonException">The text is not JSON of that type.</exception>
    public static object Read(string body, bool base64, Type type)
    {
        var text = base64 ? Encoding.UTF8.GetString(Convert.FromBase64String(body)) : body;
        return type == typeof(string) ? text
            : JsonSerializer.Deserialize(text, type, JsonSerializerOptions.Web) ?? throw new JsonException("The message is null.");
    }
}
