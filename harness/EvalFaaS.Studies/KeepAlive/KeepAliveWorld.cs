using EvalFaaS.Policies;
using EvalFaaS.Predictor.Learning;
using EvalFaaS.Predictor.Live;
using EvalFaaS.Predictor.Models;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Comparing;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Traces;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Studies.KeepAlive;

/// <summary>A trace to simulate policies over, with the forecasts that they may go by.</summary>
internal sealed class KeepAliveWorld
{
    private readonly StudySuite _suite;
    private readonly Dictionary<ForecastSource, IForecast?> _forecasts;

    public KeepAliveWorld(Trace trace, StudySuite suite)
    {
        (Trace, _suite) = (trace, suite);
        Model = PredictorModel.Train(trace, suite.HeldOutFrom, null, new TrainingOptions { Seed = suite.Seed, Trees = suite.Trees });
        _forecasts = new()
        {
            [ForecastSource.None] = null,
            [ForecastSource.Model] = WalkedForecast.Through(trace, Model),
            [ForecastSource.Gate] = WalkedForecast.ThroughGate(trace, suite.HeldOutFrom),
        };
    }

    /// <summary>The trace.</summary>
    public Trace Trace { get; }

    /// <summary>What the predictor learnt from the minutes before those that are counted.</summary>
    public PredictorModel Model { get; }

    /// <summary>How it is simulated.</summary>
    public RunPlan Plan => RunPlan.OfMinutes(_suite.HeldOutFrom, Trace.Minutes) with { Replications = _suite.Replications, Seed = _suite.Seed };

    /// <summary>The functions.</summary>
    /// <param name="coldStart">What a cold start takes, seconds.</param>
    /// <param name="concurrency">Invocations that an instance takes at a time.</param>
    public IReadOnlyList<SimulatedFunction> Functions(double coldStart, int concurrency) =>
        TraceFunctions.Of(Trace, new FunctionModel { ColdStart = ColdStart.Of(new ConstantLaw(coldStart)), Concurrency = concurrency }, Placement.Poisson);

    /// <summary>Simulates a policy, function by function.</summary>
    public IReadOnlyList<IReadOnlyList<Tally>> Run(KeepAlivePoint point, IReadOnlyList<SimulatedFunction> functions) => PolicyRun.ByFunction(
        functions,
        (function, streams) => point.Spec.Make<IKeepAlivePolicy>(new PolicySurroundings { Forecast = _forecasts[point.Forecast], Future = new NextArrivals(functions[function], function, streams, Plan.End) }),
        Plan);

    /// <summary>Simulates a policy that bounds the memory of all functions together, on a node that never lacks any.</summary>
    public IReadOnlyList<Tally> RunTogether(KeepAlivePoint point, IReadOnlyList<SimulatedFunction> functions) => ClusterSimulation.Run(
        new ClusterModel { Nodes = [NodeModel.Boundless], Functions = functions },
        _ => new ClusterPolicies(point.Spec.Make<IKeepAlivePolicy>(), new SpreadPlacement()),
        Plan).Replications;
}
