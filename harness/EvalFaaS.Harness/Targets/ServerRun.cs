using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets;

/// <summary>A run that is one server process and nothing more.</summary>
internal sealed class ServerRun(ServerProcess server, ServedFunction served, TargetConfiguration configuration) : ITargetRun
{
    public TargetConfiguration Configuration => configuration;

    public ServedFunction? Served => served;

    public Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation) =>
        throw new TargetException($"This target has no start state {state}.");

    public Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation) =>
        throw new TargetException("This target has no instances to hold.");

    public ProcessUsage Usage(bool memory) => ProcessUsage.Of([server.Id], memory);

    public Task<long?> LoadsAsync(CancellationToken cancellation) => Task.FromResult<long?>(null);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
