using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Tests.Functions;

namespace EvalFaaS.Harness.Tests.Targets;

/// <summary>Every kind of target as a suite uses it.</summary>
[Collection(RealTargets.Name)]
public sealed class TargetTests(NativeBuild native)
{
    private const int Starts = 3;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What is behind a URL is known from a suite alone, and has tests of its own.</summary>
    private static IEnumerable<ITarget> All => TargetCatalogue.All.Where(t => t.Name != "http");

    public static TheoryData<string> Kinds => [.. All.Select(t => t.Name)];

    public static TheoryData<string> KindsThatServe => [.. All.Where(t => t.Abilities.HasFlag(TargetAbilities.Load)).Select(t => t.Name)];

    public static TheoryData<string> KindsThatHold => [.. All.Where(t => t.Abilities.HasFlag(TargetAbilities.Instances)).Select(t => t.Name)];

    public static TheoryData<string, string> KindsAndStates => [.. All.SelectMany(t => t.States.Select(s => (t.Name, s)))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_is_left_of_it_when_it_was_stopped(string kind)
    {
        using var machine = new TargetMachine();
        var target = TargetMachine.Target(kind);
        var run = await target.StartAsync(machine.Machine, 0, Stop);
        var function = await run.DeployAsync(await TargetMachine.SetupAsync("echo", native), Stop);
        foreach (var state in target.States) await function.StartOnceAsync(state, Stop);

        Assert.Null(run.Failure);
        await run.DisposeAsync();

        machine.AssertNothingLeft();
    }

    [Theory]
    [MemberData(nameof(KindsThatServe))]
    public async Task It_answers_rightly_again_and_again_and_says_how_it_is_set(string kind)
    {
        using var machine = new TargetMachine();
        await using var run = await TargetMachine.Target(kind).StartAsync(machine.Machine, 0, Stop);
        var function = await run.DeployAsync(await TargetMachine.SetupAsync("echo", native), Stop);

        foreach (var served in function.Endpoints)
        {
            var plan = new LoadPlan { Requests = [served.AsLoad()], Connections = 2, MaximumRequests = 50, Duration = TimeSpan.FromMinutes(1) };
            var result = await LoadGenerator.RunAsync(plan, machine.Machine.Clock, Stop);
            Assert.Equal(50, result.Samples.Count);
            Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(LoadOutcome.Ok, result.Samples[i].Outcome));
        }

        Assert.Contains(run.Configuration.Settings, s => s.Key == "CPU set" && s.Value == string.Join(',', machine.Machine.Cores.Targets));
        Assert.Contains(run.Configuration.Settings, s => s.Key == "memory limit" && s.Value != "none" == machine.Memory is not null);
        Assert.True(run.Usage(memory: true) is { ResidentBytes: > 0, Processes: > 0 });
    }

    [Theory]
    [MemberData(nameof(KindsAndStates))]
    public async Task A_start_state_that_was_forced_is_found_and_proved(string kind, string state)
    {
        using var machine = new TargetMachine();
        await using var run = await TargetMachine.Target(kind).StartAsync(machine.Machine, 0, Stop);
        var function = await run.DeployAsync(await TargetMachine.SetupAsync("hello", native), Stop);
        await function.StartOnceAsync(state, Stop);
        var loads = await run.LoadsAsync(Stop);
        var instances = new List<long>();

        for (var i = 0; i < Starts; i++)
        {
            var observed = await function.StartOnceAsync(state, Stop);
            Assert.Equal((state, LoadOutcome.Ok), (observed.State, observed.Sample.Outcome));
            Assert.InRange(observed.Sample.FirstByteNs, observed.Sample.IssuedNs, observed.Sample.LastByteNs);
            instances.Add(observed.Sample.Headers.InstanceId);
        }

        // A node that was started anew counts from the beginning: once each for the two deployments of the module, which is one.
        if (loads is { } before && state != "N0") Assert.Equal(LoadsOfAStart(kind, state) * Starts, await run.LoadsAsync(Stop) - before);
        if (instances[0] != 0) Assert.Equal(state == "N5" ? 1 : Starts, state == "N0" ? Starts : instances.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(KindsThatHold))]
    public async Task Live_instances_are_held_and_weighed(string kind)
    {
        using var machine = new TargetMachine();
        await using (var run = await TargetMachine.Target(kind).StartAsync(machine.Machine, Starts, Stop))
        {
            var function = await run.DeployAsync(await TargetMachine.SetupAsync("hello", native), Stop);

            var held = await function.HoldInstancesAsync(Starts, Stop);

            Assert.Equal(Starts, held.Instances);
            Assert.True(held.ProportionalBytes > 0, $"{held.ProportionalBytes} bytes");
        }

        machine.AssertNothingLeft();
    }

    [Fact]
    public async Task What_was_held_before_does_not_make_instances_look_small()
    {
        const int count = 1000; // So many that what a process takes but once does not count.
        using var machine = new TargetMachine();
        await using var run = await TargetMachine.Target("wasmtime-inproc").StartAsync(machine.Machine, count, Stop);
        var function = await run.DeployAsync(await TargetMachine.SetupAsync("hello", native), Stop);
        var first = await function.HoldInstancesAsync(count, Stop);

        var second = await function.HoldInstancesAsync(count, Stop);

        Assert.InRange(second.ProportionalBytes, first.ProportionalBytes / 2, first.ProportionalBytes * 2);
    }

    // A container's count is of containers started, each of which loads its program.
    private static int LoadsOfAStart(string kind, string state) => state switch
    {
        "N1" or "N2" or "N3" or "created" or "pooled" => 1,
        "N4" or "N5" => 0,
        "paused" => 0,
        _ => throw new ArgumentException($"{kind} {state}"),
    };
}
