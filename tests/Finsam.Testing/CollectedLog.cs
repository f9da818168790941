using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Finsam.Testing;

/// <summary>Everything that is logged, at Trace level.</summary>
public sealed class CollectedLog : ILoggerProvider
{
    /// <summary>A line for each record and each scope.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Collects what a host logs.</summary>
    public void Collect(ILoggingBuilder logging) => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Logger(CollectedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log.Lines.Enqueue($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Lines.Enqueue($"{category} {logLevel} {formatter(state, exception)} {exception}");
    }
}
