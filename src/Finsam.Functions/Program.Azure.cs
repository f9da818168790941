using Finsam.Functions;
using Finsam.Functions.Operations;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddFinsam(builder.Configuration).AddAzureTelemetry(builder.Configuration);
await builder.Build().RunAsync();
