using EvalFaaS.Policies;
using EvalFaaS.Simulator.Events;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Streams;
using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>What belongs to one function in a cluster.</summary>
internal sealed class ClusterFunction
{
    private BalanceEndpoint[] _endpoints = new BalanceEndpoint[64];

    public ClusterFunction(SimulatedFunction function, int number, EventQueue events, StreamFamily streams, NodeSet nodes, IdleInstances idle, ClusterPolicies policies)
    {
        (Model, Number) = (function.Model.Checked(), number);
        MostInstances = Model.MaxInstances;
        Scaled = policies.Scaling is not null;
        Counter = new RunCounter(Model.Billing);
        Arrivals = function.Workload.Begin(Model.Service, streams.Of(StreamPurpose.Arrivals, number), streams.Of(StreamPurpose.Service, number));
        Pool = new ClusterPool(Model, number, Counter, events, streams, nodes, idle);
        Timers = new KeepAliveTimers(policies.KeepAlive, number, Pool, Counter, events);
        Balancer = policies.Balancer?.Invoke();
        Balancer?.Describe(_endpoints.Length);
        policies.KeepAlive.Describe(number, new FunctionTraits(Model.MemoryMiB, Model.ColdStart.Mean, Model.Concurrency));
    }

    public FunctionModel Model { get; }

    public int Number { get; }

    public Arrivals Arrivals { get; }

    public RunCounter Counter { get; }

    public ClusterPool Pool { get; }

    public KeepAliveTimers Timers { get; }

    /// <summary>Who chooses among several instances; null where the function's own order does.</summary>
    public ILoadBalancer? Balancer { get; }

    /// <summary>What scaling is told of its load.</summary>
    public LoadSampler Load { get; } = new();

    /// <summary>Whether a scaling policy says how many instances there are.</summary>
    public bool Scaled { get; }

    /// <summary>The most instances that there may be now.</summary>
    public int MostInstances { get; set; }

    /// <summary>Requests that can run at a time.</summary>
    public int Slots => (int)Math.Min(int.MaxValue, (long)MostInstances * Model.Concurrency);

    /// <summary>Requests that wait for an instance.</summary>
    public Queue<int> Line { get; } = new();

    /// <summary>Instances that would just do for what is in the system.</summary>
    public double Demand => Math.Ceiling(Counter.InSystem / (double)Model.Concurrency);

    /// <summary>The instance that takes a request, or -1.</summary>
    public int Choose(double now, RandomStream random)
    {
        if (Balancer is null) return Pool.First();
        var count = 0;
        for (var slot = 0; slot < Pool.Table.Slots; slot++)
        {
            if (!Pool.Table.Lives(slot) || Pool.Table.Load[slot] >= Model.Concurrency) continue;
            if (count == _endpoints.Length)
            {
                Array.Resize(ref _endpoints, 2 * count);
                Balancer.Describe(_endpoints.Length);
            }

            _endpoints[count++] = new BalanceEndpoint(slot, true, Pool.Table.Load[slot]);
        }

        return count == 0 ? -1 : _endpoints[Balancer.Pick(_endpoints.AsSpan(0, count), now, random.Next()).Index].Id;
    }
}
