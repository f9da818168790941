using System.Diagnostics;

namespace Finsam.Infra.Tests;

/// <summary>Runs what is written for a shell, with stand-ins for the tools it calls.</summary>
internal static class Shell
{
    /// <summary>Runs a command.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="tools">What each tool does instead, as a script for sh; how it was called is written down first.</param>
    public static (int ExitCode, string[] Calls, string Output) Run(string[] command, Dictionary<string, string> variables, Dictionary<string, string> tools)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are for sh.");
        var folder = Directory.CreateTempSubdirectory("finsam-shell-");
        try
        {
            var calls = Path.Combine(folder.FullName, "calls");
            foreach (var (tool, does) in tools)
            {
                var path = Path.Combine(folder.FullName, tool);
                File.WriteAllText(path, $"#!/bin/sh\necho {tool} \"$@\" >> '{calls}'\n{does}\n");
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
                }
            }

            var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
            start.Environment["PATH"] = folder.FullName + ":" + Environment.GetEnvironmentVariable("PATH");
            foreach (var (name, value) in variables)
            {
                start.Environment[name] = value;
            }

            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, File.Exists(calls) ? File.ReadAllLines(calls) : [], output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
