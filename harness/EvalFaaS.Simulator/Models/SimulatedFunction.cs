using EvalFaaS.Simulator.Workloads;

namespace EvalFaaS.Simulator.Models;

/// <summary>A function and its invocations.</summary>
/// <param name="Model">The function.</param>
/// <param name="Workload">Its invocations.</param>
public sealed record SimulatedFunction(FunctionModel Model, Workload Workload);
