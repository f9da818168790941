using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Finsam.LocalWorker;

/// <summary>What host.json says of what runs here; the rest of it is for the Functions host only.</summary>
public sealed record HostJson
{
    private const string Override = "AzureFunctionsJobHost";

    /// <summary>Stands before every route; <c>api</c> unless said otherwise.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>How queues are read.</summary>
    public QueueSettings Queues { get; init; } = new();

    /// <summary>Log levels by category.</summary>
    public IReadOnlyDictionary<string, string> LogLevels { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads host.json. A setting <c>AzureFunctionsJobHost__extensions__queues__batchSize</c> takes precedence over its value, as in the real host.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">The app's settings.</param>
    /// <exception cref="FunctionTableException">A value is not valid.</exception>
    public static HostJson Read(string path, IConfiguration? settings = null)
    {
        var overrides = (settings?.AsEnumerable() ?? [])
            .Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), pair.Value))
            .Where(pair => pair.Value is not null && pair.Key.StartsWith(Override + ":", StringComparison.OrdinalIgnoreCase))
            .Select(pair => KeyValuePair.Create(pair.Key[(Override.Length + 1)..], pair.Value));
        var json = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(path), optional: false).AddInMemoryCollection(overrides).Build();
        var queues = new QueueSettings();
        return new HostJson
        {
            RoutePrefix = (json["extensions:http:routePrefix"] ?? "api").Trim('/'),
            Queues = new QueueSettings
            {
                BatchSize = Number(json, "extensions:queues:batchSize", queues.BatchSize, 1, 32),
                MaxDequeueCount = Number(json, "extensions:queues:maxDequeueCount", queues.MaxDequeueCount, 1, int.MaxValue),
                VisibilityTimeout = Span(json, "extensions:queues:visibilityTimeout", queues.VisibilityTimeout, TimeSpan.Zero),
                MaxPollingInterval = Span(json, "extensions:queues:maxPollingInterval", queues.MaxPollingInterval, TimeSpan.FromMilliseconds(100)),
                Base64 = Encoding(json, "extensions:queues:messageEncoding", queues.Base64),
            },
            LogLevels = json.GetSection("logging:logLevel").GetChildren().ToDictionary(level => level.Key, level => level.Value ?? ""),
        };
    }

    private static int Number(IConfiguration json, string key, int usual, int least, int most) => json[key] switch
    {
        null => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var text => throw Refused(key, text, most == int.MaxValue ? $"{least} or more" : $"{least} to {most}"),
    };

    private static TimeSpan Span(IConfiguration json, string key, TimeSpan usual, TimeSpan least) => json[key] switch
    {
        null => usual,
        var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= least => span,
        var text => throw Refused(key, text, $"a time hh:mm:ss of at least {least}"),
    };

    private static bool Encoding(IConfiguration json, string key, bool usual) => json[key] switch
    {
        null => usual,
        var text when text.Equals("base64", StringComparison.OrdinalIgnoreCase) => true,
        var text when text.Equals("none", StringComparison.OrdinalIgnoreCase) => false,
        var text => throw Refused(key, text, "base64 or none"),
    };

    private static FunctionTableException Refused(string key, string value, string wanted) =>
        new($"host.json: {key.Replace(':', '.')} is '{value}', but must be {wanted}.");
}
