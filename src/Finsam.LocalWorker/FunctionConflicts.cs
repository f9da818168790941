using Microsoft.AspNetCore.Routing.Patterns;

namespace Finsam.LocalWorker;

/// <summary>Functions that get in each other's way.</summary>
internal static class FunctionConflicts
{
    public static IEnumerable<string> Find(IReadOnlyList<FunctionDescription> functions)
    {
        foreach (var same in functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()))
        {
            yield return $"Function '{same.Key}': the name is used {same.Count()} times.";
        }

        var http = functions.Where(function => function.Route is not null).ToList();
        foreach (var (function, index) in http.Select((function, index) => (function, index)))
        {
            foreach (var other in http.Skip(index + 1).Where(other => Shape(other.Route!) == Shape(function.Route!) && Shares(function, other)))
            {
                yield return $"Functions '{function.Name}' and '{other.Name}': both answer {Verbs(function, other)} /{function.Route}.";
            }
        }
    }

    private static bool Shares(FunctionDescription one, FunctionDescription other) =>
        one.Methods.Count == 0 || other.Methods.Count == 0 || one.Methods.Intersect(other.Methods).Any();

    private static string Verbs(FunctionDescription one, FunctionDescription other) =>
        one.Methods.Count == 0 ? Verbs(other)
        : other.Methods.Count == 0 ? Verbs(one)
        : string.Join(' ', one.Methods.Intersect(other.Methods));

    private static string Verbs(FunctionDescription function) => function.Methods.Count == 0 ? "all of" : string.Join(' ', function.Methods);

    /// <summary>The route without its parameters' names: <c>a/{x:int}</c> and <c>A/{y:int}</c> match the same addresses.</summary>
    private static string Shape(string route) =>
        string.Join('/', RoutePatternFactory.Parse(route).PathSegments.Select(segment => string.Concat(segment.Parts.Select(Shape))));

    private static string Shape(RoutePatternPart part) => part switch
    {
        RoutePatternParameterPart parameter =>
            $"{{{parameter.ParameterKind}{string.Concat(parameter.ParameterPolicies.Select(policy => ":" + policy.Content))}}}",
        RoutePatternLiteralPart literal => literal.Content.ToUpperInvariant(),
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    };
}
