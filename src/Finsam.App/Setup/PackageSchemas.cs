using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Finsam.App.Setup;

/// <summary>The published JSON Schemas, and a document held against one of them: everything that is wrong, in Swedish, with its path.</summary>
public static class PackageSchemas
{
    private const string ControlPatternStart = "^[^\\u0000";
    private const string CenturyPattern = "^(?!(0[0-9]|1[0-8]|2[2-9]|[3-9][0-9])[0-9]{2}-)";
    private const string GuidPatternStart = "^[0-9a-fA-F]{8}";

    private static readonly Lazy<ImmutableDictionary<string, JsonSchema>> Loaded = new(() =>
        Names.ToImmutableDictionary(name => name, name => JsonSchema.FromJsonAsync(Read(name)).GetAwaiter().GetResult(), StringComparer.Ordinal));

    private static readonly Lazy<ImmutableDictionary<string, JsonElement>> Documents = new(() =>
        Names.ToImmutableDictionary(name => name, name => JsonDocument.Parse(Read(name)).RootElement, StringComparer.Ordinal));

    /// <summary>The schemas' names: one for each file of a package, "template" and "outline".</summary>
    public static ImmutableArray<string> Names { get; } = [.. PackageFiles.Names.Select(n => Path.GetFileNameWithoutExtension(n)), "template", "outline"];

    /// <summary>A schema's text, as published at /scheman/{name}.json.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"schemas/{name}.schema.json")
            ?? throw new ArgumentException("There is no such schema.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A schema as a document, whose titles are the words people read for its properties.</summary>
    public static JsonElement Document(string name) => Documents.Value[name];

    /// <summary>The schema of a property of something; null when the schema does not know it.</summary>
    internal static JsonElement? Property(JsonElement? schema, string file, string name) =>
        Resolved(schema, file) is { } s && s.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var property) ? property : null;

    /// <summary>The schema of a list's items; null when the schema does not say.</summary>
    internal static JsonElement? Items(JsonElement? schema, string file) =>
        Resolved(schema, file) is { } s && s.TryGetProperty("items", out var items) ? items : null;

    private static JsonElement? Resolved(JsonElement? schema, string file) =>
        schema is { } s && s.TryGetProperty("$ref", out var reference)
            ? Document(PackageFiles.SchemaOf(file)!).GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;

    /// <summary>Everything in <paramref name="json"/> that does not hold against a schema. The text must already be JSON.</summary>
    public static IEnumerable<PackageFinding> Check(string schema, string file, string json)
    {
        using var parsed = JsonDocument.Parse(json);
        var document = parsed.RootElement;
        return Loaded.Value[schema].Validate(json)
            .SelectMany(Flatten)
            .Select(error => new PackageFinding(file, JsonPath(error), Message(error, ValueAt(document, JsonPath(error)))))
            .Distinct()
            .ToArray();
    }

    // A list item that fails holds its own errors below it; of the alternatives of a block or a part, the one of its own kind is told.
    private static IEnumerable<ValidationError> Flatten(ValidationError error)
    {
        if (error is not ChildSchemaValidationError { Errors.Count: > 0 } parent)
        {
            return [error];
        }

        if (parent.Errors.Count == 1)
        {
            return parent.Errors.Values.Single().SelectMany(Flatten);
        }

        var discriminator = parent.Errors.Values.SelectMany(branch => branch).FirstOrDefault(e =>
            e.Kind == ValidationErrorKind.PropertyRequired && e.Property is "kind" or "part");
        if (discriminator is not null && parent.Errors.Values.All(branch => branch.Any(e =>
            e.Kind == ValidationErrorKind.PropertyRequired && e.Property == discriminator.Property)))
        {
            return [discriminator];
        }

        var ofItsKind = parent.Errors.Values.FirstOrDefault(branch =>
            !branch.Any(e => e.Kind == ValidationErrorKind.NotInEnumeration && e.Property is "kind" or "part"));
        return ofItsKind is null ? [error] : ofItsKind.SelectMany(Flatten);
    }

    private static string JsonPath(ValidationError error)
    {
        var path = error.Path is null or "#" ? "$" : "$" + error.Path.TrimStart('#').Replace('/', '.');
        return path.Replace(".[", "[", StringComparison.Ordinal);
    }

    private static string ValueAt(JsonElement node, string path)
    {
        foreach (var step in path[1..].Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node.ValueKind switch
            {
                JsonValueKind.Array when int.TryParse(step, CultureInfo.InvariantCulture, out var index) && index < node.GetArrayLength() => node[index],
                JsonValueKind.Object when node.TryGetProperty(step, out var property) => property,
                _ => default,
            };
        }

        return node.ValueKind is JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array ? "" : node.ToString();
    }

    private static string Message(ValidationError error, string value) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => Say(SetupTexts.Required, error.Property),
        ValidationErrorKind.NoAdditionalPropertiesAllowed => Say(SetupTexts.NotAllowed, error.Property),
        ValidationErrorKind.StringExpected => SetupTexts.StringExpected,
        ValidationErrorKind.NumberExpected => SetupTexts.NumberExpected,
        ValidationErrorKind.IntegerExpected => SetupTexts.IntegerExpected,
        ValidationErrorKind.BooleanExpected => SetupTexts.BooleanExpected,
        ValidationErrorKind.ArrayExpected => SetupTexts.ArrayExpected,
        ValidationErrorKind.ObjectExpected => SetupTexts.ObjectExpected,
        ValidationErrorKind.DateExpected => Say(SetupTexts.Date, value),
        ValidationErrorKind.EmailExpected => Say(SetupTexts.Email, value),
        ValidationErrorKind.UriExpected => Say(SetupTexts.Uri, value),
        ValidationErrorKind.NotInEnumeration => Say(SetupTexts.Enumeration, value, string.Join(", ", error.Schema.Enumeration)),
        ValidationErrorKind.PatternMismatch when error.Schema.Pattern == Domain.Identifier.Pattern => Say(SetupTexts.PatternId, value),
        ValidationErrorKind.PatternMismatch when error.Schema.Pattern?.StartsWith(GuidPatternStart, StringComparison.Ordinal) == true => Say(SetupTexts.Guid, value),
        ValidationErrorKind.PatternMismatch when error.Schema.Pattern == CenturyPattern => Say(SetupTexts.Century, value),
        ValidationErrorKind.PatternMismatch when error.Schema.Pattern?.StartsWith(ControlPatternStart, StringComparison.Ordinal) == true => SetupTexts.ControlCharacter,
        ValidationErrorKind.PatternMismatch => Say(SetupTexts.Pattern, value, error.Schema.Pattern),
        ValidationErrorKind.NumberTooSmall => Say(SetupTexts.TooSmall, error.Schema.Minimum),
        ValidationErrorKind.NumberTooBig => Say(SetupTexts.TooLarge, error.Schema.Maximum),
        ValidationErrorKind.StringTooShort => SetupTexts.TooShort,
        ValidationErrorKind.StringTooLong => Say(SetupTexts.TooLong, error.Schema.MaxLength),
        ValidationErrorKind.TooFewItems => Say(SetupTexts.TooFewItems, error.Schema.MinItems),
        ValidationErrorKind.NotOneOf or ValidationErrorKind.NotAnyOf or ValidationErrorKind.ArrayItemNotValid => Say(
            SetupTexts.NoKind,
            string.Join(", ", error.Schema.OneOf.Select(s => s.ActualSchema.Properties.Values.FirstOrDefault(p => p.Name == "part") ?? s.ActualSchema.Properties.Values.FirstOrDefault(p => p.Name == "kind"))
                .SelectMany(p => p?.Enumeration ?? []))),
        _ => Say(SetupTexts.Other, error.Kind),
    };

    private static string Say(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
