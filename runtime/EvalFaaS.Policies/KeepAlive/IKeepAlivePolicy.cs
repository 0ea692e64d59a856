namespace EvalFaaS.Policies;

/// <summary>Decides for how long an idle instance (or loaded code) is kept, when it is loaded again ahead of a call, and who goes first when memory is short.</summary>
/// <remarks>
/// <para>The executor says of each function what it is (<see cref="Describe"/>), reports each arrival before it looks for an instance, and asks at each instance that becomes idle. It owns instances, memory and timers; the policy owns what it learns. All calls come from one thread at a time, in the order of time; none allocates, except <see cref="Describe"/>.</para>
/// <para>An instance whose window ends is unloaded. An arrival of the function ends a wait for a pre-warm. A pre-warm that finds the function running or an idle instance of it does nothing.</para>
/// </remarks>
public interface IKeepAlivePolicy
{
    /// <summary>The policy's name in the catalogue.</summary>
    string Name { get; }

    /// <summary>The memory that all idle instances together may hold, MiB: above it the executor evicts by <see cref="KeepDecision.Priority"/>, lowest first. Infinite where only the machine's own memory bounds it.</summary>
    double MemoryBoundMiB => double.PositiveInfinity;

    /// <summary>Says what a function is: before its first event, and again when it changes.</summary>
    /// <param name="function">The function's number.</param>
    /// <param name="traits">Its memory and the cost of its cold start.</param>
    void Describe(int function, in FunctionTraits traits);

    /// <summary>An invocation arrived.</summary>
    void Arrived(in ArrivalEvent arrival);

    /// <summary>An instance became idle: what is to become of it?</summary>
    KeepDecision Idle(in IdleEvent idle);

    /// <summary>The decision's <see cref="KeepDecision.ReviewAfter"/> has passed without an arrival: decide anew, seconds counting from now.</summary>
    /// <remarks>The new decision takes the old one's place as a whole, whether the instance is loaded at the time or not: where it is not and <see cref="KeepDecision.UnloadAfter"/> is above 0, it is loaded now.</remarks>
    /// <param name="review">The same instance, with the time since it became idle.</param>
    KeepDecision Review(in IdleEvent review) => Idle(review);

    /// <summary>An idle instance was put out for others: policies with an ageing clock set it forward.</summary>
    /// <param name="function">Whose instance it was.</param>
    /// <param name="priority">The priority that it had.</param>
    void Evicted(int function, double priority)
    {
    }
}
