using EvalFaaS.Simulator.Events;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>Takes nodes away and brings them back.</summary>
internal sealed class NodeFailures(
    ClusterModel model, ClusterFunction[] functions, NodeSet nodes, RequestTable requests, Dispatcher dispatcher, EventQueue events, RandomStream random)
{
    /// <summary>Plans the first failure of each node.</summary>
    public void Plan()
    {
        if (double.IsPositiveInfinity(model.Failures.NodeMeanUptime)) return;
        for (var node = 0; node < nodes.Count; node++) PlanFailure(node, 0);
    }

    /// <summary>A node fails, or is back.</summary>
    public void Happened(int rank, int node, double now)
    {
        if (rank == Ranks.NodeDown) Fail(node, now);
        else Return(node, now);
    }

    private void Fail(int node, double now)
    {
        var lost = requests.On(node);
        nodes[node].Alive = false;
        nodes[node].Stamp++;
        nodes[node].Cpu.Clear();
        foreach (var function in functions)
        {
            function.Counter.Advance(now);
            foreach (var slot in function.Pool.On(node)) function.Pool.Kill(slot);
        }

        foreach (var request in lost) dispatcher.TryAgain(request, now);
        events.Add(now + model.Failures.NodeMeanDowntime * random.Exponential(), Ranks.NodeUp, 0, node);
        dispatcher.ServeWaiting(now);
    }

    private void Return(int node, double now)
    {
        nodes[node].Alive = true;
        PlanFailure(node, now);
        dispatcher.ServeWaiting(now);
    }

    private void PlanFailure(int node, double now) => events.Add(now + model.Failures.NodeMeanUptime * random.Exponential(), Ranks.NodeDown, 0, node);
}
