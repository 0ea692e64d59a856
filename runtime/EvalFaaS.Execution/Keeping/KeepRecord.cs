using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>A decision of the keep-alive policy.</summary>
/// <param name="Function"><c>namespace/name@revision</c>.</param>
/// <param name="AtSeconds">When, seconds on the node's monotonic clock.</param>
/// <param name="Decision">What was decided, and why.</param>
public readonly record struct KeepRecord(string Function, double AtSeconds, KeepDecision Decision);
