using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Running;

/// <summary>All checks of a run before its first block.</summary>
internal static class RunChecks
{
    private static readonly IRunCheck[] All =
    [
        new BuildCheck(), new BlocksCheck(), new InstanceMemoryCheck(), new RateCheck(),
        new CoresCheck(), new FrequencyCheck(), new MachineCheck(), new LoadCheck(), new NativeProgramCheck(), new NeighbourCheck(),
    ];

    /// <summary>The warnings for the report.</summary>
    /// <exception cref="RunRefusedException">The run would be pointless; the message has a line for each reason.</exception>
    public static IReadOnlyList<RunWarning> Run(RunIntent intent)
    {
        var found = All.SelectMany(c => c.Check(intent)).ToArray();
        var reasons = found.Where(f => f.EndsRun).Select(f => f.Message).ToArray();
        if (reasons.Length > 0) throw new RunRefusedException(string.Join('\n', reasons));
        return [.. found.Select(f => new RunWarning(f.Code, f.Message))];
    }
}
