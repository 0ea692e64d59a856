using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>
/// Brings a freshly started target to its usual speed before anything of it is recorded: a function's start is what is measured, not the just-in-time compiler of the server around it.
/// </summary>
internal static class WarmUp
{
    private const int Connections = 4;

    /// <summary>How long each endpoint is asked.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromMilliseconds(120);

    public static async Task RunAsync(IDeployedFunction function, MeasuringMachine machine, CancellationToken cancellation)
    {
        foreach (var served in function.Endpoints)
            await LoadGenerator.RunAsync(
                new LoadPlan { Address = served.Address, Request = served.Request, Connections = Connections, Duration = Duration, Core = machine.Cores.Generator },
                machine.Clock,
                cancellation);
    }
}
