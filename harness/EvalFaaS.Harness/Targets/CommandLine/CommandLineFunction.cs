using EvalFaaS.Execution;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.CommandLine;

/// <summary>A compiled module and the command that runs it.</summary>
internal sealed class CommandLineFunction(IReadOnlyList<string> command, string code, FunctionSetup function, SpawnThread spawner, MeasuringMachine machine) : IDeployedFunction
{
    private readonly SpawnedCommand _command = new(command, SearchPath.Environment());

    public ServedFunction? Served => null;

    /// <remarks>Of the two files that a start reads, the module's code is put out of the page cache; the engine's program stays.</remarks>
    public async Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation)
    {
        var found = state == "N2" && !PageCache.TryMakeCold(code) ? "N3" : state;
        var result = await spawner.RunAsync(() => _command.Run(function.Case.Body.Span, machine.Clock));
        return new StartObservation(CgiRequest.Sample(result, function.Case.ExpectedBody), found);
    }

    public Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation) => throw new TargetException("The command ends with its request: nothing is held.");

    public ValueTask DisposeAsync()
    {
        _command.Dispose();
        return ValueTask.CompletedTask;
    }
}
