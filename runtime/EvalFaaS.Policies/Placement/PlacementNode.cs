namespace EvalFaaS.Policies;

/// <summary>A node as placement sees it.</summary>
/// <param name="Key">A hash of the node's name, the same on every node and in every run.</param>
/// <param name="Alive">Whether it can take anything at all.</param>
/// <param name="MemoryMiB">Its memory, MiB.</param>
/// <param name="UsedMiB">Memory that its instances hold, MiB.</param>
/// <param name="Cpus">Its CPUs.</param>
/// <param name="UsedCpu">CPUs in use.</param>
/// <param name="Instances">Instances on it.</param>
/// <param name="InstancesOfFunction">Instances of the function in question.</param>
/// <param name="HasArtefact">Whether the function's module is on its disk.</param>
/// <param name="DistanceSeconds">Round trip from where the request came in, seconds.</param>
public readonly record struct PlacementNode(
    ulong Key, bool Alive, double MemoryMiB, double UsedMiB = 0, double Cpus = 1, double UsedCpu = 0,
    int Instances = 0, int InstancesOfFunction = 0, bool HasArtefact = false, double DistanceSeconds = 0)
{
    /// <summary>Whether it is alive and has the memory.</summary>
    public bool Fits(in PlacementRequest request) => Alive && UsedMiB + request.MemoryMiB <= MemoryMiB;
}
