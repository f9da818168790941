using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Finsam.App.Setup;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.History;
using Finsam.Domain.Records;
using Finsam.Domain.Registers;
using Finsam.Domain.Templates;

namespace Finsam.App.Tests.Setup;

public sealed class PackageSchemasTests
{
    // A final report follows from its initiative, and material must go out on some day: no package says otherwise.
    private static readonly Dictionary<string, string[]> NeverInAPackage = new(StringComparer.Ordinal)
    {
        ["$.periods[].kind"] = ["final"],
        ["$.settings.yearCycle.materialShift"] = ["keep"],
    };

    public static TheoryData<string, Type> Records => new()
    {
        { "association", typeof(Association) },
        { "initiatives", typeof(InitiativeFile) },
        { "registers", typeof(AssociationRegisters) },
        { "goals", typeof(GoalFile) },
        { "budget", typeof(BudgetFile) },
        { "booked", typeof(BookedFile) },
        { "history", typeof(PublishedHistory) },
        { "figures", typeof(FigureFile) },
        { "texts", typeof(TextFile) },
        { "mails", typeof(MailFile) },
        { "columns", typeof(ColumnFile) },
        { "periods", typeof(PeriodFile) },
        { "template", typeof(FormTemplate) },
        { "outline", typeof(Outline) },
    };

    [Fact]
    public void Every_published_schema_is_held_against_a_record() =>
        Assert.Equal(PackageSchemas.Names.Order(), Records.Select(r => r.Data.Item1).Order());

    [Fact]
    public void Every_published_schema_accepts_the_sample_and_nothing_else()
    {
        foreach (var (file, text) in Package.Gavleborg())
        {
            var schema = PackageFiles.SchemaOf(file)!;
            Assert.Empty(PackageSchemas.Check(schema, file, text));
            Assert.NotEmpty(PackageSchemas.Check(schema, file, """{ "annat": 1 }"""));
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Schema_and_record_have_the_same_properties_requirements_and_choices(string schema, Type record)
    {
        var root = JsonNode.Parse(PackageSchemas.Read(schema))!.AsObject();
        var drift = new List<string>();

        Compare(root, root, record, "$", drift);

        Assert.Empty(drift);
    }

    [Fact]
    public void What_we_write_of_a_record_is_what_its_schemas_accept() => Assert.All(
        PackageFiles.Of(ReadPackage.From(Package.Gavleborg()).Record!),
        file => Assert.Empty(PackageSchemas.Check(PackageFiles.SchemaOf(file.Key)!, file.Key, file.Value)));

    [Fact]
    public void A_schema_that_does_not_exist_is_not_read() =>
        Assert.Throws<ArgumentException>(() => PackageSchemas.Read("../association"));

    private static void Compare(JsonObject root, JsonObject schema, Type type, string path, List<string> drift)
    {
        schema = Resolved(root, schema);
        type = Nullable.GetUnderlyingType(type) ?? type;
        var info = RecordJson.Options.GetTypeInfo(type);
        if (info.PolymorphismOptions is { } kinds)
        {
            CompareKinds(root, schema, kinds, path, drift);
        }
        else if (type.IsEnum)
        {
            var choices = Enum.GetValues(type).Cast<object>().Select(v => JsonSerializer.SerializeToNode(v, type, RecordJson.Options)!.GetValue<string>());
            Same(choices.Except(NeverInAPackage.GetValueOrDefault(path, [])), Choices(schema), path + " (choices)", drift);
        }
        else if (info.Kind == JsonTypeInfoKind.Enumerable)
        {
            Say(schema["type"]?.GetValue<string>() == "array" && schema["items"] is JsonObject, $"{path}: the record has a list", drift);
            if (schema["items"] is JsonObject items)
            {
                Compare(root, items, info.ElementType!, path + "[]", drift);
            }
        }
        else if (info.Kind == JsonTypeInfoKind.Object)
        {
            CompareObject(root, schema, info, path, drift, discriminator: null);
        }
        else if (schema["oneOf"] is JsonArray either)
        {
            // A text alone, or an object with the record's properties.
            Compare(root, either[0]!.AsObject(), typeof(string), path, drift);
            Same(type.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)), either[1]!["properties"]!.AsObject().Select(p => p.Key), path, drift);
        }
        else
        {
            var expected = type == typeof(decimal) ? "number" : type == typeof(int) ? "integer" : type == typeof(bool) ? "boolean" : "string";
            Say(schema["type"]?.GetValue<string>() == expected, $"{path}: the record has {type.Name}", drift);
        }
    }

    private static void CompareKinds(JsonObject root, JsonObject schema, JsonPolymorphismOptions kinds, string path, List<string> drift)
    {
        var branches = schema["oneOf"]!.AsArray().Select(b => Resolved(root, b!.AsObject()))
            .ToDictionary(b => Choices(b["properties"]![kinds.TypeDiscriminatorPropertyName]!.AsObject()).Single(), StringComparer.Ordinal);
        Same(kinds.DerivedTypes.Select(d => (string)d.TypeDiscriminator!), branches.Keys, path + " (kinds)", drift);
        foreach (var kind in kinds.DerivedTypes.Where(d => branches.ContainsKey((string)d.TypeDiscriminator!)))
        {
            CompareObject(
                root, branches[(string)kind.TypeDiscriminator!], RecordJson.Options.GetTypeInfo(kind.DerivedType), $"{path}({kind.TypeDiscriminator})", drift,
                kinds.TypeDiscriminatorPropertyName);
        }
    }

    private static void CompareObject(JsonObject root, JsonObject schema, JsonTypeInfo info, string path, List<string> drift, string? discriminator)
    {
        // A property without a setter is worked out from the others and is no part of a package.
        var properties = info.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null).ToDictionary(p => p.Name, StringComparer.Ordinal);
        var published = schema["properties"]!.AsObject();
        Same(properties.Keys, published.Select(p => p.Key).Where(k => k != "$schema" && k != discriminator), path, drift);
        Same(
            properties.Values.Where(p => p.IsRequired || p.AssociatedParameter is { HasDefaultValue: false }).Select(p => p.Name),
            (schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).Where(k => k != discriminator),
            path + " (required)", drift, publishedMayHaveMore: true);
        Say(schema["additionalProperties"] is JsonValue no && !no.GetValue<bool>(), $"{path}: the schema lets unknown properties through", drift);
        foreach (var (name, property) in properties.Where(p => published.ContainsKey(p.Key)))
        {
            Compare(root, published[name]!.AsObject(), property.PropertyType, $"{path}.{name}", drift);
        }
    }

    private static JsonObject Resolved(JsonObject root, JsonObject schema) =>
        schema["$ref"]?.GetValue<string>() is { } reference ? root["definitions"]![reference["#/definitions/".Length..]]!.AsObject() : schema;

    private static IEnumerable<string> Choices(JsonObject schema) => (schema["enum"]?.AsArray() ?? []).Select(c => c!.GetValue<string>());

    private static void Same(IEnumerable<string> record, IEnumerable<string> published, string path, List<string> drift, bool publishedMayHaveMore = false)
    {
        var (mine, theirs) = (record.ToHashSet(StringComparer.Ordinal), published.ToHashSet(StringComparer.Ordinal));
        drift.AddRange(mine.Except(theirs).Select(p => $"{path}: {p} is in the record and not in the schema"));
        if (!publishedMayHaveMore)
        {
            drift.AddRange(theirs.Except(mine).Select(p => $"{path}: {p} is in the schema and not in the record"));
        }
    }

    private static void Say(bool holds, string otherwise, List<string> drift)
    {
        if (!holds)
        {
            drift.Add(otherwise + " and the schema does not");
        }
    }
}
