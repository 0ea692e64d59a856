using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Running;
using EvalFaaS.Policies;
using EvalFaaS.Simulator.Cluster;
using EvalFaaS.Simulator.Comparing;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Cli.Simulations;

/// <summary>One policy's result.</summary>
/// <param name="Policy">As it was written.</param>
/// <param name="Result">What was counted.</param>
/// <param name="ElapsedSeconds">Real time that it took.</param>
internal sealed record PolicyOutcome(string Policy, SimulationResult Result, double ElapsedSeconds);

/// <summary>Simulates a subject under one policy after the other, with progress on the terminal.</summary>
internal static class PolicySimulations
{
    private const int ProgressSteps = 1000;

    public static Task<IReadOnlyList<PolicyOutcome>> RunAsync(SimulationSubject subject, SharedNodes? nodes, IReadOnlyList<string> policies, int replications, long seed, CancellationToken cancellation)
    {
        // All are read before the first is run: a mistake in the last one must not cost the time of the others.
        var specs = policies.Select(Parse).ToList();
        return ProgressLine.ShowAsync("simulate", progress => Task.Run<IReadOnlyList<PolicyOutcome>>(
            () => [.. specs.Select((spec, i) => Run(subject, nodes, spec, replications, seed, Step(progress, subject, replications, i, specs), cancellation))], cancellation));
    }

    private static PolicySpec Parse(string text)
    {
        try
        {
            return PolicySpec.Parse(text, PolicyKind.KeepAlive);
        }
        catch (PolicyException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static PolicyOutcome Run(SimulationSubject subject, SharedNodes? nodes, PolicySpec spec, int replications, long seed, Action<long> report, CancellationToken cancellation)
    {
        var seconds = subject.SecondsEach(replications);
        // A steady state is looked at after a twentieth of the time; a trace counts from its first minute.
        var warmUp = subject.Divided ? seconds / 20 : 0;
        var plan = new RunPlan { Seconds = seconds - warmUp, WarmUp = warmUp, Replications = replications, Seed = seed };
        var begin = TimeProvider.System.GetTimestamp();
        var watch = new RunWatch(report, cancellation);
        var result = nodes is null ? Alone(subject, spec, plan, watch) : Together(subject, nodes, spec, plan, watch);
        return new PolicyOutcome(spec.Text, result, TimeProvider.System.GetElapsedTime(begin).TotalSeconds);
    }

    private static SimulationResult Alone(SimulationSubject subject, PolicySpec spec, RunPlan plan, RunWatch watch) => PolicyRun.Run(
        subject.Functions,
        (function, streams) => spec.Make<IKeepAlivePolicy>(new PolicySurroundings { Future = new NextArrivals(subject.Functions[function], function, streams) }),
        plan, watch);

    private static SimulationResult Together(SimulationSubject subject, SharedNodes nodes, PolicySpec spec, RunPlan plan, RunWatch watch) => ClusterSimulation.Run(
        new ClusterModel { Nodes = nodes.Nodes, Functions = subject.Functions },
        streams => new ClusterPolicies(
            spec.Make<IKeepAlivePolicy>(new PolicySurroundings { Future = new NextArrivalsOfAll(subject.Functions, streams) }), nodes.Placement.Make<IPlacementPolicy>()),
        plan, watch);

    private static Action<long> Step(IProgress<RunProgress> progress, SimulationSubject subject, int replications, int number, IReadOnlyList<PolicySpec> specs)
    {
        var expected = Math.Max(1, subject.ExpectedInvocations(replications));
        return done => progress.Report(new RunProgress(
            (int)(ProgressSteps * (number + Math.Min(1, done / expected))), ProgressSteps * specs.Count, specs[number].Text));
    }
}
