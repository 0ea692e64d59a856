using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>
/// Runs before the blocks: proves that every target gives the right answer, and finds what each can do, so that all of them get the same rate.
/// Nothing of it goes into the figures.
/// </summary>
internal sealed class Pilot(FunctionCatalogue functions, MeasuringMachine machine, TimeSpan warmUp)
{
    private static readonly TimeSpan WarmUpStep = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Probe = TimeSpan.FromMilliseconds(100);
    private const int Probes = 5;
    private readonly Dictionary<(string Target, Workload Workload), double> _capacity = [];

    /// <summary>Configuration of each target as read back.</summary>
    public Dictionary<string, TargetConfiguration> Configurations { get; } = [];

    /// <summary>Targets that do not answer rightly, with the reason; they are not measured, and the run has failed.</summary>
    public Dictionary<string, string> Failures { get; } = [];

    /// <summary>Starts a target once and tries its functions.</summary>
    public async Task TryAsync(ITarget target, IReadOnlyList<Cell> cells, CancellationToken cancellation)
    {
        try
        {
            await TryFunctionsAsync(target, cells, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failures[target.Name] = e.Message;
        }
    }

    private async Task TryFunctionsAsync(ITarget target, IReadOnlyList<Cell> cells, CancellationToken cancellation)
    {
        await using var run = await target.StartAsync(machine, 0, cancellation);
        var running = new RunningFunctions(functions);
        foreach (var workload in cells.Select(c => c.Workload).Distinct())
        {
            await running.DeployAsync(workload, run, cancellation);
            var function = running.Find(workload)!;
            await VerifyAsync(target, workload, function, cells, cancellation);
            var load = cells.Select(c => c.Measure).OfType<LatencyMeasure>().FirstOrDefault(m => m.Functions.Contains(workload) && m.Load.CapacityFraction is not null)?.Load;
            if (load is not null && function.Served is not null) _capacity[(target.Name, workload)] = await CapacityAsync(running.Requests(workload), load, cancellation);
        }

        Configurations[target.Name] = run.Configuration;
    }

    /// <summary>The rate of a latency measure, the same for all its targets.</summary>
    public double Rate(LatencyMeasure measure, Workload workload)
    {
        if (measure.Load.RatePerSecond is { } rate) return rate;
        var slowest = _capacity.Where(c => c.Key.Workload == workload && measure.Targets.Contains(c.Key.Target)).Select(c => c.Value).DefaultIfEmpty(0).Min();
        return Math.Max(1, Math.Floor(slowest * measure.Load.CapacityFraction!.Value));
    }

    private static async Task VerifyAsync(ITarget target, Workload workload, IDeployedFunction function, IReadOnlyList<Cell> cells, CancellationToken cancellation)
    {
        var state = cells.FirstOrDefault(c => c.Workload == workload && c.State is not null)?.State;
        if (state is null) return;
        var answer = (await function.StartOnceAsync(state, cancellation)).Sample;
        VerifyStage.Require(answer, target.Name, workload);
    }

    private async Task<double> CapacityAsync(IReadOnlyList<LoadRequest> requests, OpenLoad load, CancellationToken cancellation)
    {
        LoadPlan Plan(TimeSpan duration) => new()
        {
            Requests = requests,
            Connections = load.Connections,
            RequestsPerConnection = load.RequestsPerConnection,
            Duration = duration,
            Core = machine.Cores.Generator,
        };
        // A rate found on a target that is still compiling would be a tenth of what it can do.
        await new WarmUpSeries().ExtendAsync(warmUp, WarmUpStep, Plan, machine.Clock, cancellation);
        var rates = new double[Probes];
        for (var i = 0; i < Probes; i++) rates[i] = (await LoadGenerator.RunAsync(Plan(Probe), machine.Clock, cancellation)).AnsweredPerSecond;
        // The median: a moment's disturbance would set the rate of the whole run.
        Array.Sort(rates);
        return rates[Probes / 2] > 0 ? rates[Probes / 2] : throw new TargetException("Hardly a right answer under load.");
    }
}
