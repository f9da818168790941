using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Finsam.LocalWorker;

/// <summary>Runs a function: an instance of its class is made for each run from the run's own services, as in the real worker.</summary>
internal sealed class FunctionInvoker(FunctionDescription function)
{
    private readonly ParameterInfo[] parameters = function.Method.GetParameters();
    private readonly ObjectFactory? create = function.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(function.Method.DeclaringType!, []);

    public async Task<object?> InvokeAsync(IServiceProvider services, Func<ParameterInfo, object?> bind)
    {
        var arguments = parameters.Select(bind).ToArray();
        var instance = create?.Invoke(services, null);
        try
        {
            var result = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            if (result is Task task)
            {
                await task;
            }

            return result is Task<IResult> answer ? await answer : result;
        }
        finally
        {
            if (instance is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
            else
            {
                (instance as IDisposable)?.Dispose();
            }
        }
    }
}
