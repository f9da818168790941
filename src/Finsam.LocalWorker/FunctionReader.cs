using System.Reflection;
using System.Text.RegularExpressions;
using Finsam.LocalWorker.Http;
using Finsam.LocalWorker.Timers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Finsam.LocalWorker;

/// <summary>Reads one function's attributes and parameters, and collects what stands in its way.</summary>
internal sealed partial class FunctionReader(HostJson host, IConfiguration? settings)
{
    /// <summary>The Functions host refuses the first two; <c>.auth</c> belongs to App Service.</summary>
    private static readonly string[] Reserved = ["admin", "runtime", ".auth"];

    public List<string> Problems { get; } = [];

    /// <summary>The function, or null after a problem was noted.</summary>
    public FunctionDescription? Read(string name, MethodInfo method)
    {
        var before = Problems.Count;
        var function = ReadTrigger(name, method);
        if (!FunctionName().IsMatch(name))
        {
            Refuse(name, "the name holds something else than letters, digits, - and _, or does not begin with a letter");
        }

        if (!method.IsPublic || method.DeclaringType is not { IsVisible: true } || method.ContainsGenericParameters)
        {
            Refuse(name, "the method and its class must be public and not generic");
        }

        return Problems.Count == before ? function : null;
    }

    private FunctionDescription? ReadTrigger(string name, MethodInfo method)
    {
        var triggers = method.GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes(), (parameter, attribute) => (parameter, attribute))
            .Where(found => found.attribute is HttpTriggerAttribute or TimerTriggerAttribute or QueueTriggerAttribute)
            .ToList();
        if (triggers is not [var (trigger, attribute)])
        {
            return Refuse(name, "it must have one parameter with HttpTrigger, TimerTrigger or QueueTrigger");
        }

        return attribute switch
        {
            HttpTriggerAttribute http => ReadHttp(name, method, trigger, http),
            TimerTriggerAttribute timer => ReadTimer(name, method, trigger, timer),
            _ => ReadQueue(name, method, trigger, (QueueTriggerAttribute)attribute),
        };
    }

    private FunctionDescription? ReadHttp(string name, MethodInfo method, ParameterInfo trigger, HttpTriggerAttribute http)
    {
        var own = string.IsNullOrEmpty(http.Route) ? name : http.Route;
        if (Reserved.FirstOrDefault(start => own.Trim('/').StartsWith(start, StringComparison.OrdinalIgnoreCase)) is { } taken)
        {
            Refuse(name, $"the route '{own}' begins with {taken}, which Azure keeps for itself");
        }

        if (http.AuthLevel is not AuthorizationLevel.Anonymous)
        {
            Refuse(name, $"the authorization level {http.AuthLevel} asks for a key, and no key is checked here; use Anonymous");
        }

        if (trigger.ParameterType != typeof(HttpRequest))
        {
            Refuse(name, $"the parameter '{trigger.Name}' must be an HttpRequest");
        }

        if (method.ReturnType != typeof(Task<IResult>) && method.ReturnType != typeof(IResult))
        {
            Refuse(name, "it must return Task<IResult> or IResult");
        }

        RoutePattern pattern;
        try
        {
            // Joined as the real worker joins them: with an empty prefix a route must not begin with a slash.
            pattern = RoutePatternFactory.Parse($"{host.RoutePrefix}/{own}");
        }
        catch (RoutePatternException exception)
        {
            return Refuse(name, $"the route '{own}' is not valid: {exception.Message}");
        }

        foreach (var parameter in Others(method, trigger))
        {
            if (!RouteValues.Accepts(parameter.ParameterType))
            {
                Refuse(name, $"the parameter '{parameter.Name}' is a {parameter.ParameterType.Name}; a route value is a string, int or Guid");
            }
            else if (pattern.GetParameter(parameter.Name!) is null)
            {
                Refuse(name, $"the parameter '{parameter.Name}' is not in the route '{own}'");
            }
        }

        var methods = (http.Methods ?? []).Select(verb => verb.ToUpperInvariant()).ToList();
        return new(name, FunctionTrigger.Http, pattern.RawText!.TrimStart('/'), methods, null, null, method);
    }

    private FunctionDescription? ReadTimer(string name, MethodInfo method, ParameterInfo trigger, TimerTriggerAttribute timer)
    {
        RefuseUnlessPlain(name, method, trigger);
        if (trigger.ParameterType != typeof(TimerInfo))
        {
            Refuse(name, $"the parameter '{trigger.Name}' must be a TimerInfo");
        }

        if (Resolve(name, timer.Schedule) is not { } schedule)
        {
            return null;
        }

        return TimerSchedule.TryParse(schedule) is null
            ? Refuse(name, $"the schedule '{schedule}' is not NCRONTAB with six fields (second minute hour day month weekday)")
            : new(name, FunctionTrigger.Timer, null, [], schedule, null, method);
    }

    private FunctionDescription? ReadQueue(string name, MethodInfo method, ParameterInfo trigger, QueueTriggerAttribute attribute)
    {
        RefuseUnlessPlain(name, method, trigger);
        var type = trigger.ParameterType;
        var own = type.IsClass && !type.IsArray && type.Namespace is { } space
            && !space.StartsWith("System", StringComparison.Ordinal) && !space.StartsWith("Azure", StringComparison.Ordinal);
        if (type != typeof(string) && !own)
        {
            Refuse(name, $"the parameter '{trigger.Name}' is a {type.Name}; a message is a string or a class or record of the app");
        }

        if (attribute.Connection is not (null or "" or "AzureWebJobsStorage"))
        {
            Refuse(name, $"the connection '{attribute.Connection}' is another than AzureWebJobsStorage");
        }

        if (Resolve(name, attribute.QueueName) is not { } queue)
        {
            return null;
        }

        return QueueName().IsMatch(queue)
            ? new(name, FunctionTrigger.Queue, null, [], null, queue, method)
            : Refuse(name, $"'{queue}' is not a queue name (3 to 63 of a-z, 0-9 and single hyphens)");
    }

    private void RefuseUnlessPlain(string name, MethodInfo method, ParameterInfo trigger)
    {
        foreach (var parameter in Others(method, trigger))
        {
            Refuse(name, $"the parameter '{parameter.Name}' is not supported; beside the trigger there may be a CancellationToken");
        }

        if (method.ReturnType != typeof(Task) && method.ReturnType != typeof(void))
        {
            Refuse(name, "it must return Task or void");
        }
    }

    private static IEnumerable<ParameterInfo> Others(MethodInfo method, ParameterInfo trigger) =>
        method.GetParameters().Where(parameter => parameter.Position != trigger.Position && parameter.ParameterType != typeof(CancellationToken));

    private string? Resolve(string name, string text)
    {
        var missing = false;
        var resolved = Setting().Replace(text, match =>
        {
            var value = settings?[match.Groups[1].Value];
            if (value is null)
            {
                missing = true;
                Refuse(name, $"the setting {match.Value} is missing");
            }

            return value ?? "";
        });
        return missing ? null : resolved;
    }

    private FunctionDescription? Refuse(string name, string why)
    {
        Problems.Add($"Function '{name}': {why}.");
        return null;
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Setting();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex FunctionName();

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex QueueName();
}
