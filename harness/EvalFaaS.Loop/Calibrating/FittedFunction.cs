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
        // The rest of what a cold call takes longer: pages of its code that are touched for the first time, and whatever the ledger does not see.
        var rest = WithoutSpreadOf(warm, [.. cold.Select(s => MeasuredRun.Latency(s) - phases.Sum(p => Seconds(s, p)))]);
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

    /// <summary>What must be added to a warm latency, independently drawn, so that middle and spread become those of the cold ones: a warm call spreads by itself, and variances add up.</summary>
    private static double[] WithoutSpreadOf(double[] warm, double[] cold)
    {
        double middle = Quantile(cold, 0.5), spread = Spread(cold), own = Math.Min(Spread(warm), spread);
        var share = spread > 0 ? Math.Sqrt(1 - own * own / (spread * spread)) : 1;
        var apart = middle - Quantile(warm, 0.5);
        return [.. cold.Select(c => Math.Max(0, apart + share * (c - middle)))];
    }

    // Between quartiles: a variance would be that of the few calls that something else held up.
    private static double Spread(double[] values) => Quantile(values, 0.75) - Quantile(values, 0.25);

    private static double Quantile(double[] values, double level) => values.Order().ElementAt((int)(level * (values.Length - 1)));
}

/// <summary>A phase of a cold start.</summary>
/// <param name="Phase">The phase; <c>init</c> is what no other one accounts for.</param>
/// <param name="Choice">Its law.</param>
public sealed record FittedPhase(Phase Phase, LawChoice Choice);
