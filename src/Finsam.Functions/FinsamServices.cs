using Finsam.Adapters;
using Finsam.App;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Finsam.Functions;

/// <summary>The whole app, registered; the same in both builds.</summary>
public static class FinsamServices
{
    /// <summary>Adds the use cases and what they stand on.</summary>
    public static IServiceCollection AddFinsam(this IServiceCollection services, IConfiguration configuration) =>
        services.AddFinsamApp(configuration).AddFinsamAdapters(configuration);
}
