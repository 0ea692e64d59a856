namespace EvalFaaS.Policies;

/// <summary>What is to be placed.</summary>
/// <param name="Function">The function's number.</param>
/// <param name="Key">A hash of the function's name, the same on every node and in every run.</param>
/// <param name="MemoryMiB">Memory that an instance needs, MiB.</param>
/// <param name="Cpu">CPUs that an instance needs while it runs.</param>
public readonly record struct PlacementRequest(int Function, ulong Key, double MemoryMiB, double Cpu = 1);
