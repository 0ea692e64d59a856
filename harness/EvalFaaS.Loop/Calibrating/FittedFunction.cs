using EvalFaaS.Harness.Load;
using EvalFaaS.Loop.Recordings;
using EvalFaaS.Model;
using EvalFaaS.Simulator.Laws.Fitting;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Loop.Calibrating;

/// <summary>What a run says of its functions, as laws: how long a call takes that finds its code, and what each phase of a cold start adds.</summary>
/// <param name="Service">Latency of calls that found their code loaded, seconds, as their client sees it.</param>
/// <param name="ColdStart">The phases that only calls have which did not.</param>
/// <param name="CodeMiB">Memory of a loaded function.</param>
public sealed record FittedFunction(LawChoice Service, IReadOnlyList<FittedPhase> ColdStart, double CodeMiB)
{
    // A warm call has none of these.
    private static readonly Phase[] Loading = [Phase.Fetch, Phase.Verify, Phase.Compile, Phase.Load];

    /// <summary>Fits them.</summary>
    /// <param name="run">The run.</param>
    /// <param name="seed">Seed of the tests.</param>
    /// <exception cref="InvalidDataException">The run has too few calls of either kind.</exception>
    public static FittedFunction Of(MeasuredRun run, long seed)
    {
        double[] warm = [.. run.Warm.Select(MeasuredRun.Latency)];
        LoadSample[] cold = [.. run.Cold];
        if (warm.Length < 2 || cold.Length < 2)
            throw new InvalidDataException($"{warm.Length} calls of the run '{run.Scenario.Name}' found their code loaded and {cold.Length} did not: both kinds are needed. Choose another rate or policy.");
        var phases = Loading.Where(p => cold.Any(s => Seconds(s, p) > 0)).ToList();
        var usual = Median(warm);
        // The rest of what a cold call takes longer: pages of its code that are touched for the first time, and whatever the ledger does not see.
        var rest = cold.Select(s => Math.Max(0, MeasuredRun.Latency(s) - phases.Sum(p => Seconds(s, p)) - usual)).ToArray();
        return new FittedFunction(
            LawFitter.Fit(warm, seed),
            [.. phases.Select(p => new FittedPhase(p, LawFitter.Fit([.. cold.Select(s => Seconds(s, p))], seed))), new FittedPhase(Phase.Init, LawFitter.Fit(rest, seed))],
            run.CodeMiB);
    }

    /// <summary>The functions of a slice as the simulator takes them: code that serves any number of calls at a time.</summary>
    public IReadOnlyList<SimulatedFunction> Simulated(Slice slice)
    {
        var model = new FunctionModel
        {
            Service = Service.Chosen.Law,
            ColdStart = Simulator.Models.ColdStart.Of([.. ColdStart.Select(p => (p.Phase, p.Choice.Chosen.Law))]),
            MemoryMiB = CodeMiB,
            Concurrency = FunctionModel.Unlimited,
        };
        var times = slice.Calls.ToLookup(c => c.Function, c => c.AtSeconds);
        return [.. Enumerable.Range(0, slice.Functions.Count).Select(f => new SimulatedFunction(model with { Name = slice.Functions[f] }, new RecordedWorkload([.. times[f]])))];
    }

    private static double Seconds(in LoadSample sample, Phase phase) => (sample.Headers.Phases[phase] ?? 0) / 1e9;

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}

/// <summary>A phase of a cold start.</summary>
/// <param name="Phase">The phase; <c>init</c> is what no other one accounts for.</param>
/// <param name="Choice">Its law.</param>
public sealed record FittedPhase(Phase Phase, LawChoice Choice);
