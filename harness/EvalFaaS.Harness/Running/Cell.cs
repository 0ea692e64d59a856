using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>One combination that every block measures once.</summary>
/// <param name="Measure">What is looked at.</param>
/// <param name="Workload">The function with its input.</param>
/// <param name="Target">The target's name.</param>
/// <param name="State">The start state that every request is to find; null for the target's usual one.</param>
internal sealed record Cell(MeasureSpec Measure, Workload Workload, string Target, string? State);
