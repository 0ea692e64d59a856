using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>What the generator itself can do: requests a second against the cheapest server there is, a native one that answers the same bytes each time.</summary>
internal static class GeneratorCeiling
{
    /// <summary>How long is long enough for a figure of it, unless a suite's form is in a hurry.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Measures it for so long, after as long a warm-up; null where no native server could be built, or it does not run.</summary>
    public static async Task<double?> MeasureAsync(FunctionSetup function, TimeSpan duration, MeasuringMachine machine, CancellationToken cancellation)
    {
        if (function.Native is null) return null;
        await using var server = await TryStartAsync(function.Native, machine, cancellation);
        if (server is null) return null;
        var plan = new LoadPlan
        {
            Requests = [new LoadRequest { Address = server.Address, Bytes = function.Case.Bytes(""), ExpectedBody = function.Case.ExpectedBody }],
            Connections = 16,
            Duration = duration,
            Core = machine.Cores.Generator,
        };
        await LoadGenerator.RunAsync(plan, machine.Clock, cancellation);
        return (await LoadGenerator.RunAsync(plan, machine.Clock, cancellation)).AnsweredPerSecond;
    }

    // The targets that need it say themselves what is wrong with it.
    private static async Task<NativeServer?> TryStartAsync(string program, MeasuringMachine machine, CancellationToken cancellation)
    {
        try
        {
            return await NativeServer.StartAsync(program, machine, cancellation);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
