using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Finsam.LocalWorker.LocalStorage;
using Finsam.LocalWorker.NodePackages;

namespace Finsam.LocalWorker.Tests.LocalStorage;

public sealed class AzuriteTests : IDisposable
{
    private static readonly AzuritePorts AnyPorts = new(0, 0, 0);
    private readonly string folder = Directory.CreateTempSubdirectory("finsam-azurite-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Data_survive_a_stop_right_after_they_were_written()
    {
        var cancellation = TestContext.Current.CancellationToken;
        AzuritePorts ports;
        await using (var azurite = await Azurite.StartAsync(folder, cancellation: cancellation))
        {
            ports = azurite.Ports;
            await new BlobContainerClient(azurite.ConnectionString, "kept").CreateAsync(cancellationToken: cancellation);
            await new BlobClient(azurite.ConnectionString, "kept", "a").UploadAsync(BinaryData.FromString("å"), cancellation);
            var queue = new QueueClient(azurite.ConnectionString, "kept");
            await queue.CreateAsync(cancellationToken: cancellation);
            await queue.SendMessageAsync("hej", cancellation);
        }

        await using var again = await Azurite.StartAsync(folder, ports: ports, cancellation: cancellation);

        Assert.Equal(ports, again.Ports);
        var blob = await new BlobClient(again.ConnectionString, "kept", "a").DownloadContentAsync(cancellation);
        Assert.Equal("å", blob.Value.Content.ToString());
        var message = await new QueueClient(again.ConnectionString, "kept").ReceiveMessageAsync(cancellationToken: cancellation);
        Assert.Equal("hej", message.Value.Body.ToString());
    }

    [Fact]
    public async Task A_folder_in_use_and_a_port_in_use_are_refused()
    {
        await using var azurite = await Azurite.StartAsync(folder, cancellation: TestContext.Current.CancellationToken);

        var folderInUse = await Assert.ThrowsAsync<InvalidOperationException>(() => Azurite.StartAsync(folder, cancellation: TestContext.Current.CancellationToken));
        var portInUse = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Azurite.StartAsync(Path.Combine(folder, "other"), ports: azurite.Ports, cancellation: TestContext.Current.CancellationToken));

        Assert.Contains("används redan", folderInUse.Message, StringComparison.Ordinal);
        Assert.Contains("EADDRINUSE", portInUse.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Node_the_sentence_says_what_to_install()
    {
        var missing = await Assert.ThrowsAsync<ToolMissingException>(() => StartAsync(searchPath: ""));

        Assert.Equal(
            "Den lokala lagringen behöver Node.js, men programmet node hittades inte: installera Node.js 20 LTS eller senare från nodejs.org och försök igen.",
            missing.Message);
    }

    [Fact]
    public async Task Without_npm_the_sentence_says_what_to_install()
    {
        WriteProgram("node", "echo v20.1.0");

        var missing = await Assert.ThrowsAsync<ToolMissingException>(() => StartAsync(folder));

        Assert.Contains("programmet npm hittades inte: installera Node.js 20 LTS", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_Node_is_named()
    {
        WriteProgram("node", "echo v16.20.2");

        var old = await Assert.ThrowsAsync<ToolMissingException>(() => StartAsync(folder));

        Assert.Contains("nyare Node.js än 16.20.2", old.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_at_once_install_it_once_and_whole()
    {
        WriteProgram("npm", "echo run >> ../runs.txt");
        var tools = Path.Combine(folder, "tools");

        var installed = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() =>
            NodePackage.Azurite.FindOrMakeAsync(tools, new NodeTools(folder), null, TestContext.Current.CancellationToken))));

        var only = Assert.Single(installed.Distinct());
        Assert.True(File.Exists(Path.Combine(only, "package-lock.json")));
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(tools, "runs.txt"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Directory.GetDirectories(tools), directory => directory.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_installation_leaves_nothing_and_says_what_npm_said()
    {
        WriteProgram("npm", "echo ENOTFOUND\nexit 1");
        var tools = Path.Combine(folder, "tools");

        var failed = await Assert.ThrowsAsync<ToolMissingException>(() =>
            NodePackage.Azurite.FindOrMakeAsync(tools, new NodeTools(folder), null, TestContext.Current.CancellationToken));

        Assert.Contains("npm svarade: ENOTFOUND", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetDirectories(tools), directory => !directory.EndsWith(".part", StringComparison.Ordinal));
    }

    private Task<Azurite> StartAsync(string searchPath) => Azurite.StartAsync(
        Path.Combine(folder, "data"), Path.Combine(folder, "tools"), new NodeTools(searchPath), null, AnyPorts, TestContext.Current.CancellationToken);

    /// <summary>A stand-in for a program, found where the search path points.</summary>
    private void WriteProgram(string name, string script)
    {
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(Path.Combine(folder, name + ".cmd"), "@echo off\r\n" + script.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n");
            return;
        }

        var path = Path.Combine(folder, name);
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
