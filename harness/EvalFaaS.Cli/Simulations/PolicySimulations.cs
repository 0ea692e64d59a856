using EvalFaaS.Cli.Simulations.Scenarios;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Running;
using EvalFaaS.Policies;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Comparing;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Cli.Simulations;

/// <summary>What came of one set of policies.</summary>
/// <param name="Policy">Its name.</param>
/// <param name="Result">What was counted.</param>
/// <param name="ElapsedSeconds">Real time that it took.</param>
internal sealed record PolicyOutcome(string Policy, SimulationResult Result, double ElapsedSeconds);

/// <summary>Simulates a scenario under one set of policies after the other, with progress on the terminal.</summary>
internal static class PolicySimulations
{
    private const int ProgressSteps = 100;

    public static Task<IReadOnlyList<PolicyOutcome>> RunAsync(SimulationScenario scenario, CancellationToken cancellation) =>
        ProgressLine.ShowAsync("simulate", progress => Task.Run<IReadOnlyList<PolicyOutcome>>(
            () => [.. scenario.Policies.Select((set, i) => Run(scenario, set, new RunWatch(Step(progress, scenario, i), cancellation)))], cancellation), "% of the calls");

    private static PolicyOutcome Run(SimulationScenario scenario, PolicySet set, RunWatch watch)
    {
        var begin = TimeProvider.System.GetTimestamp();
        var result = scenario.Cluster is { } cluster ? Together(scenario, cluster, set, watch) : Alone(scenario, set, watch);
        return new PolicyOutcome(set.Name, result, TimeProvider.System.GetElapsedTime(begin).TotalSeconds);
    }

    private static SimulationResult Alone(SimulationScenario scenario, PolicySet set, RunWatch watch) => PolicyRun.Run(
        scenario.Functions,
        (function, streams) => set.KeepAlive.Make<IKeepAlivePolicy>(new PolicySurroundings { Forecast = scenario.Forecast, Future = new NextArrivals(scenario.Functions[function], function, streams, scenario.Plan.End) }),
        scenario.Plan, watch);

    private static SimulationResult Together(SimulationScenario scenario, ClusterModel cluster, PolicySet set, RunWatch watch) => ClusterSimulation.Run(
        cluster, streams => set.Make(new PolicySurroundings { Forecast = scenario.Forecast, Future = new NextArrivalsOfAll(cluster.Functions, streams, scenario.Plan.End) }), scenario.Plan, watch);

    private static Action<long> Step(IProgress<RunProgress> progress, SimulationScenario scenario, int number)
    {
        var expected = Math.Max(1, scenario.ExpectedInvocations);
        var sets = scenario.Policies;
        return done => progress.Report(new RunProgress((int)(ProgressSteps * (number + Math.Min(1, done / expected)) / sets.Count), ProgressSteps, sets[number].Name));
    }
}
