using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Several functions of one target that are asked together.</summary>
internal sealed class MixedFunction(IReadOnlyList<IDeployedFunction> parts) : IDeployedFunction
{
    /// <remarks>The first one's: all of them are in the same start state.</remarks>
    public ServedFunction? Served => parts[0].Served;

    public IEnumerable<ServedFunction> Endpoints => parts.SelectMany(p => p.Endpoints);

    /// <summary>Starts each once: the first that does not answer rightly, else the last.</summary>
    public async Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation)
    {
        var last = await parts[0].StartOnceAsync(state, cancellation);
        foreach (var part in parts.Skip(1))
            if (last.Sample.Outcome == LoadOutcome.Ok) last = await part.StartOnceAsync(state, cancellation);
        return last;
    }

    public Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation) => throw new TargetException("A mix holds no instances.");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
