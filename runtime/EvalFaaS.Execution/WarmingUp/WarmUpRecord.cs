using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>A decision of a warm-up policy that differs from the one before about the same function.</summary>
/// <param name="Function"><c>namespace/name@revision</c>.</param>
/// <param name="AtSeconds">When, seconds on the node's monotonic clock.</param>
/// <param name="Policy">The policy, as it was asked for.</param>
/// <param name="Acts">Whether it acts; what a shadow decides changes nothing.</param>
/// <param name="Decision">What was decided, and why.</param>
public readonly record struct WarmUpRecord(string Function, double AtSeconds, string Policy, bool Acts, WarmUpDecision Decision);

/// <summary>What came of a warm-up policy, or would have come of it.</summary>
/// <param name="ReadySeconds">Time for which functions were to be ready, summed over functions.</param>
/// <param name="Calls">Calls of the functions that it decides about.</param>
/// <param name="CallsReady">Those of them whose function was to be ready.</param>
public readonly record struct WarmUpAccount(double ReadySeconds, long Calls, long CallsReady);
