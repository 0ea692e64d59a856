using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Targets.Node;
using EvalFaaS.Loop.Recordings;
using EvalFaaS.Loop.Replaying;
using EvalFaaS.Model;

namespace EvalFaaS.Loop.Calibrating;

/// <summary>Measures a scenario: a node with its policy, warm itself, with nothing loaded at the begin.</summary>
internal static class Measuring
{
    // Functions that are called before the run and never in it: what a policy learns of them, it learns of nobody else.
    private const int WarmUpFunctions = 20;
    private const int WarmUpRounds = 12;
    private const double WarmUpRate = 200;
    private const double WarmUpSeconds = 0.5;
    private const double MiB = 1 << 20;
    private static readonly TimeSpan LookPeriod = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private const int Connections = 16;

    public static async Task<MeasuredRun> RunAsync(NodeTarget target, FunctionBuild build, Scenario scenario, Slice slice, IReadOnlyList<string> program, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var functions = slice.Functions.Count;
        await using var fleet = await Fleet.StartAsync(target, build, functions + WarmUpFunctions, program, progress, cancellation);
        var run = (NodeRun)fleet.Run;
        // Deploying loads, and a policy would take that for a use.
        await run.RestartAsync(cancellation);
        await WarmUpAsync(fleet, functions, cancellation);
        var looks = new List<double>();
        var result = await Replay.RunAsync(slice, fleet, Connections, Patience, async (_, _, load) =>
        {
            using var timer = new PeriodicTimer(LookPeriod, TimeProvider.System);
            var before = await LoadedAsync(run, cancellation);
            while (await Task.WhenAny(timer.WaitForNextTickAsync(cancellation).AsTask(), load) != load) looks.Add(await LoadedAsync(run, cancellation) - before);
        }, cancellation);
        var code = await run.Client.DescribeAsync(FunctionName.DefaultNamespace, FunctionCopies.NameOf(build.Name, 0), cancellation);
        return new MeasuredRun(scenario, slice, result, looks, code.CodeBytes / MiB);
    }

    // Loading is warmed as well as running: each round begins with nothing loaded.
    private static async Task WarmUpAsync(Fleet fleet, int first, CancellationToken cancellation)
    {
        for (var round = 0; round < WarmUpRounds; round++)
        {
            var calls = Enumerable.Range(0, (int)(WarmUpRate * WarmUpSeconds)).Select(i => new SliceCall(i / WarmUpRate, first + i % WarmUpFunctions));
            await Replay.RunAsync(new Slice([], [.. calls], WarmUpSeconds), fleet, Connections, Patience, null, cancellation);
        }
    }

    private static async Task<double> LoadedAsync(NodeRun run, CancellationToken cancellation)
    {
        var counters = (await run.Client.NodeAsync(cancellation)).Counters;
        return counters.Loads - counters.Unmaps;
    }
}
