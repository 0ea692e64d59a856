using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

public sealed class DurabilityTests
{
    [Fact]
    public async Task A_deployed_function_survives_a_restart_with_everything_that_was_said_of_it()
    {
        await using var bench = await RuntimeBench.StartAsync();
        var deployed = await bench.DeployAsync("shop/cart", r => r with
        {
            Concurrency = 7,
            QueueLength = 8,
            MaxInvocations = 9,
            Environment = [new("A", "1"), new("B", "=2")],
            Arguments = ["x"],
            Directories = [new DirectoryGrant("/", "/data", ReadOnly: false)],
            Scratch = true,
            TrustDomain = "team",
            Limits = new InvocationLimits { MemoryBytes = 1 << 20, Timeout = TimeSpan.FromSeconds(3), Fuel = 5 },
        });

        await bench.ReopenAsync();

        var found = bench.Find("shop/cart").Revision;
        Assert.Equal(deployed.Revision with { Environment = [], Arguments = [], Directories = [] }, found with { Environment = [], Arguments = [], Directories = [] });
        Assert.Equal(deployed.Revision.Environment, found.Environment);
        Assert.Equal(deployed.Revision.Arguments, found.Arguments);
        Assert.Equal(deployed.Revision.Directories, found.Directories);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_power_loss_at_any_step_of_a_deployment_leaves_the_old_revision_or_the_new_one(bool undoRenames)
    {
        var steps = await StepsOfAsync();
        Assert.True(steps > 10, "The dry run took no steps.");
        for (var stopAt = 1; stopAt <= steps; stopAt++)
        {
            await using var bench = await RuntimeBench.StartAsync();
            await bench.DeployAsync(salt: 1);
            await bench.Runtime.DisposeAsync();
            bench.Files = new PowerLossFileLayer(stopAt, undoRenames);
            var acknowledged = await TryDeployAsync(bench);

            bench.Files = new DiskFileLayer();
            bench.Open();

            var served = bench.Find("hello");
            Assert.True(served.Revision.Name.Revision == "2" || (!acknowledged && served.Revision.Name.Revision == "1"), $"Step {stopAt}: revision {served.Revision.Name.Revision} is served.");
            var call = await bench.CallAsync(served);
            Assert.True((await call.Outcome).IsOk, $"Step {stopAt}: {(await call.Outcome).Fault}");
        }
    }

    [Fact]
    public async Task A_full_disk_is_said_and_loses_nothing()
    {
        // The first step belongs to opening.
        for (var failAt = 2; ; failAt++)
        {
            await using var bench = await RuntimeBench.StartAsync();
            var old = await bench.DeployAsync(salt: 1);
            await bench.Runtime.DisposeAsync();
            var disk = new FullDiskFileLayer(failAt);
            bench.Files = disk;
            bench.Open();

            var thrown = await Record.ExceptionAsync(() => bench.DeployAsync(salt: 2));

            if (!disk.Failed)
            {
                Assert.True(failAt > 10, "Deployment took hardly any steps.");
                return;
            }

            var fault = Assert.IsType<FaultException>(thrown);

            Assert.Equal(FaultKind.StorageFailed, fault.Fault.Kind);
            Assert.True(fault.Fault.RetryMayHelp);
            Assert.Equal(old.Revision.Name, bench.Find("hello").Revision.Name);
            Assert.Equal(Outcome.Ok, await (await bench.CallAsync(bench.Find("hello"))).Outcome);
        }
    }

    [Theory]
    [InlineData("{ \"schema\": 1, \"na")]
    [InlineData("""{ "schema": 1, "namespace": "default", "name": "one", "nextNumber": 2, "revisions": [{ "revision": "1", "module": "sha256:1", "contract": "Reactor", "engine": "fake", "limits": {}, "concurrency": 1, "queueLength": 1, "maxInvocations": 1, "trustDomain": "local", "created": "2026-01-01T00:00:00Z" }] }""")]
    public async Task A_damaged_record_is_passed_over_and_the_others_are_served(string record)
    {
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync("one");
        await bench.DeployAsync("two");
        await File.WriteAllTextAsync(Path.Combine(bench.Data, "functions/default/one.json"), record, TestContext.Current.CancellationToken);

        await bench.ReopenAsync();

        Assert.Equal(["default/two@1"], bench.Runtime.List(null).Select(f => f.Name));
    }

    [Fact]
    public async Task Two_nodes_do_not_share_a_data_directory()
    {
        await using var bench = await RuntimeBench.StartAsync();

        var fault = Assert.Throws<FaultException>(bench.Open);

        Assert.Contains("in use by another node", fault.Message);
    }

    private static async Task<int> StepsOfAsync()
    {
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync(salt: 1);
        await bench.Runtime.DisposeAsync();
        var layer = new PowerLossFileLayer(int.MaxValue, undoRenames: false);
        bench.Files = layer;
        await TryDeployAsync(bench);
        bench.Open();
        return layer.Steps;
    }

    private static async Task<bool> TryDeployAsync(RuntimeBench bench)
    {
        try
        {
            bench.Open();
            await bench.DeployAsync(salt: 2);
            return true;
        }
        catch (FaultException e) when (e.Fault.Kind == FaultKind.StorageFailed)
        {
            return false;
        }
        finally
        {
            // Opening may have failed already; then there is nothing to close.
            await bench.Runtime.DisposeAsync();
        }
    }
}
