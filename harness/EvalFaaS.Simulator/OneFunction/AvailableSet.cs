using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.OneFunction;

/// <summary>Instances that can take an invocation, in the order in which they are chosen. Instances are slots, small numbers that are used again.</summary>
internal abstract class AvailableSet
{
    /// <summary>The one to choose, or -1.</summary>
    public abstract int First();

    /// <summary>A new instance has the slot; it is not available yet.</summary>
    public abstract void Created(int slot);

    /// <summary>The slot's instance is gone; it was not available any more.</summary>
    public abstract void Gone(int slot);

    public abstract void Add(int slot);

    public abstract void Remove(int slot);

    public static AvailableSet For(RequestOrder order, RandomStream random) => order switch
    {
        RequestOrder.NewestFirst => new CreationSet(newest: true),
        RequestOrder.OldestFirst => new CreationSet(newest: false),
        RequestOrder.MostRecentlyUsed => new RecencySet(newest: true),
        RequestOrder.LeastRecentlyUsed => new RecencySet(newest: false),
        _ => new RandomSet(random),
    };
}
