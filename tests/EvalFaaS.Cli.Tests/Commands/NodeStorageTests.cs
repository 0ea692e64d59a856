using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary>A data directory that cannot be written, or is full.</summary>
public sealed class NodeStorageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_named_with_the_way_out()
    {
        // Below a file there is no directory for anybody, root included.
        var data = _folder.Write("file", "") + "/data";

        var result = await Cli.RunAsync("node", "--urls", "http://127.0.0.1:0", "--data", data);

        CliAssert.Refused(CliAssert.Failed, $"The data directory {data} cannot be made", result);
        Assert.Contains("Name another one, or mend its permissions.", result.Errors);
    }

    [Fact]
    public async Task On_a_full_disk_a_deployment_fails_and_what_was_deployed_goes_on()
    {
        using var disk = new SmallDisk("4m");
        await using var node = await NodeProcess.StartAsync(disk.Path);
        CliAssert.Succeeded(await DeployAsync(node, "before", "echo"));
        disk.Fill();

        CliAssert.Refused(CliAssert.Failed, "No space left on device", await DeployAsync(node, "late", "sha256"));

        Assert.Equal(["default/before@1"], await DeployedAsync(node));
        Assert.Equal("ping", CliAssert.Succeeded(await node.RunAsync("function", "invoke", "before", "-d", "ping")));
        disk.Free();
        CliAssert.Succeeded(await DeployAsync(node, "late", "sha256"));
    }

    [Fact]
    public async Task On_a_full_disk_a_node_starts_with_what_was_deployed()
    {
        using var disk = new SmallDisk("4m");
        await using (var first = await NodeProcess.StartAsync(disk.Path)) CliAssert.Succeeded(await DeployAsync(first, "before", "echo"));
        disk.Fill();

        await using var second = await NodeProcess.StartAsync(disk.Path);

        Assert.Equal(["default/before@1"], await DeployedAsync(second));
        Assert.Equal("ping", CliAssert.Succeeded(await second.RunAsync("function", "invoke", "before", "-d", "ping")));
    }

    [Fact]
    public async Task A_new_node_on_a_full_disk_says_what_it_lacks()
    {
        using var disk = new SmallDisk("4m", files: 1);

        CliAssert.Refused(CliAssert.Failed, disk.Path, await Cli.RunAsync("node", "--urls", "http://127.0.0.1:0", "--data", disk.Path));
    }

    private static Task<CliResult> DeployAsync(NodeProcess node, string name, string module) => node.RunAsync("function", "deploy", name, GuestFile.Prebuilt(module));

    private static async Task<IEnumerable<string?>> DeployedAsync(NodeProcess node) => CliAssert.Json(await node.RunAsync("function", "list", "--json")).AsArray().Select(f => (string?)f!["id"]);
}
