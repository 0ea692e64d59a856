using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Tests.Functions;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Tests.Targets;

/// <summary>The table of phases in docs/targets.md, held against every target that is here: what a start of it leaves in the raw data.</summary>
[Collection(RealTargets.Name)]
public sealed class PhasesOfStartsTests(NativeBuild native)
{
    private static readonly string[] Nodes = ["wasmtime", "wasmtime-worker", "wasmedge", "wasmedge-interp"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => [.. TargetCatalogue.All.Where(t => t.Name != "http" && t.States.Count > 0).Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_start_leaves_the_phases_of_the_table(string kind)
    {
        using var machine = new TargetMachine();
        var target = TargetMachine.Target(kind);
        await using var run = await target.StartAsync(machine.Machine, 0, Stop);
        var function = await run.DeployAsync(await TargetMachine.SetupAsync("hello", native), Stop);
        foreach (var state in target.States)
        {
            // As a trial does it: what reuses an instance has none before its first call.
            await function.StartOnceAsync(state, Stop);
            var observed = await function.StartOnceAsync(state, Stop);
            var row = SampleConversion.Row(0, observed.Sample, observed.State, "c");
            Assert.Equal((Sample.Ok, state), (row.Outcome, row.StartState));
            Holds(kind, state, row);
        }
    }

    [Theory]
    [InlineData("process", "N3")]
    [InlineData("container", "N3")]
    [InlineData("process", "N5")]
    public async Task So_does_each_of_a_storm(string kind, string state)
    {
        using var machine = new TargetMachine();
        await using var run = await TargetMachine.Target(kind).StartAsync(machine.Machine, 0, Stop);
        var function = await run.DeployAsync(await TargetMachine.SetupAsync("hello", native), Stop);

        foreach (var observed in await function.StartManyAsync(state, 4, Stop))
            Holds(kind, state, SampleConversion.Row(0, observed.Sample, observed.State, "c"));
    }

    private static void Holds(string kind, string state, Sample row)
    {
        var phases = PhaseDurations.Phases.ToArray().Where(p => row.Phases[p] is not null).ToList();
        var inside = phases.Sum(p => row.Phases[p]!.Value);
        Assert.True(inside <= row.FirstByteNs - row.IntendedNs, $"{state}: phases of {inside} ns in {row.FirstByteNs - row.IntendedNs} ns");
        Assert.Contains(Phase.Execute, phases);
        if (OfTheTable(kind, state) is not { } expected) return;
        Assert.True(expected.SequenceEqual(phases), $"{state}: {string.Join(", ", phases)}");
        // What the first stretch is takes time: a process to be spawned, a container to be created, started or thawed.
        Assert.True(row.Phases[phases[0]] > 0, $"{state}: {phases[0]} took no time");
    }

    private static Phase[]? OfTheTable(string kind, string state) => (kind, state) switch
    {
        _ when Nodes.Contains(kind) || kind == "wasmtime-inproc" => null,
        (_, "pooled" or "N4" or "N5") => [Phase.Execute],
        ("container" or "docker" or "podman", "N2" or "N3") => [Phase.Load, Phase.Instantiate, Phase.Init, Phase.Execute],
        (_, "created") => [Phase.Instantiate, Phase.Init, Phase.Execute],
        (_, "paused") or ("process" or "wasmtime-cli" or "wasmedge-cli", "N2" or "N3") => [Phase.Instantiate, Phase.Execute],
        (_, "N0") => [Phase.Init, Phase.Execute],
        _ => throw new ArgumentException($"The table has no {kind} in {state}."),
    };
}
