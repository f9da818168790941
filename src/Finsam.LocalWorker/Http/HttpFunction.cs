using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Finsam.LocalWorker.Http;

/// <summary>Answers one request by a function.</summary>
internal sealed partial class HttpFunction(FunctionDescription function, ILogger log)
{
    private readonly FunctionInvoker invoker = new(function);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var result = await invoker.InvokeAsync(context.RequestServices, parameter =>
                parameter.ParameterType == typeof(HttpRequest) ? context.Request
                : parameter.ParameterType == typeof(CancellationToken) ? context.RequestAborted
                : RouteValues.Convert(context.Request.RouteValues[parameter.Name!], parameter));
            await ((IResult)result!).ExecuteAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            LogAborted(log, function.Name);
        }
        catch (Exception exception) when (context.Response.HasStarted)
        {
            // Half an answer is sent: the connection is broken off, so that nobody takes it for a whole one.
            LogFailed(log, exception, function.Name);
            context.Abort();
        }
        catch (Exception exception)
        {
            LogFailed(log, exception, function.Name);
            context.Response.Clear();
            context.Response.StatusCode = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        }
    }

    [LoggerMessage(LogLevel.Error, "Function {Function} failed.")]
    private static partial void LogFailed(ILogger log, Exception exception, string function);

    [LoggerMessage(LogLevel.Debug, "Function {Function} stopped: the caller is gone.")]
    private static partial void LogAborted(ILogger log, string function);
}
