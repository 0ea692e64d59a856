using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

public sealed class FullDiskTests
{
    [Fact]
    public async Task A_disk_that_runs_full_is_said_and_what_was_deployed_before_is_served_on()
    {
        using var disk = new SmallDisk("256k");
        await using var bench = await RuntimeBench.StartAsync(o => o with { DataDirectory = disk.Path });
        await bench.DeployAsync("small");
        var deployed = 1;

        var thrown = await Record.ExceptionAsync(async () =>
        {
            for (; deployed < 100; deployed++) await bench.DeployAsync($"f{deployed}", salt: deployed);
        });

        Assert.Equal(FaultKind.StorageFailed, Assert.IsType<FaultException>(thrown).Fault.Kind);
        await bench.ReopenAsync();
        Assert.Equal(deployed, bench.Runtime.List(null).Count);
        Assert.Equal(Outcome.Ok, await (await bench.CallAsync(bench.Find("small"))).Outcome);
    }
}
