using Finsam.Adapters;
using Finsam.App;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Finsam.Functions;

/// <summary>The whole app, registered; the same in both builds.</summary>
public static class FinsamServices
{
    /// <summary>Adds the use cases and what they stand on.</summary>
    public static IServiceCollection AddFinsam(this IServiceCollection services, IConfiguration configuration) => services
        .AddLogging(WithoutAddresses)
        .AddFinsamApp(configuration)
        .AddFinsamAdapters(configuration);

    // A form link's address holds its token, and ASP.NET Core writes addresses in its records from Information down to Trace.
    // Said for these categories, the filter holds whatever level the rest is set to. Hosting.Diagnostics also puts the address in a
    // scope that every record below it carries, so it is off altogether.
    private static void WithoutAddresses(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
        .AddFilter("Microsoft.Azure.Functions.Worker", LogLevel.Warning);
}
