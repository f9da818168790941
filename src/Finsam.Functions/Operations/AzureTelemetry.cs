using System.Diagnostics;
using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Finsam.App.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Finsam.Functions.Operations;

/// <summary>Traces and metrics to Application Insights, sent by the worker itself with the app's identity. The host's own traces of requests stay off
/// (no telemetryMode in host.json): they would carry the address, and a form link's address holds its token. The logs go by the host.</summary>
public static class AzureTelemetry
{
    /// <summary>.NET's own traces of outgoing requests: storage, and the mail providers that are reached over HTTP.</summary>
    private const string OutgoingHttp = "System.Net.Http";

    /// <summary>Adds the exporter; without APPLICATIONINSIGHTS_CONNECTION_STRING nothing is collected.</summary>
    public static IServiceCollection AddAzureTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is not { Length: > 0 } connection)
        {
            return services;
        }

        services.AddOptions<AzureMonitorExporterOptions>().Configure<TokenCredential>((options, identity) =>
        {
            options.ConnectionString = connection;
            options.Credential = identity;
        });
        services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(Traces.Name, OutgoingHttp).AddProcessor(new WithoutAddresses()).AddAzureMonitorTraceExporter())
            .WithMetrics(metrics => metrics.AddMeter(Measures.Name).AddAzureMonitorMetricExporter());
        return services;
    }

    /// <summary>Of an outgoing request only the host is kept: storage keys and a mailbox's address stand in the rest.</summary>
    private sealed class WithoutAddresses : BaseProcessor<Activity>
    {
        private const string Address = "url.full";

        public override void OnEnd(Activity data)
        {
            if (data.GetTagItem(Address) is string address)
            {
                data.SetTag(Address, Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) + "/" : null);
            }
        }
    }
}
