using System.Reflection;
using Finsam.LocalWorker;
using Microsoft.AspNetCore.Builder;

namespace Finsam.Functions;

/// <summary>The app on one machine: what Program.Azure.cs is to the Functions host.</summary>
public static class LocalProgram
{
    /// <summary>Builds the app; the caller starts and stops it.</summary>
    /// <param name="builder">With the configuration that Azure's app settings would be.</param>
    /// <param name="inFront">What stands in front of the functions: on one machine, the sign-in that App Service does in Azure.</param>
    public static WebApplication Build(WebApplicationBuilder builder, Action<WebApplication>? inFront = null)
    {
        builder.Services.AddFinsam(builder.Configuration);
        builder.AddLocalWorker(Assembly.GetExecutingAssembly(), Path.Combine(AppContext.BaseDirectory, "host.json"));
        var app = builder.Build();
        inFront?.Invoke(app);
        return app.MapFunctions();
    }
}
