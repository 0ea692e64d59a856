using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Looks at a run before its first block.</summary>
internal interface IRunCheck
{
    /// <summary>What a reader must know, or what makes the run pointless.</summary>
    IEnumerable<RunFinding> Check(RunIntent intent);
}

/// <summary>What a check found.</summary>
/// <param name="Code">Kebab case, the same for every run.</param>
/// <param name="Message">A sentence that says how to mend it.</param>
/// <param name="EndsRun">Whether nothing is measured at all; else it stands as a warning in the report.</param>
internal readonly record struct RunFinding(string Code, string Message, bool EndsRun = false);

/// <summary>A run as it is about to begin.</summary>
internal sealed record RunIntent
{
    public required Suite Suite { get; init; }

    public required RunOptions Options { get; init; }

    /// <summary>The targets that can run here.</summary>
    public required IReadOnlyDictionary<string, ITarget> Targets { get; init; }

    /// <summary>Workloads that have no native program in their language, and why.</summary>
    public required IReadOnlyDictionary<Workload, string> WithoutNative { get; init; }

    public required CpuSet Cores { get; init; }

    public required MachineRecord Machine { get; init; }

    /// <summary>Memory that is free now, bytes.</summary>
    public required long AvailableBytes { get; init; }

    /// <summary>Why no memory limit could be set, or null.</summary>
    public required string? NoMemoryLimit { get; init; }
}

/// <summary>A run that would be pointless: nothing was measured.</summary>
public sealed class RunRefusedException(string message) : Exception(message);
