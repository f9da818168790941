using System.Reflection;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Finsam.LocalWorker;

/// <summary>All functions of an app, in the order in which the Functions host tries their routes: by name.</summary>
public sealed class FunctionTable
{
    private FunctionTable(IReadOnlyList<FunctionDescription> functions) => Functions = functions;

    /// <summary>The functions, by name.</summary>
    public IReadOnlyList<FunctionDescription> Functions { get; }

    /// <summary>Reads the functions of an assembly.</summary>
    /// <param name="functions">The assembly.</param>
    /// <param name="host">host.json.</param>
    /// <param name="settings">The settings that <c>%Setting%</c> names.</param>
    /// <exception cref="FunctionTableException">A function cannot be run here.</exception>
    public static FunctionTable Read(Assembly functions, HostJson host, IConfiguration? settings = null) =>
        Read(functions.GetTypes(), host, settings);

    /// <summary>Reads the functions of some classes.</summary>
    /// <param name="types">The classes.</param>
    /// <param name="host">host.json.</param>
    /// <param name="settings">The settings that <c>%Setting%</c> names.</param>
    /// <exception cref="FunctionTableException">A function cannot be run here.</exception>
    public static FunctionTable Read(IEnumerable<Type> types, HostJson host, IConfiguration? settings = null)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var reader = new FunctionReader(host, settings);
        var functions = types.SelectMany(type => type.GetMethods(Declared))
            .Select(method => (Method: method, Attribute: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Attribute is not null)
            .Select(found => reader.Read(found.Attribute!.Name, found.Method))
            .OfType<FunctionDescription>()
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var problems = reader.Problems.Concat(FunctionConflicts.Find(functions)).ToList();
        return problems.Count == 0 ? new FunctionTable(functions) : throw new FunctionTableException(string.Join('\n', problems));
    }

    /// <summary>The functions as an aligned table.</summary>
    public string ToText()
    {
        IEnumerable<string[]> rows =
        [
            ["Function", "Trigger", "Methods", "Route, schedule or queue"],
            .. Functions.Select(function => new[]
            {
                function.Name,
                function.Trigger.ToString(),
                function.Trigger is not FunctionTrigger.Http ? "" : function.Methods.Count == 0 ? "all" : string.Join(' ', function.Methods),
                function.Route is { } route ? "/" + route : function.Schedule ?? function.Queue ?? "",
            }),
        ];
        var widths = Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin("  ", row.Take(3).Select((cell, column) => cell.PadRight(widths[column]))).Append("  ").Append(row[3]).Append('\n');
        }

        return text.ToString();
    }
}
