using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Finsam.Domain.Answers;
using Finsam.Domain.Templates;

namespace Finsam.App.Setup;

/// <summary>How records, templates and answers are written as JSON: the same document always gives the same bytes.</summary>
public static class RecordJson
{
    /// <summary>The one set of options for everything that is stored, exported or hashed.</summary>
    public static JsonSerializerOptions Options { get; } = Make(indented: false);

    /// <summary>The same, readable by people: for packages.</summary>
    public static JsonSerializerOptions Readable { get; } = Make(indented: true);

    /// <summary>The document's bytes, UTF-8.</summary>
    public static byte[] Bytes<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    /// <summary>The document as text.</summary>
    public static string Text<T>(T document) => JsonSerializer.Serialize(document, Options);

    /// <summary>The document as a file of a package: readable by people, closed by a line break.</summary>
    public static string Document<T>(T document) => JsonSerializer.Serialize(document, Readable) + "\n";

    /// <summary>Reads a document that we wrote.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null is no document.");

    /// <summary>Reads a document that we wrote.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null is no document.");

    private static JsonSerializerOptions Make(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            AllowOutOfOrderMetadataProperties = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new AnswerSheetConverter(), new AtHandConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    // What everybody needs is written as the text alone.
    private sealed class AtHandConverter : JsonConverter<AtHand>
    {
        private const string TextProperty = "text";
        private const string SectionsProperty = "sections";
        private const string GoalsProperty = "ofGoals";

        public override AtHand Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var item = document.RootElement;
            return item.ValueKind == JsonValueKind.String ? new AtHand(item.GetString()!) : new AtHand(item.GetProperty(TextProperty).GetString()!)
            {
                Sections = item.TryGetProperty(SectionsProperty, out var sections) ? [.. sections.EnumerateArray().Select(s => s.GetString()!)] : [],
                OfGoals = item.TryGetProperty(GoalsProperty, out var goals) && goals.GetBoolean(),
            };
        }

        public override void Write(Utf8JsonWriter writer, AtHand value, JsonSerializerOptions options)
        {
            if (value is { Sections.IsEmpty: true, OfGoals: false })
            {
                writer.WriteStringValue(value.Text);
                return;
            }

            writer.WriteStartObject();
            writer.WriteString(TextProperty, value.Text);
            if (!value.Sections.IsEmpty)
            {
                writer.WritePropertyName(SectionsProperty);
                JsonSerializer.Serialize(writer, value.Sections, options);
            }

            if (value.OfGoals)
            {
                writer.WriteBoolean(GoalsProperty, true);
            }

            writer.WriteEndObject();
        }
    }

    private sealed class AnswerSheetConverter : JsonConverter<AnswerSheet>
    {
        private const string UnknownProperty = "saknas";
        private const string FileProperty = "fil";
        private const string NameProperty = "namn";
        private const string MediaTypeProperty = "sort";
        private const string SizeProperty = "storlek";

        public override AnswerSheet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var answers = new List<KeyValuePair<string, Answer>>();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = reader.GetString()!;
                reader.Read();
                answers.Add(new(key, reader.TokenType switch
                {
                    JsonTokenType.Number => new Answer.Number(reader.GetDecimal()),
                    JsonTokenType.String => new Answer.Text(reader.GetString()!),
                    JsonTokenType.StartObject => UnknownOrFile(ref reader),
                    _ => throw new JsonException($"No answer can be {reader.TokenType}."),
                }));
            }

            return AnswerSheet.Of(answers);
        }

        public override void Write(Utf8JsonWriter writer, AnswerSheet value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (key, answer) in value.Entries)
            {
                writer.WritePropertyName(key);
                switch (answer)
                {
                    case Answer.Number(var number):
                        writer.WriteNumberValue(number);
                        break;
                    case Answer.Text(var text):
                        writer.WriteStringValue(text);
                        break;
                    case Answer.File(var hash, var name, var mediaType, var size):
                        writer.WriteStartObject();
                        writer.WriteString(FileProperty, hash);
                        writer.WriteString(NameProperty, name);
                        writer.WriteString(MediaTypeProperty, mediaType);
                        writer.WriteNumber(SizeProperty, size);
                        writer.WriteEndObject();
                        break;
                    default:
                        writer.WriteStartObject();
                        writer.WriteBoolean(UnknownProperty, true);
                        writer.WriteEndObject();
                        break;
                }
            }

            writer.WriteEndObject();
        }

        private static Answer UnknownOrFile(ref Utf8JsonReader reader)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var answer = document.RootElement;
            if (answer.TryGetProperty(UnknownProperty, out var unknown) && unknown.ValueKind == JsonValueKind.True)
            {
                return Answer.Unknown.Instance;
            }

            return answer.TryGetProperty(FileProperty, out var hash) && answer.TryGetProperty(NameProperty, out var name)
                && answer.TryGetProperty(MediaTypeProperty, out var mediaType) && answer.TryGetProperty(SizeProperty, out var size)
                    ? new Answer.File(hash.GetString()!, name.GetString()!, mediaType.GetString()!, size.GetInt64())
                    : throw new JsonException("No answer is neither unknown nor a file.");
        }
    }
}
