using Finsam.Functions;
using Finsam.LocalWorker;
using Microsoft.Extensions.Configuration;

namespace Finsam.Cli;

/// <summary>finsam functions: name, trigger, route, methods, schedule and queue of every function.</summary>
public static class FunctionsCommand
{
    /// <summary>The functions of the app.</summary>
    public static FunctionTable Table()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var host = HostJson.Read(Path.Combine(AppContext.BaseDirectory, "host.json"), configuration);
        return FunctionTable.Read(typeof(LocalProgram).Assembly, host, configuration);
    }

    /// <summary>Prints them.</summary>
    public static int Run()
    {
        Console.Write(Table().ToText());
        return 0;
    }
}
