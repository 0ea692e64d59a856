namespace EvalFaaS.Harness.Targets.Node;

/// <summary>A neighbour in the same node: another function, whose invocations fail by themselves.</summary>
internal sealed class NodeNeighbour(ServedFunction served) : INeighbour
{
    public ServedFunction Served => served;

    public int Restarts => 0;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
