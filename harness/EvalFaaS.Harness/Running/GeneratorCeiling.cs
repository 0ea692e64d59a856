using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>What the generator itself can do: requests a second against the cheapest server there is, a native one that answers the same bytes each time.</summary>
internal static class GeneratorCeiling
{
    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(500);

    /// <summary>Measures it, or null where no native server could be built.</summary>
    public static async Task<double?> MeasureAsync(FunctionSetup function, MeasuringMachine machine, CancellationToken cancellation)
    {
        if (function.Native is null) return null;
        await using var server = await NativeServer.StartAsync(function.Native, machine, cancellation);
        var plan = new LoadPlan
        {
            Address = server.Address,
            Request = function.Case.Bytes(""),
            ExpectedBody = function.Case.ExpectedBody,
            Connections = 16,
            Duration = Duration,
            Core = machine.Cores.Generator,
        };
        await LoadGenerator.RunAsync(plan, machine.Clock, cancellation);
        var result = await LoadGenerator.RunAsync(plan, machine.Clock, cancellation);
        return result.Samples.Count * 1e9 / (result.EndNs - result.BeginNs);
    }
}
