using EvalFaaS.Policies;

namespace EvalFaaS.Simulator.Models;

/// <summary>A policy whose decisions are carried out once a period, as the node does it: what is due in between is unloaded or loaded at the next turn. It is asked when it would be asked anyway.</summary>
/// <param name="policy">The policy.</param>
/// <param name="period">Seconds from turn to turn, above 0.</param>
/// <param name="phase">When the first turn is, seconds, from 0 to the period.</param>
public sealed class PeriodicKeepAlive(IKeepAlivePolicy policy, double period, double phase) : IKeepAlivePolicy
{
    /// <inheritdoc/>
    public string Name => policy.Name;

    /// <inheritdoc/>
    public double MemoryBoundMiB => policy.MemoryBoundMiB;

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits) => policy.Describe(function, traits);

    /// <inheritdoc/>
    public void Arrived(in ArrivalEvent arrival) => policy.Arrived(arrival);

    /// <inheritdoc/>
    public KeepDecision Idle(in IdleEvent idle) => AtTurns(policy.Idle(idle), idle.Now);

    /// <inheritdoc/>
    public KeepDecision Review(in IdleEvent review) => AtTurns(policy.Review(review), review.Now);

    /// <inheritdoc/>
    public void Evicted(int function, double priority) => policy.Evicted(function, priority);

    private KeepDecision AtTurns(in KeepDecision decision, double now) => decision.HasPreWarm
        ? KeepDecision.KeepThenPreWarm(Turn(decision.UnloadAfter, now), Turn(decision.PreWarmAt, now), Turn(decision.KeepUntil, now), decision.Reason, decision.Priority, decision.A, decision.B, decision.ReviewAfter)
        : KeepDecision.Keep(Turn(decision.UnloadAfter, now), decision.Reason, decision.Priority, decision.A, decision.B, decision.ReviewAfter);

    // Infinite stays infinite.
    private double Turn(double after, double now) => Math.Max(0, Math.Ceiling((now + after - phase) / period) * period + phase - now);
}
