using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Targets;

/// <summary>One request over a new connection; the connection is made before the time begins.</summary>
internal static class OneRequest
{
    public static async Task<LoadSample> RunAsync(ServedFunction served, MeasuringMachine machine, CancellationToken cancellation)
    {
        if (machine.Front is { } front) served = await front(served, cancellation);
        var result = await LoadGenerator.RunAsync(
            new LoadPlan
            {
                Requests = [served.AsLoad()],
                Connections = 1,
                MaximumRequests = 1,
                Duration = TimeSpan.FromMinutes(1),
                Timeout = TimeSpan.FromSeconds(30),
                Core = machine.Cores.Generator,
            },
            machine.Clock,
            cancellation);
        return result.Samples.Count == 1 ? result.Samples[0] : throw new OperationCanceledException(cancellation);
    }
}
