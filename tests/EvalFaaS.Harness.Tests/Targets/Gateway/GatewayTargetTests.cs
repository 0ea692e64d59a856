using System.Diagnostics;
using System.Net.Sockets;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Tests.Functions;

namespace EvalFaaS.Harness.Tests.Targets.Gateway;

/// <summary>Targets behind the gateway.</summary>
[Collection(RealTargets.Name)]
public sealed class GatewayTargetTests(NativeBuild native)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("wasmtime", "N1 N2 N3 N4 N5")]
    [InlineData("process", "N5")]
    [InlineData("container", "pooled N5")]
    [InlineData("node", "N4 N5")]
    [InlineData("kestrel", "")]
    public async Task All_that_is_measured_goes_through_it_and_it_is_gone_with_the_target(string kind, string states)
    {
        using var machine = new TargetMachine();
        var inner = TargetMachine.Target(kind);
        var target = Behind(kind);
        Assert.Equal(states, string.Join(' ', target.States));
        await using (var run = await target.StartAsync(machine.Machine, 0, Stop))
        {
            var function = await run.DeployAsync(await TargetMachine.SetupAsync("echo", native), Stop);
            foreach (var state in target.States)
            {
                await function.StartOnceAsync(state, Stop);
                var observed = await function.StartOnceAsync(state, Stop);
                Assert.Equal((state, LoadOutcome.Ok), (observed.State, observed.Sample.Outcome));
            }

            var served = function.Served!;
            var plan = new LoadPlan { Requests = [served.AsLoad()], Connections = 2, MaximumRequests = 50, Duration = TimeSpan.FromMinutes(1) };
            var result = await LoadGenerator.RunAsync(plan, machine.Machine.Clock, Stop);
            Assert.All(Enumerable.Range(0, result.Samples.Count), i => Assert.Equal(LoadOutcome.Ok, result.Samples[i].Outcome));
            Assert.Null(run.Failure);

            // Ended, the gateway takes every way to the function with it.
            var gateway = Assert.Single(Process.GetProcessesByName("evalfaas"), p => File.ReadAllText($"/proc/{p.Id}/cmdline").Contains($"\0gateway\0--urls\0http://{served.Address}\0", StringComparison.Ordinal));
            using var end = Process.Start("kill", ["-TERM", $"{gateway.Id}"]);
            await gateway.WaitForExitAsync(Stop);
            await Assert.ThrowsAsync<SocketException>(() => LoadGenerator.RunAsync(plan, machine.Machine.Clock, Stop));
            Assert.NotNull(run.Failure);
            Assert.Contains("gateway", run.Configuration.Settings.Single(s => s.Key == "via").Value);
        }

        machine.AssertNothingLeft();
        Assert.Equal(inner.Name, target.Name);
    }

    [Fact]
    public void A_target_that_serves_no_HTTP_cannot_stand_behind_it() =>
        Assert.Equal("Target 'wasmtime-inproc' serves no HTTP: 'via: gateway' does not apply to it.", Assert.Throws<ArgumentException>(() => Behind("wasmtime-inproc")).Message);

    private static ITarget Behind(string kind) => TargetCatalogue.Create(new TargetSpec { Name = kind, Kind = kind, Via = "gateway" });
}
