using System.Globalization;
using System.Reflection;

namespace Finsam.LocalWorker.Http;

/// <summary>Route values as a function's parameters.</summary>
internal static class RouteValues
{
    public static bool Accepts(Type type) => Bare(type) == typeof(string) || Bare(type) == typeof(int) || Bare(type) == typeof(Guid) || Bare(type) == typeof(DateOnly);

    /// <exception cref="FormatException">The value is not of the parameter's type; the real worker answers 500 as well, so such a route has a constraint.</exception>
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
        return type == typeof(int) ? int.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(Guid) ? Guid.Parse(text)
            : type == typeof(DateOnly) ? DateOnly.Parse(text, CultureInfo.InvariantCulture)
            : text;
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
