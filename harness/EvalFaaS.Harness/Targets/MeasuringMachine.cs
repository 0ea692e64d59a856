using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets;

/// <summary>What all targets of a run share.</summary>
public sealed record MeasuringMachine
{
    /// <summary>The run's clock.</summary>
    public required MonotonicClock Clock { get; init; }

    /// <summary>Puts something between the client and a function: gives the function as it is served behind that. Null: nothing stands between them.</summary>
    public Func<ServedFunction, CancellationToken, ValueTask<ServedFunction>>? Front { get; init; }

    /// <summary>For waits.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Cores of the generator and of the targets.</summary>
    public required CpuSet Cores { get; init; }

    /// <summary>The memory limit of every target process, or null where none could be set.</summary>
    public required MemoryCgroup? Memory { get; init; }

    /// <summary>A folder for targets' files, emptied after the run.</summary>
    public required string Scratch { get; init; }

    /// <summary>The <c>evalfaas</c> program that nodes are started with: program and leading arguments.</summary>
    public required IReadOnlyList<string> Program { get; init; }
}
