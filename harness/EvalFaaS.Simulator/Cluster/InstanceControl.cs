using EvalFaaS.Policies;
using EvalFaaS.Simulator.Events;
using EvalFaaS.Simulator.OneFunction;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>Asks the scaling policy how many instances each function is to have, and the warm-up policy what is to be ready, and sees to it.</summary>
/// <remarks>With a scaling policy there are as many instances as it says, and requests that find none wait; only a function that has none gets its first at once, as Knative's activator has it.</remarks>
internal sealed class InstanceControl(ClusterFunction[] functions, ClusterPolicies policies, RequestTable requests, Dispatcher dispatcher, EventQueue events)
{
    private const int Scale = 0, WarmUp = 1;

    /// <summary>Describes the functions and plans the first questions.</summary>
    public void Plan()
    {
        foreach (var function in functions)
        {
            var traits = new FunctionTraits(function.Model.MemoryMiB, function.Model.ColdStart.Mean, function.Model.Concurrency);
            policies.Scaling?.Describe(function.Number, traits);
            policies.WarmUp?.Describe(function.Number, traits);
        }

        if (policies.Scaling is not null) Rang(Scale, 0);
        if (policies.WarmUp is { EverySeconds: < double.PositiveInfinity }) Rang(WarmUp, 0);
    }

    /// <summary>A look at the load.</summary>
    public void Observe(double now)
    {
        if (policies.Scaling is null) return;
        foreach (var function in functions)
        {
            function.Counter.Advance(now);
            var oldest = function.Line.TryPeek(out var request) ? now - requests.Arrival[request] : 0;
            policies.Scaling.Observe(function.Number, function.Load.Take(function, oldest, now));
        }
    }

    /// <summary>It is time to ask.</summary>
    public void Rang(int which, double now)
    {
        foreach (var function in functions)
        {
            function.Counter.Advance(now);
            if (which == Scale) Follow(function, policies.Scaling!.Decide(function.Number, now, function.Pool.Ready(now)), now);
            else Follow(function, policies.WarmUp!.Decide(new WarmUpQuestion(function.Number, now, function.Pool.ModuleLoaded, function.Counter.Instances)), now);
        }

        dispatcher.ServeWaiting(now);
        events.Add(now + (which == Scale ? policies.Scaling!.EverySeconds : policies.WarmUp!.EverySeconds), Ranks.Control, 0, which);
    }

    private static void Follow(ClusterFunction function, in ScaleDecision decision, double now)
    {
        var target = Math.Min(decision.Target, function.Model.MaxInstances);
        function.Pool.Target = target;
        function.MostInstances = Math.Max(1, target);
        function.Pool.LoadTo(target, now);
        function.Pool.UnloadTo(target);
    }

    private static void Follow(ClusterFunction function, in WarmUpDecision decision, double now)
    {
        if (decision.Action == WarmUpAction.LoadModule) function.Pool.LoadModule(now);
        var wanted = Math.Min(decision.Instances, function.MostInstances);
        function.Pool.Provisioned = (wanted, now + decision.ForSeconds);
        function.Pool.LoadTo(wanted, now);
    }
}
