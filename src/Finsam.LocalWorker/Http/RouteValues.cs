using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Finsam.LocalWorker.Http;

/// <summary>Route values as a function's parameters.</summary>
internal static class RouteValues
{
    public static bool Accepts(Type type) => Bare(type) == typeof(string) || Bare(type) == typeof(int) || Bare(type) == typeof(Guid);

    /// <exception cref="FormatException">The value is not of the parameter's type; the real worker answers 500 as well.</exception>
    /// <exception cref="JsonException">The number is not as JSON writes it ("007", which a route's int constraint lets through): the real worker
    /// reads it as JSON, and answers 500.</exception>
    public static object? Convert(object? value, ParameterInfo parameter)
    {
        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture);
        if (string.IsNullOrEmpty(text))
        {
            return parameter.HasDefaultValue ? parameter.DefaultValue
                : Bare(parameter.ParameterType) != parameter.ParameterType || parameter.ParameterType == typeof(string) ? null
                : throw new FormatException($"The route has no value for '{parameter.Name}'.");
        }

        var type = Bare(parameter.ParameterType);
        return type == typeof(int) ? JsonSerializer.Deserialize<int>(text)
            : type == typeof(Guid) ? Guid.Parse(text)
            : text;
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
